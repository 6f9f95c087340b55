-- 本人和代办的亲属更换交错的材料：旧的一份留着，只是不再是最新的一份。
grant update (latest) on documents.attachment to rongyi_self;

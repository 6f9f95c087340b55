-- 撤下现场照片：泄密或误传的照片从记录上去掉，文件当夜起由清理删除；理由在留痕里
grant delete on visit.photo to rongyi_app;

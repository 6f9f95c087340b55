-- 每一页的菜单都问一次有几件等本地回答：只找还没答的，省一级也不翻答过的
create index handover_waiting on person.handover (answer_code) where state = 'ASKED';

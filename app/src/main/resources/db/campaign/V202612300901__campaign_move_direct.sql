-- 直通安置确定的人改派了，公布的“其中直通安置几人”跟着变；以前的改派没有记，算 0。
alter table campaign.move
    add column direct smallint not null default 0 check (direct between -1 and 1);
comment on column campaign.move.direct is '直通安置确定的人：-1 离开确定的岗位，1 回到确定的岗位；其余 0';

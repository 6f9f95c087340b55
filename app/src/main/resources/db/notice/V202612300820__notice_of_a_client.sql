-- 接口用户登记、批准、停用的消息，以前没有写明说的是哪一个，清除时够不着：照名称和时间认出来。消息与所说的事同一事务写下，晚一点点。
alter table notice.message no force row level security;
update notice.message m
set record_id = found.client
from (select distinct on (told.client, one.template, one.account_id) one.id, told.client
      from notice.message one
      cross join lateral (
          select c.id as client
          from access.client c
          cross join lateral (select case one.template when 'client.registered' then c.proposed_at
                                                       when 'client.approved' then c.decided_at
                                                       else c.revoked_at end as at) event
          where event.at <= one.at and strpos(one.body, '“' || c.name || '”') > 0
          order by event.at desc
          limit 1) told
      where one.template in ('client.registered', 'client.approved', 'client.revoked')
        and not exists (select from access.client c where c.id = one.record_id)
      order by told.client, one.template, one.account_id, one.at) found
where m.id = found.id;
alter table notice.message force row level security;

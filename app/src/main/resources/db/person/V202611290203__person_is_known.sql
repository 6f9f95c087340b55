-- 姓名给谁看全：本人，和此刻有一处所在在自己辖区内的单位（负责联系的、户籍地或常住地的另一方、它们的上级）。其余只看到掩码。
-- 按调用者自己的行策略来判断，所以规则只有这一处；读到的只是"是否"，没有别的。
create function person.is_known(person uuid) returns boolean
    language sql stable
    as $$ select exists (select from person.place l where l.person_id = is_known.person and l.valid_to is null) $$;
comment on function person.is_known(uuid) is '此人现在有一处所在在调用者辖区内，或者就是本人';
revoke all on function person.is_known(uuid) from public;
grant execute on function person.is_known(uuid) to rongyi_app, rongyi_self, rongyi_job;

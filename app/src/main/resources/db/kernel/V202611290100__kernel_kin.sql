-- 亲属代办：代办人不是本人，看不到整份档案；只看委托人的这几项服务。
create function kernel.kin_person() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('rongyi.kin', true), '')::uuid;
comment on function kernel.kin_person() is '当前事务代谁办：委托人的人员编号；不是亲属代办时为空值';

create function kernel.kin_services() returns text[]
    language sql stable parallel safe
    return string_to_array(nullif(current_setting('rongyi.services', true), ''), ',');
comment on function kernel.kin_services() is '委托办哪几项服务；不是亲属代办时为空值';

revoke execute on function kernel.kin_person(), kernel.kin_services() from public;
grant execute on function kernel.kin_person(), kernel.kin_services() to rongyi_app, rongyi_self, rongyi_job;

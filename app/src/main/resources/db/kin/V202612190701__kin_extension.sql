-- 延长亲属委托：只改最后一天，由本人或登记的单位改；代办人自己只能结束，不能延长。
grant update (until_on) on kin.mandate to rongyi_app, rongyi_self;

-- He acts in the veteran's role, which may now write the day: what he writes must be an end.
alter policy kin_ends on kin.mandate
    using (person_id = (select kernel.kin_person()) and account_id = (select kernel.scope_account()))
    with check (person_id = (select kernel.kin_person()) and account_id = (select kernel.scope_account())
                and ended_at is not null);

comment on column kin.mandate.until_on is '最后一天，当天仍有效；可以延长';

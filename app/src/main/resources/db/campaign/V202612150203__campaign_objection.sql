-- 公示期间谁都可以提异议：谁提的、说了什么封着，只给主办单位看；收了几件、答复了几件是公开的。
create table campaign.objection (
    id            uuid        not null primary key,
    campaign_id   uuid        not null references campaign.campaign,
    code_now      bigint      not null,
    number        text        not null unique,
    name_sealed   bytea       not null,
    phone_sealed  bytea       not null,
    grounds_sealed bytea      not null,
    filed_on      date        not null,
    filed_at      timestamptz not null,
    filed_by      text        not null,
    filed_unit    uuid,
    answer_by     date        not null,
    ruling        text        check (ruling in ('UPHELD', 'REJECTED')),
    answer_sealed bytea,
    answered_on   date,
    answered_by   text,
    answered_account uuid,
    check ((ruling is null) = (answer_sealed is null) and (ruling is null) = (answered_on is null)
           and (ruling is null) = (answered_by is null) and (ruling is null) = (answered_account is null))
);
comment on table campaign.objection is '公示期间的异议：谁都可以提，主办单位书面答复，没有答复完不能结束公示';
comment on column campaign.objection.filed_unit is '窗口登记的单位；网上提出的空着';
comment on column campaign.objection.answer_by is '到这天应当书面答复';
create index objection_campaign on campaign.objection (campaign_id, filed_at, id);
create index objection_code on campaign.objection (code_now);

grant select, update on campaign.objection to rongyi_app, rongyi_job;
alter table campaign.objection enable row level security;
alter table campaign.objection force row level security;
create policy scope on campaign.objection to rongyi_app
    using (case when code_now <@ (select kernel.scope_ranges()) then true else false end)
    with check (code_now <@ (select kernel.scope_ranges()));
create policy job on campaign.objection to rongyi_job using (true) with check (true);
create policy owner on campaign.objection for select to rongyi_owner using (true);
create policy owner_files on campaign.objection for insert to rongyi_owner with check (true);

-- 谁都可以提，提的人读不到别人的：收下、编号、当天收满了没有，由这里说
create function campaign.object(campaign uuid, objection uuid, name bytea, phone bytea, grounds bytea, today date,
                                at timestamptz, answer_by date, who text, registrar uuid, most integer) returns text
    language plpgsql volatile security definer set search_path = ''
as $$
declare
    one campaign.campaign;
    many integer;
begin
    select g.* into one from campaign.campaign g
    where g.id = campaign and g.stage = 'NOTICE' and g.called_off_at is null and g.notice_from <= today
        and g.notice_until >= today;
    if one.id is null then
        return 'CLOSED';
    end if;
    perform pg_advisory_xact_lock(hashtextextended(campaign::text, 20261215));
    if registrar is null and (select count(*) from campaign.objection o
                              where o.campaign_id = one.id and o.filed_on = today and o.filed_unit is null) >= most then
        return 'FULL_TODAY';
    end if;
    select count(*) into many from campaign.objection o where o.campaign_id = one.id;
    insert into campaign.objection (id, campaign_id, code_now, number, name_sealed, phone_sealed, grounds_sealed, filed_on,
                                    filed_at, filed_by, filed_unit, answer_by)
    values (objection, one.id, one.code_now, one.number || '-YY' || lpad((many + 1)::text, 3, '0'), name, phone, grounds,
            today, at, who, registrar, answer_by);
    return one.number || '-YY' || lpad((many + 1)::text, 3, '0');
end $$;
comment on function campaign.object(uuid, uuid, bytea, bytea, bytea, date, timestamptz, date, text, uuid, integer)
    is '收下公示期间的一件异议，回答编号，或者 CLOSED、FULL_TODAY';
revoke all on function campaign.object(uuid, uuid, bytea, bytea, bytea, date, timestamptz, date, text, uuid, integer)
    from public;
grant execute on function campaign.object(uuid, uuid, bytea, bytea, bytea, date, timestamptz, date, text, uuid, integer)
    to rongyi_app, rongyi_self;

create function campaign.objections(campaign uuid) returns table (filed integer, open integer)
    language sql stable security definer set search_path = ''
as $$
    select count(*)::integer, (count(*) filter (where o.ruling is null))::integer
    from campaign.objection o
    where o.campaign_id = campaign
$$;
comment on function campaign.objections(uuid) is '公示期间收了几件异议，几件还没有答复：公开的数';
revoke all on function campaign.objections(uuid) from public;
grant execute on function campaign.objections(uuid) to rongyi_app, rongyi_self, rongyi_job;

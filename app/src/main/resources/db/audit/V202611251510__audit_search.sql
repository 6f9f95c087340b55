-- 留痕查询：省一级数以千万计，每种查法都要有按时间排好的路，读满一页即止。
create index entry_at on audit.entry (at desc, id desc);
create index entry_act on audit.entry (act, at desc, id desc);
create index entry_account on audit.entry (account_id, at desc, id desc) where account_id is not null;
create index entry_refused on audit.entry (at desc, id desc) where not done;

-- 没有单位的（公众查询、登录、本人办理）归省级审计员查，别人看不到。范围只作过滤（docs/decisions/0009）。
alter policy read_scope on audit.entry
    using (case when unit_code <@ (select kernel.scope_ranges()) then true
                when unit_code is null
                then (select kernel.scope_role()) = 'AUDITOR'
                     and (select kernel.scope_high() - kernel.scope_low()) >= 10000000000
                else false end);

-- 慰问里写过一次的话抄到了别处(docs/decisions/0079)：去掉一人的理由进了承诺和凭证，结束的理由抄到名单的每一行，慰问品写在方案里、名单上、承诺和
-- 凭证里，走访撤回的理由抄到收回的那一笔、凭证和名单。写下它的那一处清除，抄的一并清除；认得出抄件，凭的是一字不差，所以原处最后换。
do $$
declare
    line_grants constant text := '(select g.id from fund.grant_made g where g.case_id = $1)';
    goods_grants constant text := '(select g.id from fund.grant_made g join festival.line l on l.id = g.case_id
                                    where l.campaign_id = $1 and g.in_kind)';
    -- 走访里见到的人，他们的慰问
    met_lines constant text := '(select l.id from festival.line l join visit.attendee a on a.person_id = l.person_id where a.visit_id = $1)';
    met_grants constant text := '(select g.id from fund.grant_made g where g.case_id in ' || met_lines || ')';
    -- 抄的时候前面写明是撤回走访，首尾的空白没有抄
    withdrawn constant text := 'strpos(%1$s, ''走访记录撤回：'') > 0
                                and exists (select from visit.history h
                                            where h.visit_id = $1
                                              and strpos(h.reason, substr(%1$s, strpos(%1$s, ''走访记录撤回：'') + 7)) > 0)';
begin
    perform removal.holds('fund.entry', 'festival.line', words => 'words', lines => 'subject in ' || line_grants);
    perform removal.holds('fund.grant_made', 'festival.line', words => 'words', lines => 'case_id = $1');
    perform removal.holds('fund.payment', 'festival.line', words => 'reason held_why', lines => 'grant_id in ' || line_grants);
    perform removal.holds('fund.payee_change', 'festival.line', words => 'words decided_words', lines => 'grant_id in ' || line_grants);
    perform removal.holds('fund.sample_check', 'festival.line', words => 'words follow_words', lines => 'grant_id in ' || line_grants);

    perform removal.holds('fund.entry', 'festival.campaign', words => 'words', lines => 'kind = ''COMMIT'' and subject in ' || goods_grants);
    perform removal.holds('fund.grant_made', 'festival.campaign', words => 'words', lines => 'id in ' || goods_grants);
    perform removal.holds('festival.line', 'festival.campaign', words => 'goods', lines => 'campaign_id = $1');
    perform removal.holds('festival.line', 'festival.campaign', words => 'ended_why',
                          lines => 'campaign_id = $1 and ended_why = (select c.closed_why from festival.campaign c where c.id = $1)');
    delete from removal.holding where place = 'festival.campaign' and root = 'festival.campaign';
    perform removal.holds('festival.campaign', 'festival.campaign', words => 'closed_why', history => 'rule:goods');
    update removal.plain set columns = array_remove(columns, 'rule') where place = 'festival.campaign';

    perform removal.holds('fund.entry', 'visit.visit', words => 'words',
                          lines => 'subject in ' || met_grants || ' and ' || format(withdrawn, 'words'));
    perform removal.holds('fund.payment', 'visit.visit', words => 'reason',
                          lines => 'grant_id in ' || met_grants || ' and ' || format(withdrawn, 'reason'));
    perform removal.holds('festival.line', 'visit.visit', words => 'ended_why',
                          lines => 'id in ' || met_lines || ' and ' || format(withdrawn, 'ended_why'));
    update removal.holding set id = default where place = 'visit.history' and root = 'visit.visit';
end $$;

-- 核准了、还没有做的那一次要换掉话的行：凭证和凭证所依据的记录，前后的摘要照它们记
create function removal.reached(p_removal uuid) returns setof uuid
    language plpgsql volatile security definer set search_path = '' as $$
declare
    r removal.removal := removal.due(p_removal);
    h removal.holding;
begin
    perform removal.held(r);
    perform set_config('rongyi.removal', 'on', true);
    for h in
        select * from removal.holding t
        where t.root in (r.root, '*') and not t.fixed
          and exists (select from pg_catalog.pg_attribute a
                      where a.attrelid = t.place::regclass and a.attname = 'id' and a.atttypid = 'uuid'::regtype)
        order by t.id
    loop
        return query execute format('select id from %s where (%s) and %s', h.place, h.rows, removal.speaks(h)) using r.record;
    end loop;
    perform set_config('rongyi.removal', '', true);
end $$;
comment on function removal.reached(uuid) is '一次清除要换掉话的各行的编号，不给内容';
revoke all on function removal.reached(uuid) from public;
grant execute on function removal.reached(uuid) to rongyi_app;

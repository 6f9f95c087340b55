-- 承诺归了新的村（社区），以前付过几次、账号更正过、银行说过什么也归那里：不然那里再发，编号和余数都不对。
create policy follow on fund.payment for update to rongyi_owner using (true);
create policy follow on fund.payee_change for update to rongyi_owner using (true);
create policy follow on fund.settlement for update to rongyi_owner using (true);

create or replace function fund.move_grants(p_grants uuid[], p_code bigint) returns void
    language sql volatile security definer set search_path = ''
    begin atomic
        update fund.payment p set code_now = p_code
        from fund.grant_made m
        where m.id = p.grant_id and m.id = any(p_grants) and m.state in ('WAITING', 'RETURNED');
        update fund.settlement s set code_now = p_code
        from fund.payment p
        join fund.grant_made m on m.id = p.grant_id
        where p.id = s.payment_id and m.id = any(p_grants) and m.state in ('WAITING', 'RETURNED');
        update fund.payee_change c set code_now = p_code
        from fund.grant_made m
        where m.id = c.grant_id and m.id = any(p_grants) and m.state in ('WAITING', 'RETURNED');
        update fund.grant_made m set code_now = p_code
        where m.id = any(p_grants) and m.state in ('WAITING', 'RETURNED');
    end;
comment on function fund.move_grants(uuid[], bigint) is '还没有付的承诺归新的村（社区），付过的记录随着';

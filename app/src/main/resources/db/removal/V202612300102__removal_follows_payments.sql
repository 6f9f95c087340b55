-- 承诺的页面上看得到每一次拨付的话：银行的答复、认定时写的、重付怎么了结的。凭承诺、办件、慰问名单上一行清除的，这些也清除，不只清除抄在拨付里的。
do $$
declare
    one record;
    payments text;
begin
    for one in
        select * from (values ('fund.grant_made', 'p.grant_id = $1'),
                              ('approval.case_file', 'p.grant_id in (select g.id from fund.grant_made g where g.case_id = $1)'),
                              ('festival.line', 'p.grant_id in (select g.id from fund.grant_made g where g.case_id = $1)')) v (root, grants)
    loop
        payments := 'payment_id in (select p.id from fund.payment p where ' || one.grants || ')';
        perform removal.holds('fund.result_line', one.root, words => 'reason', lines => payments);
        perform removal.holds('fund.settlement', one.root, words => 'said_reason words', lines => payments);
        perform removal.holds('fund.overpaid_over', one.root, words => 'document back_words', lines => payments);
    end loop;
end $$;

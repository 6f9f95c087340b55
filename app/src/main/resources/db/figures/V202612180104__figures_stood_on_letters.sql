-- 截至某日入账的名单，落实的信也照事实说。
drop index figures.fact_subject;
create index fact_subject on figures.fact (subject, kind) where kind in (20, 21, 40, 60, 61, 62, 63);

create or replace function figures.stood_on(p_kind smallint, p_subject uuid, p_as_of date) returns date
    language plpgsql stable security definer set search_path = ''
    as $$
    begin
        return (select f.happened_on
                from figures.fact f
                where f.subject = p_subject and f.kind = p_kind and f.kind in (20, 21, 40, 60, 61, 62, 63)
                  and f.booked_on <= p_as_of
                group by f.happened_on
                having sum(f.value) > 0
                order by f.happened_on desc
                limit 1);
    end $$;
comment on function figures.stood_on(smallint, uuid, date) is
    '到那天为止入账的，这一件记在哪一天；没有入账，或者已经撤回的，为空。只答帮扶援助、应急救助、节日慰问和安置落实';

-- 凭据页：评分的每一项凭哪一页，那一页的照片或扫描件挂在这一项上，第二个人、市级和本人都打得开。
create table reception.score_page (
    id           uuid   not null primary key,
    reception_id uuid   not null references reception.reception,
    item         text   not null,
    person_id    uuid   not null,
    code_now     bigint not null,
    unique (reception_id, item)
);
comment on table reception.score_page is '评分一项的凭据页；照片和扫描件是它的附件（reception.score-page）';
comment on column reception.score_page.item is '评分项目（参数 placement.score.…）；服役年限是 placement.score.year.first 或军官标准的同一项';
create index score_page_code on reception.score_page (code_now);

grant select, insert on reception.score_page to rongyi_app;
grant select on reception.score_page to rongyi_self;
grant select, update on reception.score_page to rongyi_job;
alter table reception.score_page enable row level security;
alter table reception.score_page force row level security;
create policy scope on reception.score_page to rongyi_app
    using (case when code_now <@ (select kernel.scope_ranges()) then true else false end)
    with check (code_now <@ (select kernel.scope_ranges()));
create policy self on reception.score_page for select to rongyi_self
    using (person_id = (select kernel.self_person()));
create policy job on reception.score_page to rongyi_job using (true) with check (true);
create policy owner on reception.score_page for select to rongyi_owner using (true);

do $$ begin
    perform removal.no_words('reception.score_page', 'item');
    perform removal.holds('documents.attachment', 'reception.reception', words => 'name', files => 'file_id preview_id',
                          whole => 'file_id is not null or away_reason <> removal.mark()',
                          change => 'file_id = null, preview_id = null, away_at = coalesce(away_at, kernel.scope_now()), '
                                    'away_by = coalesce(away_by, removal.mark()), away_reason = removal.mark()',
                          lines => 'owner_id in (select p.id from reception.score_page p where p.reception_id = $1)');
end $$;

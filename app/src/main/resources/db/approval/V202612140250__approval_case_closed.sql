-- 到期的证明材料和文书从办结的办件找起：每夜一次，保存期限页每看一次。
create index case_closed on approval.case_file (decided_on) where state = 'CLOSED';

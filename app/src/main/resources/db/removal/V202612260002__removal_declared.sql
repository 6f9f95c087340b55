-- 自由文字在哪里(docs/decisions/0079)：房间里新添一列文字，那次迁移同时在这里登记，或者写明里面没有话。
do $$
declare
    own text;
    fund_of constant text := 'fund_id in (select f.id from fund.fund f join organisation.unit u on u.id = f.unit_id
                                          where u.code_now <@ (select kernel.scope_ranges()))';
    unit_of constant text := 'unit_id in (select u.id from organisation.unit u where u.code_now <@ (select kernel.scope_ranges()))';
    case_grants constant text := '(select g.id from fund.grant_made g where g.case_id = $1)';
begin
    -- 哪些是一条记录
    perform removal.roots('visit.visit', '走访'), removal.roots('need.need', '需求'), removal.roots('person.person', '人员档案'),
            removal.roots('person.handover', '移交'), removal.roots('kin.mandate', '亲属委托'),
            removal.roots('approval.case_file', '办件'), removal.roots('approval.objection', '公示异议'),
            removal.roots('approval.transfer', '办件移送'), removal.roots('approval.task', '办件的一步'),
            removal.roots('documents.attachment', '附件'), removal.roots('documents.issued', '签发的文件'),
            removal.roots('relief.bar', '不予援助的情形'), removal.roots('intake.batch', '导入的名单'),
            removal.roots('festival.line', '节日慰问'), removal.roots('festival.campaign', '节日慰问方案', unit_of),
            removal.roots('reception.reception', '移交接收'), removal.roots('reception.ending', '终止安置待遇'),
            removal.roots('reception.score_objection', '评分异议'), removal.roots('reception.score_entry', '评分'),
            removal.roots('fund.fund', '资金', unit_of), removal.roots('fund.lot', '来源', fund_of),
            removal.roots('fund.gift', '捐赠'), removal.roots('fund.grant_made', '承诺'), removal.roots('fund.payment', '拨付'),
            removal.roots('fund.batch', '拨付批次'), removal.roots('fund.entry', '凭证', fund_of),
            removal.roots('fund.closing', '结账', fund_of), removal.roots('fund.bank_line', '银行流水'),
            removal.roots('fund.bank_statement', '银行对账单'), removal.roots('fund.result_file', '银行结果文件'),
            removal.roots('fund.settlement', '拨付认定'), removal.roots('fund.payee_change', '更正收款账号'),
            removal.roots('fund.purpose_change', '变更用途'), removal.roots('fund.platform_change', '网上捐赠的页面', fund_of),
            removal.roots('fund.plan_end', '募捐结束日期', fund_of), removal.roots('fund.raising_plan', '募捐方案'),
            removal.roots('fund.related_person', '利害关系人'), removal.roots('fund.sample_check', '回访'),
            removal.roots('fund.recovery', '追回'), removal.roots('fund.disclosure', '信息公开'),
            removal.roots('campaign.campaign', '安置活动'), removal.roots('campaign.post', '安置岗位'),
            removal.roots('campaign.candidate', '安置活动参加人'), removal.roots('campaign.objection', '安置公示异议'),
            removal.roots('campaign.appeal', '安置申诉'), removal.roots('campaign.refusal', '不能选的岗位'),
            removal.roots('campaign.letter', '安置介绍信'), removal.roots('campaign.direct_application', '直通安置申请'),
            removal.roots('campaign.direct_objection', '直通安置异议'), removal.roots('campaign.exam_review', '考试复核'),
            removal.roots('campaign.exam_bar', '不能报名的依据'),
            removal.roots('organisation.unit', '机构', 'code_now <@ (select kernel.scope_ranges())'),
            removal.roots('policy.change', '参数变更', 'PROVINCE'), removal.roots('policy.calendar_year', '放假安排', 'PROVINCE'), removal.roots('access.client', '接口用户', 'PROVINCE'),
            removal.roots('access.delegation', '代理', 'PROVINCE'), removal.roots('access.account', '账号', 'PROVINCE'),
            removal.roots('vault.key', '密钥', 'PROVINCE'), removal.roots('removal.removal', '清除');

    -- 走访、需求
    perform removal.holds('visit.visit', 'visit.visit', words => 'brought', sealed => 'said_sealed', change => 'version = version + 1');
    perform removal.holds('visit.history', 'visit.visit', words => 'reason', history => 'before:brought', lines => 'visit_id = $1');
    perform removal.holds('visit.photo', 'visit.visit', files => 'file_id thumbnail_id', away => true, lines => 'visit_id = $1');
    perform removal.opens('visit.attendee');
    perform removal.holds('visit.draft', 'visit.visit', away => true,
                          lines => 'person_id in (select a.person_id from visit.attendee a where a.visit_id = $1)');
    perform removal.holds('need.need', 'visit.visit', words => 'answer', sealed => 'text_sealed', lines => 'source_id = $1',
                          change => 'version = version + 1');
    perform removal.holds('need.need', 'need.need', words => 'answer', sealed => 'text_sealed', change => 'version = version + 1');
    perform removal.holds('relief.set_aside', 'visit.visit', words => 'reason',
                          lines => 'need_id in (select n.id from need.need n where n.source_id = $1)');
    perform removal.holds('relief.set_aside', 'need.need', words => 'reason', lines => 'need_id = $1');
    -- 档案
    perform removal.holds('person.person', 'person.person', words => 'status_ground', change => 'version = version + 1');
    perform removal.holds('person.household', 'person.person', words => 'address group_name',
                          lines => 'id in (select p.household_id from person.person p where p.id = $1)');
    perform removal.holds('person.place', 'person.person', words => 'address group_name', lines => 'person_id = $1');
    perform removal.holds('person.history', 'person.person', words => 'reason',
                          history => 'before:lines,places.address,places.groupName', lines => 'person_id = $1');
    perform removal.holds('person.handover', 'person.person', words => 'reason answer address group_name', lines => 'person_id = $1');
    perform removal.holds('person.handover', 'person.handover', words => 'reason answer address group_name');
    perform removal.holds('visit.contact', 'person.person', words => 'group_name', lines => 'person_id = $1');
    perform removal.holds('visit.draft', 'person.person', away => true, lines => 'person_id = $1');
    perform removal.holds('relief.set_aside_family', 'person.person', words => 'reason', lines => 'person_id = $1 or deceased_id = $1');
    perform removal.holds('relief.bar', 'relief.bar', words => 'body withdrawn_why', sealed => 'document_sealed', change => 'version = version + 1');
    perform removal.holds('kin.mandate', 'kin.mandate', words => 'ended_why');
    -- 办件，连同申请的内容、公示、异议、复核、移送
    perform removal.holds('approval.case_file', 'approval.case_file', words => 'filed_ground public_matter', sealed => 'reason_sealed', change => 'version = version + 1');
    perform removal.holds('approval.event', 'approval.case_file', sealed => 'text_sealed', lines => 'case_id = $1');
    perform removal.holds('approval.task', 'approval.case_file', sealed => 'asked_sealed opinion_sealed', lines => 'case_id = $1',
                          change => 'version = version + 1');
    perform removal.holds('approval.task', 'approval.task', sealed => 'asked_sealed opinion_sealed', change => 'version = version + 1');
    perform removal.holds('approval.delivery', 'approval.case_file', words => 'proof', lines => 'case_id = $1');
    perform removal.holds('approval.objection', 'approval.case_file', sealed => 'grounds_sealed answer_sealed', lines => 'case_id = $1');
    perform removal.holds('approval.objection', 'approval.objection', sealed => 'grounds_sealed answer_sealed');
    perform removal.holds('approval.public_notice', 'approval.case_file', words => 'matter',
                          lines => 'id in (select t.id from approval.task t where t.case_id = $1)');
    perform removal.holds('approval.rating', 'approval.case_file', sealed => 'text_sealed');
    perform removal.holds('approval.recheck', 'approval.case_file', sealed => 'words_sealed', lines => 'id = $1 or of_case = $1');
    perform removal.holds('approval.transfer', 'approval.case_file', sealed => 'reason_sealed answer_sealed', lines => 'case_id = $1');
    perform removal.holds('approval.transfer', 'approval.transfer', sealed => 'reason_sealed answer_sealed');
    perform removal.holds('person.correction_request', 'approval.case_file', sealed => 'content_sealed:ground,address,groupName', change => 'version = version + 1');
    perform removal.holds('relief.aid', 'approval.case_file',
                          sealed => 'words_sealed diagnosis_sealed found_sealed '
                                    'basis_sealed:facts.repeat.reason,grant.what,grant.deviation,before.what,before.deviation',
                          change => 'version = version + 1');
    perform removal.holds('relief.emergency', 'approval.case_file',
                          sealed => 'words_sealed diagnosis_sealed found_sealed basis_sealed:deviation', change => 'version = version + 1');
    perform removal.holds('fund.grant_made', 'approval.case_file', words => 'words', lines => 'case_id = $1');
    perform removal.holds('fund.payment', 'approval.case_file', words => 'reason held_why', lines => 'grant_id in ' || case_grants);
    perform removal.holds('fund.payee_change', 'approval.case_file', words => 'words decided_words', lines => 'grant_id in ' || case_grants);
    perform removal.holds('fund.sample_check', 'approval.case_file', words => 'words follow_words', lines => 'grant_id in ' || case_grants);
    perform removal.holds('fund.entry', 'approval.case_file', words => 'words', lines => 'subject in ' || case_grants);
    -- 附件、签发的文件：任何记录的
    perform removal.holds('documents.attachment', '*', words => 'name', files => 'file_id preview_id', whole => 'file_id is not null or away_reason <> removal.mark()',
                          change => 'file_id = null, preview_id = null, away_at = coalesce(away_at, kernel.scope_now()), '
                                    'away_by = coalesce(away_by, removal.mark()), away_reason = removal.mark()',
                          lines => 'owner_id = any (array(select $1 union all select o.id from approval.objection o where o.case_id = $1 '
                                   'union all select i.id from documents.issued i where i.owner_id = $1))');
    perform removal.holds('documents.attachment', 'documents.attachment', words => 'name', files => 'file_id preview_id',
                          whole => 'file_id is not null or away_reason <> removal.mark()',
                          change => 'file_id = null, preview_id = null, away_at = coalesce(away_at, kernel.scope_now()), '
                                    'away_by = coalesce(away_by, removal.mark()), away_reason = removal.mark()');
    foreach own in array array['*', 'documents.issued'] loop
        perform removal.holds('documents.issued', own, words => 'state_reason', files => 'file_id', whole => 'file_id is not null',
                              change => 'file_id = null, gone_on = coalesce(gone_on, (kernel.scope_now() at time zone ''Asia/Shanghai'')::date)',
                              lines => case when own = '*' then 'owner_id = $1' else 'id = $1' end);
    end loop;
    perform removal.holds('intake.batch', 'intake.batch', words => 'file_name', files => 'pieces[]',
                          change => 'pieces = ''{}'', preview = null, note = removal.mark()', whole => 'pieces <> ''{}'' or preview is not null');
    perform removal.holds('intake.row', 'intake.batch', sealed => 'content:cells,reason', lines => 'batch_id = $1');
    -- 账：凭证的摘要在账里，前后两个摘要进留痕
    perform removal.holds('fund.entry', 'fund.entry', words => 'words');
    foreach own in array array['fund.fund', 'fund.lot', 'fund.gift', 'fund.grant_made', 'fund.payment', 'fund.batch', 'fund.closing',
                               'fund.purpose_change', 'fund.recovery'] loop
        perform removal.holds('fund.entry', own, words => 'words', lines => 'subject = $1'
            || case own when 'fund.recovery' then ' or subject in (select y.id from fund.repayment y where y.recovery_id = $1)' else '' end);
    end loop;
    perform removal.holds('fund.lot', 'fund.lot', words => 'title'), removal.holds('fund.lot', 'fund.gift', words => 'title');
    perform removal.holds('fund.gift', 'fund.gift', words => 'goods wish');
    perform removal.holds('fund.purpose_change', 'fund.gift', words => 'wish decided_words paper', lines => 'gift_id = $1');
    perform removal.holds('fund.purpose_change', 'fund.purpose_change', words => 'wish decided_words paper');
    perform removal.holds('fund.grant_made', 'fund.grant_made', words => 'words');
    perform removal.holds('fund.payment', 'fund.grant_made', words => 'reason held_why', lines => 'grant_id = $1');
    perform removal.holds('fund.payee_change', 'fund.grant_made', words => 'words decided_words', lines => 'grant_id = $1');
    perform removal.holds('fund.payee_change', 'fund.payee_change', words => 'words decided_words');
    perform removal.holds('fund.sample_check', 'fund.grant_made', words => 'words follow_words', lines => 'grant_id = $1');
    perform removal.holds('fund.sample_check', 'fund.sample_check', words => 'words follow_words');
    perform removal.holds('fund.payment', 'fund.payment', words => 'reason held_why');
    perform removal.holds('fund.result_line', 'fund.payment', words => 'reason', lines => 'payment_id = $1');
    perform removal.holds('fund.result_line', 'fund.result_file', words => 'reason', lines => 'file_id = $1');
    perform removal.holds('fund.settlement', 'fund.payment', words => 'said_reason words', lines => 'payment_id = $1');
    perform removal.holds('fund.settlement', 'fund.settlement', words => 'said_reason words');
    perform removal.holds('fund.overpaid_over', 'fund.payment', words => 'document back_words', lines => 'payment_id = $1');
    perform removal.holds('fund.batch', 'fund.batch', words => 'dissolved_reason');
    perform removal.holds('fund.closing', 'fund.closing', words => 'reason');
    perform removal.holds('fund.bank_line', 'fund.bank_line', words => 'note words');
    perform removal.holds('fund.bank_line', 'fund.bank_statement', words => 'note words', lines => 'statement_id = $1');
    perform removal.holds('fund.platform_change', 'fund.platform_change', words => 'reason decided_words');
    perform removal.holds('fund.plan_end', 'fund.plan_end', words => 'document reason decided_words');
    perform removal.holds('fund.raising_plan', 'fund.raising_plan', words => 'title area purpose remainder');
    perform removal.holds('fund.related_person', 'fund.related_person', words => 'duty ended_reason');
    perform removal.holds('fund.recovery', 'fund.recovery', sealed => 'words_sealed said_sealed decided_sealed waive_sealed');
    perform removal.holds('fund.repayment', 'fund.recovery', words => 'document', sealed => 'back_sealed', lines => 'recovery_id = $1');
    perform removal.holds('fund.late_repayment', 'fund.recovery', words => 'document', lines => 'recovery_id = $1');
    foreach own in array array['fund.fund', 'fund.disclosure'] loop -- 公开过的全文，有摘要
        perform removal.holds('fund.disclosure', own, words => 'document', fixed => true,
                              lines => case own when 'fund.fund' then 'fund_id = $1' else 'id = $1' end);
    end loop;
    perform removal.holds('fund.disclosure_line', 'fund.disclosure', words => 'item purpose', fixed => true, lines => 'disclosure_id = $1');
    -- 节日慰问、移交接收
    perform removal.holds('festival.line', 'festival.line', words => 'goods change_why ended_why');
    perform removal.holds('festival.campaign', 'festival.campaign', words => 'closed_why');
    perform removal.holds('reception.reception', 'reception.reception', words => 'from_unit basis_words late_why withdrawn_why', change => 'version = version + 1');
    perform removal.holds('reception.ending', 'reception.reception', words => 'decision answer',
                          sealed => 'reason_sealed heard_sealed objection_sealed', lines => 'reception_id = $1');
    perform removal.holds('reception.ending', 'reception.ending', words => 'decision answer',
                          sealed => 'reason_sealed heard_sealed objection_sealed');
    perform removal.holds('reception.score_entry', 'reception.reception', words => 'cleared_why reason', lines => 'reception_id = $1');
    perform removal.holds('reception.score_entry', 'reception.score_entry', words => 'cleared_why reason');
    perform removal.holds('reception.score_line', 'reception.reception', words => 'page',
                          lines => 'entry_id in (select e.id from reception.score_entry e where e.reception_id = $1)');
    perform removal.holds('reception.score_line', 'reception.score_entry', words => 'page', lines => 'entry_id = $1');
    perform removal.holds('reception.score_objection', 'reception.reception', words => 'answer', sealed => 'words_sealed', lines => 'reception_id = $1');
    perform removal.holds('reception.score_objection', 'reception.score_objection', words => 'answer', sealed => 'words_sealed');
    perform removal.holds('reception.score_reopening', 'reception.reception', words => 'reason paper', lines => 'reception_id = $1');
    -- 安置活动：异议、申诉、理由可以清除；公布的、进了公开材料的动不了
    perform removal.holds('campaign.objection', 'campaign.objection', sealed => 'grounds_sealed answer_sealed');
    perform removal.holds('campaign.appeal', 'campaign.appeal', words => 'words answer');
    perform removal.holds('campaign.direct_objection', 'campaign.direct_objection', words => 'answer', sealed => 'words_sealed');
    perform removal.holds('campaign.exam_review', 'campaign.exam_review', words => 'reason answer');
    perform removal.holds('campaign.exam_bar', 'campaign.exam_bar', words => 'reason lifted_why');
    perform removal.holds('campaign.refusal', 'campaign.refusal', words => 'reason lifted_why');
    perform removal.holds('campaign.letter', 'campaign.letter', words => 'words', change => 'version = version + 1');
    perform removal.holds('campaign.candidate', 'campaign.candidate', words => 'left_why', change => 'version = version + 1');
    perform removal.holds('campaign.direct_application', 'campaign.direct_application', words => 'refused_why withdrawn_why');
    perform removal.holds('campaign.direct_application', 'campaign.direct_application', words => 'reason shown_others', fixed => true);
    perform removal.opens('campaign.campaign');
    perform removal.holds('campaign.post', 'campaign.post', words => 'title conditions withdrawn_why', change => 'version = version + 1',
                          lines => 'id = $1 and campaign_id in (select c.id from campaign.campaign c where c.stage = ''DRAFT'')');
    perform removal.holds('campaign.post', 'campaign.post', words => 'title conditions withdrawn_why', fixed => true,
                          lines => 'id = $1 and campaign_id not in (select c.id from campaign.campaign c where c.stage = ''DRAFT'')');
    perform removal.holds('campaign.campaign', 'campaign.campaign', words => 'title called_off_why corrected_why silent', fixed => true);
    perform removal.holds('campaign.meeting', 'campaign.campaign', words => 'minutes', fixed => true, lines => 'campaign_id = $1');
    perform removal.holds('campaign.correction', 'campaign.campaign', words => 'reason', fixed => true, lines => 'campaign_id = $1');
    perform removal.holds('campaign.direct_call', 'campaign.campaign', words => 'conditions pilot', fixed => true, lines => 'campaign_id = $1');
    perform removal.holds('campaign.draw_source', 'campaign.campaign', words => 'name read_where', fixed => true, lines => 'campaign_id = $1');
    perform removal.holds('campaign.exam', 'campaign.campaign', words => 'for_whom place source source_where', fixed => true, lines => 'campaign_id = $1');
    perform removal.holds('campaign.live', 'campaign.campaign', words => 'pause_why', fixed => true, lines => 'campaign_id = $1');
    perform removal.holds('campaign.live_turn', 'campaign.campaign', words => 'words absent_words', fixed => true, lines => 'campaign_id = $1');
    perform removal.holds('campaign.opened_list', 'campaign.campaign', words => 'trouble detail', fixed => true, lines => 'campaign_id = $1');
    perform removal.holds('campaign.score_notice', 'campaign.campaign', words => 'note', fixed => true, lines => 'campaign_id = $1');
    perform removal.holds('campaign.run', 'campaign.campaign', words => 'set_aside_why', sealed => 'shown', fixed => true, lines => 'campaign_id = $1');
    perform removal.holds('campaign.run_file', 'campaign.campaign', sealed => 'file_sealed', fixed => true, lines => 'campaign_id = $1');
    perform removal.holds('campaign.placed', 'campaign.campaign', sealed => 'slip_sealed', fixed => true, lines => 'campaign_id = $1');
    -- 机构、账号、参数、接口、密钥：写过的理由
    perform removal.holds('organisation.unit', 'organisation.unit', words => 'address hours', change => 'version = version + 1');
    perform removal.holds('organisation.unit_history', 'organisation.unit', words => 'reason', history => 'before:address,hours', lines => 'unit_id = $1');
    perform removal.holds('policy.change', 'policy.change', words => 'document article reason decided_reason');
    perform removal.holds('policy.calendar_year', 'policy.calendar_year', words => 'document decided_reason');
    perform removal.holds('access.client', 'access.client', words => 'contact purpose revoked_for');
    perform removal.holds('access.delegation', 'access.delegation', words => 'reason');
    perform removal.holds('access.account_history', 'access.account', words => 'reason', lines => 'account_id = $1');
    perform removal.holds('vault.key', 'vault.key', words => 'reason');
    perform removal.holds('removal.removal', 'removal.removal', words => 'decided_words');
end $$;

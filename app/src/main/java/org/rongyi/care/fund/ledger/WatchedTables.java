package org.rongyi.care.fund.ledger;

import java.util.List;
import java.util.Set;
import org.rongyi.platform.audit.AnchorCheck.Anew;
import org.rongyi.platform.audit.AnchorCheck.Watched;

/**
 * 看守的表: the books' tables, every row of which an act vouches for (docs/decisions/0056); what decides a grant in the cases is said by
 * each service.
 * Entries, their lines, the books of a year and the sources have their digests and are recounted ({@link LedgerCheck}).
 */
final class WatchedTables {

    static final List<Watched> ALL = List.of(
            Watched.whole("fund.fund", "资金", "number"),
            new Watched("fund.account", "科目", List.of("id"), "t.kind", null, List.of("balance")),
            Watched.whole("fund.gift", "捐赠", "number"),
            Watched.whole("fund.grant_made", "承诺", "case_number"),
            Watched.whole("fund.batch", "拨付批次", "number"),
            Watched.whole("fund.payment", "拨付", "reference"),
            Watched.whole("fund.result_file", "银行结果文件", "name"),
            Watched.whole("fund.result_line", "银行结果", "null", "file_id", "line"),
            Watched.whole("fund.settlement", "拨付认定", "null"),
            Watched.whole("fund.payee_change", "更正收款账号", "payee"),
            Watched.whole("fund.closing", "结账", "null"),
            Watched.whole("fund.bank_statement", "银行对账单", "number"),
            Watched.whole("fund.bank_line", "银行流水", "serial"),
            Watched.whole("fund.bank_match", "对账", "null", "entry_id"),
            Watched.whole("fund.raising_plan", "募捐方案", "title"),
            Watched.whole("fund.plan_end", "募捐结束日期", "document"),
            Watched.whole("fund.platform_change", "网上捐赠的页面", "address"),
            Watched.whole("fund.purpose_change", "变更用途", "null"),
            Watched.whole("fund.disclosure", "信息公开", "number"),
            Watched.whole("fund.disclosure_line", "信息公开的一行", "null", "disclosure_id", "line"),
            Watched.whole("fund.related_person", "利害关系人", "name"),
            Watched.whole("fund.sample", "抽样", "number"),
            Watched.whole("fund.sample_unit", "抽到的", "null", "sample_id", "grant_id"),
            Watched.whole("fund.sample_check", "回访", "null"),
            Watched.whole("fund.recovery", "追回", "number"),
            Watched.whole("fund.repayment", "退回", "null"),
            Watched.whole("fund.overpaid_over", "重付了结", "null"),
            Watched.whole("fund.late_repayment", "核销后退回", "null"));

    /** 重新登记: the migrations that changed rows or columns of these tables (docs/decisions/0062); no other may have. */
    static final List<Anew> ANEW =
            List.of(new Anew("202612190402", Set.of("fund.grant_made", "fund.payment", "fund.payee_change")));

    private WatchedTables() {}
}

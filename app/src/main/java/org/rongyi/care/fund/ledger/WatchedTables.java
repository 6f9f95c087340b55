package org.rongyi.care.fund.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.rongyi.platform.audit.AnchorCheck.Anew;
import org.rongyi.platform.audit.AnchorCheck.Watched;

/**
 * 看守的表: the books' tables, every row of which an act vouches for (docs/decisions/0056), and what decides a grant in the cases.
 * Entries, their lines, the books of a year and the sources have their digests and are recounted ({@link LedgerCheck}).
 */
final class WatchedTables {

    static final List<Watched> ALL = List.of(
            whole("fund.fund", "资金", "number"),
            new Watched("fund.account", "科目", List.of("id"), "t.kind", null, List.of("balance")),
            whole("fund.gift", "捐赠", "number"),
            whole("fund.grant_made", "承诺", "case_number"),
            whole("fund.batch", "拨付批次", "number"),
            whole("fund.payment", "拨付", "reference"),
            whole("fund.result_file", "银行结果文件", "name"),
            whole("fund.result_line", "银行结果", "null", "file_id", "line"),
            whole("fund.settlement", "拨付认定", "null"),
            whole("fund.payee_change", "更正收款账号", "payee"),
            whole("fund.closing", "结账", "null"),
            whole("fund.bank_statement", "银行对账单", "number"),
            whole("fund.bank_line", "银行流水", "serial"),
            whole("fund.bank_match", "对账", "null", "entry_id"),
            whole("fund.raising_plan", "募捐方案", "title"),
            whole("fund.plan_end", "募捐结束日期", "document"),
            whole("fund.platform_change", "网上捐赠的页面", "address"),
            whole("fund.purpose_change", "变更用途", "null"),
            whole("fund.disclosure", "信息公开", "number"),
            whole("fund.disclosure_line", "信息公开的一行", "null", "disclosure_id", "line"),
            whole("fund.related_person", "利害关系人", "name"),
            whole("fund.sample", "抽样", "number"),
            whole("fund.sample_unit", "抽到的", "null", "sample_id", "grant_id"),
            whole("fund.sample_check", "回访", "null"),
            whole("fund.recovery", "追回", "number"),
            whole("fund.repayment", "退回", "null"),
            whole("fund.overpaid_over", "重付了结", "null"),
            whole("fund.late_repayment", "核销后退回", "null"),
            part(
                    "relief.aid",
                    "困难帮扶援助",
                    "id",
                    "person_id",
                    "situation",
                    "occurred_on",
                    "first_on",
                    "first_modes",
                    "first_fen",
                    "first_goods_fen",
                    "first_payer",
                    "check_on",
                    "check_visitors",
                    "check_visit",
                    "registered",
                    "repeat_accepted",
                    "decided_on",
                    "granted_modes",
                    "granted_fen",
                    "payer",
                    "back_fen",
                    "back_goods_fen",
                    "back_then_fen",
                    "back_then_goods_fen",
                    "before_books_fen"),
            part(
                    "relief.emergency",
                    "应急救助",
                    "id",
                    "person_id",
                    "kind",
                    "occurred_on",
                    "other_aid",
                    "check_on",
                    "check_visitors",
                    "check_visit",
                    "registered",
                    "decided_on",
                    "granted_fen",
                    "paid_on",
                    "fund_id",
                    "back_fen"),
            whole("relief.bar", "不予援助的情形", "body"),
            whole("festival.campaign", "节日慰问方案", "number"),
            part(
                    "festival.line",
                    "节日慰问",
                    "id",
                    "campaign_id",
                    "occasion",
                    "person_id",
                    "fen",
                    "goods",
                    "goods_fen",
                    "payee",
                    "bank",
                    "money_grant",
                    "goods_grant",
                    "visit_id",
                    "given_on",
                    "signed_by",
                    "back_fen"));

    /** 重新登记: the migrations that changed rows or columns of these tables (docs/decisions/0062); no other may have. */
    static final List<Anew> ANEW = List.of(
            new Anew("202612170021", Set.of("relief.aid")),
            new Anew("202612190402", Set.of("fund.grant_made", "fund.payment", "fund.payee_change")),
            new Anew("202612190403", Set.of("relief.aid", "relief.emergency")));

    private WatchedTables() {}

    private static Watched whole(String place, String zh, String name, String... keys) {
        var named = name.equals("null") ? name : "t." + name;
        return new Watched(place, zh, keys.length == 0 ? List.of("id") : Arrays.asList(keys), named, null, List.of());
    }

    private static Watched part(String place, String zh, String... only) {
        return new Watched(place, zh, List.of("id"), "t.person_name", Arrays.asList(only), List.of());
    }
}

package org.rongyi.care.fund.payment.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.payee.PayeeChanges;
import org.rongyi.platform.documents.sheet.Listed;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.ui.Page;

/** 退汇待更正: what the bank sent back, until somebody has put the account right. */
public record PayeesPage(
        List<PayeeChanges.Returned> rows,
        Map<DivisionCode, String> places,
        long count,
        @Nullable String next) implements Page, Listed<PayeeChanges.Returned> {

    @Override
    public String title() {
        return "退汇待更正";
    }

    @Override
    public String list() {
        return "/payees";
    }

    @Override
    public List<String> headers() {
        return List.of("姓名", "地方", "事由", "决定日期", "金额（元）", "已付（元）", "为什么没有付成", "到哪一步");
    }

    @Override
    public List<? extends @Nullable Object> cells(PayeeChanges.Returned row) {
        return Arrays.asList(
                row.personName(),
                places.get(row.code()),
                row.words(),
                row.grantedOn(),
                row.amount(),
                row.paid(),
                row.reason(),
                row.proposed() ? "已更正，等核对" : "等更正");
    }
}

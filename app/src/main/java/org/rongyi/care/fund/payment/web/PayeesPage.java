package org.rongyi.care.fund.payment.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.payee.PayeeChanges;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.ui.Page;

/** 退汇待更正: what the bank sent back, until somebody has put the account right. */
public record PayeesPage(
        List<PayeeChanges.Returned> rows,
        Map<DivisionCode, String> places,
        long count,
        @Nullable String next) implements Page {

    @Override
    public String title() {
        return "退汇待更正";
    }
}

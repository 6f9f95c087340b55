package org.rongyi.care.fund.payment.web;

import java.util.List;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.payment.Batch;
import org.rongyi.care.fund.payment.Grants;
import org.rongyi.platform.ui.Page;

/**
 * 拨付: what the funds of a unit have to pay, and which batches wait for somebody.
 *
 * @param open the oldest first
 */
public record PaymentsPage(List<Row> funds, List<Batch> open) implements Page {

    /** @param contradicting what the bank says two things of, or nothing for long */
    public record Row(Fund fund, Grants.Standing money, Grants.Standing goods, int contradicting) {}

    @Override
    public String title() {
        return "拨付";
    }
}

package org.rongyi.care.relief.emergency;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.rongyi.care.fund.payment.TakenBack;
import org.rongyi.care.relief.AidKinds;
import org.rongyi.insight.figures.Fact;
import org.rongyi.insight.figures.Figures;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 应急救助金额, and 帮扶援助金额 with it, are less by what was freed or came back. */
@Component
class EmergencyTakenBack implements TakenBack {

    private static final String LESS = """
            update relief.emergency set back_fen = back_fen + :fen where id = :id returning code_now, paid_on
            """;

    private final JdbcClient jdbc;
    private final Figures figures;

    EmergencyTakenBack(JdbcClient jdbc, Figures figures) {
        this.jdbc = jdbc;
        this.figures = figures;
    }

    private record Paid(long codeNow, LocalDate paidOn) {}

    @Override
    public String service() {
        return AskEmergency.SERVICE;
    }

    @Override
    public void less(UUID caseId, boolean inKind, Money amount) {
        jdbc.sql(LESS)
                .param("fen", amount.fen())
                .param("id", caseId)
                .query(Paid.class)
                .optional()
                .ifPresent(one -> less(one, caseId, amount));
    }

    private void less(Paid one, UUID caseId, Money amount) {
        var code = new DivisionCode(one.codeNow());
        figures.count(List.of(
                Fact.money(AidKinds.MONEY, code, one.paidOn(), caseId, -amount.fen()),
                Fact.money(EmergencyKinds.MONEY, code, one.paidOn(), caseId, -amount.fen())));
    }
}

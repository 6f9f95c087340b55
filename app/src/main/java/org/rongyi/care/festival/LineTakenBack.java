package org.rongyi.care.festival;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.payment.TakenBack;
import org.rongyi.insight.figures.Fact;
import org.rongyi.insight.figures.Figures;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 慰问金额: what a greeting is worth, less what was freed or came back of it. It is a figure while the greeting is handed over. */
@Component
class LineTakenBack implements TakenBack {

    private static final String LESS = """
            update festival.line set back_fen = back_fen + :fen where id = :id returning code_now, given_on
            """;

    private static final String WORTH = """
            select l.fen + l.goods_fen - l.back_fen from festival.line l where l.id = :id
            """;

    private final JdbcClient jdbc;
    private final Figures figures;

    LineTakenBack(JdbcClient jdbc, Figures figures) {
        this.jdbc = jdbc;
        this.figures = figures;
    }

    private record Handed(long codeNow, @Nullable LocalDate givenOn) {}

    @Override
    public String service() {
        return ApproveCampaign.SERVICE;
    }

    /** What of it stands, in 分. */
    long worth(UUID line) {
        return jdbc.sql(WORTH).param("id", line).query(Long.class).single();
    }

    @Override
    public void less(UUID caseId, boolean inKind, Money amount) {
        jdbc.sql(LESS)
                .param("fen", amount.fen())
                .param("id", caseId)
                .query(Handed.class)
                .optional()
                .ifPresent(line -> less(line, caseId, amount));
    }

    private void less(Handed line, UUID id, Money amount) {
        var given = line.givenOn();
        if (given != null) {
            figures.count(List.of(
                    Fact.money(FestivalKinds.MONEY, new DivisionCode(line.codeNow()), given, id, -amount.fen())));
        }
    }
}

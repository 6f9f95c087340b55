package org.rongyi.care.relief;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.rongyi.care.fund.payment.TakenBack;
import org.rongyi.insight.figures.Fact;
import org.rongyi.insight.figures.Figures;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 帮扶援助金额 is less by what was freed or came back, in the month it was given in. */
@Component
class AidTakenBack implements TakenBack {

    private static final String LESS = """
            update relief.aid set back_fen = back_fen + :fen, back_goods_fen = back_goods_fen + :goods
            where id = :id returning code_now, given_on
            """;

    private static final String HELD = """
            select back_fen - back_goods_fen - (back_then_fen - back_then_goods_fen) as money_fen,
                   back_goods_fen - back_then_goods_fen as goods_fen
            from relief.aid where id = :id
            for update
            """;

    private final JdbcClient jdbc;
    private final Figures figures;

    AidTakenBack(JdbcClient jdbc, Figures figures) {
        this.jdbc = jdbc;
        this.figures = figures;
    }

    private record Granted(long codeNow, LocalDate givenOn) {}

    /** As it stands, and stays until the transaction ends: whoever frees or has something back waits. Called after the fund is held. */
    Aids.Back held(UUID caseId) {
        return jdbc.sql(HELD).param("id", caseId).query(Aids.Back.class).single();
    }

    @Override
    public String service() {
        return AskAid.SERVICE;
    }

    @Override
    public void less(UUID caseId, boolean inKind, Money amount) {
        jdbc.sql(LESS)
                .param("fen", amount.fen())
                .param("goods", inKind ? amount.fen() : 0L)
                .param("id", caseId)
                .query(Granted.class)
                .optional()
                .ifPresent(aid -> figures.count(List.of(Fact.money(
                        AidKinds.MONEY, new DivisionCode(aid.codeNow()), aid.givenOn(), caseId, -amount.fen()))));
    }
}

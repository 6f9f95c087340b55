package org.rongyi.care.fund.payment;

import java.util.List;
import java.util.UUID;
import org.rongyi.care.fund.GrantState;
import org.rongyi.platform.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 钱到哪一步: of what a case gave, in words for him whose it is and for the desk he asks. */
@Component
public class MoneyStanding {

    private static final String OF_CASE = """
            select m.in_kind, m.amount, m.state
            from fund.grant_made m
            where m.case_id = :case
            order by m.granted_on, m.id
            """;

    private final JdbcClient jdbc;

    MoneyStanding(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Part(boolean inKind, long amount, String state) {}

    /** A sentence for each grant of it that the reader may see; none before any was promised. */
    public List<String> ofCase(UUID file) {
        return jdbc.sql(OF_CASE).param("case", file).query(Part.class).list().stream()
                .map(part -> (part.inKind() ? "物资作价 " : "") + new Money(part.amount()).text() + " 元，"
                        + words(GrantState.valueOf(part.state()), part.inKind()))
                .toList();
    }

    private static String words(GrantState state, boolean inKind) {
        return switch (state) {
            case WAITING -> inKind ? "已留出，等发放" : "已留出，等银行付款";
            case IN_BATCH -> "已留出，正在报银行";
            case IN_PAYMENT -> "已交银行，等银行付到卡上";
            case PAID -> inKind ? "已领走" : "已付";
            case RETURNED -> "没有付成，请带银行卡到村（社区）服务站核对";
            case CANCELLED -> "没有付的不付了";
        };
    }
}

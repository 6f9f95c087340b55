package org.rongyi.care.festival;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 一个人的慰问: what he himself may read too, so no reason and no account. */
@Component
public class Greetings {

    private static final String OF_PERSON = """
            select l.id, c.festival, c.year, c.day, c.unit_name, c.way, l.fen, l.goods, l.state, l.given_on, l.signed_by,
                   exists (select from fund.grant_made m where m.id = l.money_grant and m.state = 'PAID') as paid
            from festival.line l
            join festival.campaign c on c.id = l.campaign_id
            where l.person_id = :person and l.state in ('APPROVED', 'GIVEN', 'NOT_GIVEN')
            order by c.day desc, l.id
            limit 20
            """;

    private final JdbcClient jdbc;

    Greetings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One festival's greeting.
     *
     * @param words what is given and how far it is, in plain words
     * @param givenOn the day it was handed over; none before
     * @param paid whether the bank paid the money of it, with a call or without
     */
    public record Greeting(
            UUID line,
            String title,
            LocalDate day,
            String words,
            @Nullable LocalDate givenOn,
            boolean paid) {

        /** Whether he has anything of it. */
        public boolean isReceived() {
            return givenOn != null || paid;
        }
    }

    /** The latest festival first. A list that nobody has approved is nothing to count on yet. */
    public List<Greeting> of(UUID person) {
        return jdbc.sql(OF_PERSON)
                .param("person", person)
                .query((row, n) -> {
                    var gift = new Line.Gift(row.getLong("fen"), row.getString("goods"), 0);
                    boolean transfer =
                            gift.fen() > 0 && Campaign.Way.TRANSFER.name().equals(row.getString("way"));
                    boolean paid = transfer && row.getBoolean("paid");
                    var state = Line.State.valueOf(row.getString("state"));
                    return new Greeting(
                            row.getObject("id", UUID.class),
                            row.getInt("year") + " 年"
                                    + Festival.valueOf(row.getString("festival"))
                                            .zh() + "慰问",
                            row.getObject("day", LocalDate.class),
                            words(state, gift, paid, transfer, row.getString("signed_by")),
                            row.getObject("given_on", LocalDate.class),
                            paid);
                })
                .list();
    }

    private static String words(
            Line.State state, Line.Gift gift, boolean paid, boolean transfer, @Nullable String signedBy) {
        if (paid && state != Line.State.GIVEN) {
            return gift.money() + "已由银行转到卡上"
                    + (gift.goods().isEmpty()
                            ? ""
                            : "；" + gift.goods()
                                    + (state == Line.State.APPROVED ? "，村（社区）服务站节前上门送到" : "，没有送到；有疑问请问村（社区）服务站"));
        }
        var what = gift.words() + (transfer ? "（慰问金由银行转账）" : "");
        if (state == Line.State.APPROVED && transfer && gift.goods().isEmpty()) {
            return gift.words() + "由银行转到卡上，村（社区）服务站节前上门看望";
        }
        return switch (state) {
            case GIVEN -> what + "，已送到，" + signedBy + "签收";
            case APPROVED -> what + "，村（社区）服务站节前上门送到";
            default -> what + "，没有送到；有疑问请问村（社区）服务站";
        };
    }
}

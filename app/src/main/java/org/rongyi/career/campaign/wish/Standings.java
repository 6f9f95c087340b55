package org.rongyi.career.campaign.wish;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 名次 by what is settled before the draw; himself learns how many stand before him, and not who. */
@Component
public class Standings {

    private static final String OF = "select s.place, s.alike, s.people from campaign.standing(:candidate) s";

    private final JdbcClient jdbc;

    Standings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param place from 1; whoever stands alike has the same
     * @param alike how many others no rule parts from him: the draw will
     * @param people how many take part
     */
    public record Standing(int place, int alike, int people) {

        /** The worst the draw can make of it. */
        public int latest() {
            return place + alike;
        }

        public String words() {
            return "第 " + place + " 名，共 " + people + " 人" + (alike == 0 ? "" : "；与另外 " + alike + " 人完全相同，由抽签定先后");
        }
    }

    /** None where the reader may not know it, or it is not settled. */
    public Optional<Standing> of(UUID candidate) {
        return jdbc.sql(OF)
                .param("candidate", candidate)
                .query((row, n) -> new Standing(row.getInt("place"), row.getInt("alike"), row.getInt("people")))
                .optional();
    }
}

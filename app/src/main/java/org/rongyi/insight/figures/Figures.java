package org.rongyi.insight.figures;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 记数: counts facts together with the act that made them. */
@Component
public class Figures {

    private static final String COUNT = """
            select figures.count_facts(
                :kinds, :codes, :days::date[], :subjects::uuid[], :persons::uuid[], :amounts, :today,
                :left * interval '1 millisecond')
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Figures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Takes part in the act's transaction. All facts of an act come in one call: locks are taken in one order within a
     * call, so that two acts on the same people cannot wait for each other. An act concerns hundreds of people at most;
     * bulk work commits in between.
     *
     * @return the moment whose day they were booked on: a record that tells when it was counted tells this one
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public OffsetDateTime count(List<Fact> facts) {
        var now = ZonedDateTime.now(clock);
        while (!facts.isEmpty() && !count(facts, now)) {
            // waited for another writer of these people past midnight: they are booked on the new day
            now = ZonedDateTime.now(clock);
        }
        return now.toOffsetDateTime();
    }

    private boolean count(List<Fact> facts, ZonedDateTime now) {
        var midnight = now.toLocalDate().plusDays(1).atStartOfDay(now.getZone());
        return jdbc.sql(COUNT)
                .param("kinds", facts.stream().map(f -> (short) f.kind().id()).toArray(Short[]::new))
                .param("codes", facts.stream().map(fact -> fact.code().value()).toArray(Long[]::new))
                .param("days", texts(facts, Fact::happenedOn))
                .param("subjects", texts(facts, Fact::subject))
                .param("persons", texts(facts, Fact::person))
                .param("amounts", facts.stream().map(Fact::value).toArray(Long[]::new))
                .param("today", now.toLocalDate())
                .param("left", Duration.between(now, midnight).toMillis())
                .query(Boolean.class)
                .single();
    }

    /** Arrays of days and ids travel as text: the driver knows no arrays of them. */
    private static @Nullable String[] texts(List<Fact> facts, Function<Fact, @Nullable Object> part) {
        return facts.stream()
                .map(part)
                .map(value -> value == null ? null : value.toString())
                .toArray(String[]::new);
    }
}

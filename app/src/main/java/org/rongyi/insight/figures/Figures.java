package org.rongyi.insight.figures;

import java.time.Clock;
import java.time.LocalDate;
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

    private static final String LOCK = "select figures.lock_writers(:persons::uuid[])";

    private static final String COUNT = """
            select figures.count_facts(
                :kinds, :codes, :days::date[], :subjects::uuid[], :persons::uuid[], :amounts, :today)
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
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void count(List<Fact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        var codes = facts.stream().map(fact -> fact.code().value()).toArray(Long[]::new);
        var persons = texts(facts, Fact::person);
        jdbc.sql(LOCK).param("persons", persons).query().singleRow();
        // The day is read once the locks are held: what one person's facts say in order of booking must agree with it.
        jdbc.sql(COUNT)
                .param("kinds", facts.stream().map(f -> (short) f.kind().id()).toArray(Short[]::new))
                .param("codes", codes)
                .param("days", texts(facts, Fact::happenedOn))
                .param("subjects", texts(facts, Fact::subject))
                .param("persons", persons)
                .param("amounts", facts.stream().map(Fact::value).toArray(Long[]::new))
                .param("today", LocalDate.now(clock))
                .query()
                .singleRow();
    }

    /** Arrays of days and ids travel as text: the driver knows no arrays of them. */
    private static @Nullable String[] texts(List<Fact> facts, Function<Fact, @Nullable Object> part) {
        return facts.stream()
                .map(part)
                .map(value -> value == null ? null : value.toString())
                .toArray(String[]::new);
    }
}

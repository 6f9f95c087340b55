package org.rongyi.career.campaign.after;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 以前的信补记: letters issued before they were counted become facts, once. What is in the facts already is passed over, so that a start which was broken off
 * goes on where it was.
 */
public final class LetterFacts {

    /** So many persons' locks fit into the server's table whatever else runs. */
    private static final int AT_ONCE = 1_000;

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final String NEXT = """
            with part as (
                select l.* from campaign.letter l where l.id > ? order by l.id limit ?
            ), facts as (
                select f.kind, s.code_now, f.day, s.id, s.person_id
                from part s
                cross join lateral (
                    values (60, s.issued_on), (61, s.on_duty_on), (62, s.refused_on), (63, s.unit_refused_on)) as f (kind, day)
                where f.day is not null
                  and not exists (
                      select from figures.fact k
                      where k.subject = s.id and k.kind = f.kind
                        and k.kind in (20, 21, 40, 60, 61, 62, 63)) -- those the index holds
            ), put as (
                select figures.count_facts(
                           array_agg(f.kind::smallint order by f.person_id, f.id, f.kind),
                           array_agg(f.code_now order by f.person_id, f.id, f.kind),
                           array_agg(f.day order by f.person_id, f.id, f.kind),
                           array_agg(f.id order by f.person_id, f.id, f.kind),
                           array_agg(f.person_id order by f.person_id, f.id, f.kind),
                           array_agg(1::bigint),
                           (now() at time zone 'Asia/Shanghai')::date, interval '1 hour') as counted
                from facts f
                having count(*) > 0
            )
            select (select s.id from part s order by s.id desc limit 1) as last,
                   coalesce((select p.counted from put p), true) as counted
            """;

    private LetterFacts() {}

    /** @param owner commits each statement by itself */
    public static void into(Connection owner) throws SQLException {
        if (!owner.getAutoCommit()) {
            throw new IllegalStateException("one transaction would hold a lock for each person that has a letter");
        }
        UUID last = BEFORE_ALL;
        while (last != null) {
            last = next(owner, last, AT_ONCE);
        }
    }

    /**
     * Counts the next letters in the order of their ids.
     *
     * @return the last of them; none when there are no more
     */
    static @Nullable UUID next(Connection owner, UUID after, int most) throws SQLException {
        try (var statement = owner.prepareStatement(NEXT)) {
            statement.setObject(1, after);
            statement.setInt(2, most);
            try (var row = statement.executeQuery()) {
                row.next();
                if (!row.getBoolean("counted")) {
                    throw new IllegalStateException("waited an hour for others who count");
                }
                return row.getObject("last", UUID.class);
            }
        }
    }
}

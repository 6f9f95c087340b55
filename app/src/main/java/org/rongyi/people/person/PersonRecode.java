package org.rongyi.people.person;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.rongyi.platform.division.DivisionFollower;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files go on under the new code; where somebody was registered then stays as it was written. */
@Component
class PersonRecode implements DivisionFollower {

    /** Grams before places, by which they are found. */
    private static final List<String> MOVES = List.of(
            """
            update person.handover
            set from_code = case when from_code = :from then :to else from_code end,
                to_code = case when to_code = :from then :to else to_code end,
                asked_code = case when asked_code = :from then :to else asked_code end
            where from_code = :from or to_code = :from
            """,
            // Somebody with places in both villages has these grams there already.
            """
            with gone as (
                delete from person.name_gram g
                using (select person_id from person.place
                       where code_now = :from and valid_to is null
                       union
                       select person_id from person.place
                       where code_now = :from and valid_to is not null) p
                where g.person_id = p.person_id and g.code_now = :from
                returning g.gram, g.person_id)
            insert into person.name_gram (gram, code_now, person_id)
            select gram, :to, person_id from gone
            on conflict do nothing
            """,
            "update person.place set code_now = :to where code_now = :from and valid_to is null",
            "update person.place set code_now = :to where code_now = :from and valid_to is not null",
            "update person.household set code_now = :to where code_now = :from",
            "update person.correction_request set code_now = :to where code_now = :from");

    /** Two villages became one: it answers for the person, and nothing is left to hand over. */
    private static final String SETTLE_MERGED = """
            update person.handover
            set state = 'WITHDRAWN', answered_by = '系统', answered_unit = '区划变更', answered_at = :at,
                answer = '两地已合并为同一村（社区），由合并后的村（社区）负责联系'
            where from_code = :to and to_code = :to and state = 'ASKED'
            """;

    private final JdbcClient jdbc;

    private final Clock clock;

    PersonRecode(@Qualifier("job") JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void recoded(DivisionCode from, DivisionCode to, LocalDate on) {
        for (var move : MOVES) {
            jdbc.sql(move).param("from", from.value()).param("to", to.value()).update();
        }
        jdbc.sql(SETTLE_MERGED)
                .param("to", to.value())
                .param("at", OffsetDateTime.now(clock))
                .update();
    }
}

package org.rongyi.people.person;

import java.time.LocalDate;
import java.util.List;
import org.rongyi.platform.division.DivisionFollower;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files go on under the new code; where somebody was registered then stays as it was written. */
@Component
class PersonRecode implements DivisionFollower {

    private static final List<String> MOVES = List.of(
            "update person.place set code_now = :to where code_now = :from",
            "update person.household set code_now = :to where code_now = :from",
            "update person.handover set from_code = :to where from_code = :from and state = 'ASKED'",
            "update person.handover set to_code = :to where to_code = :from and state = 'ASKED'",
            // Somebody with places in both villages has these grams there already.
            """
            insert into person.name_gram (gram, code_now, person_id)
            select gram, :to, person_id from person.name_gram where code_now = :from
            on conflict do nothing
            """,
            "delete from person.name_gram where code_now = :from");

    private final JdbcClient jdbc;

    PersonRecode(@Qualifier("job") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void recoded(DivisionCode from, DivisionCode to, LocalDate on) {
        for (var move : MOVES) {
            jdbc.sql(move).param("from", from.value()).param("to", to.value()).update();
        }
    }
}

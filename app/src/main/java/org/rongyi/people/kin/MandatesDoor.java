package org.rongyi.people.kin;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.rongyi.platform.access.Mandates;
import org.rongyi.platform.access.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers the door for whom an account may act today: nobody's mandate but its own, and of the veteran only his name. */
@Component
class MandatesDoor implements Mandates {

    private static final String IN_FORCE =
            "select id, person_id, person_name, relation, services from kin.in_force(:account, :today)";

    private final JdbcClient jdbc;
    private final Clock clock;

    MandatesDoor(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<SignedIn.Mandate> inForce(UUID account) {
        return jdbc.sql(IN_FORCE)
                .param("account", account)
                .param("today", LocalDate.now(clock))
                .query((row, n) -> new SignedIn.Mandate(
                        row.getObject("id", UUID.class),
                        row.getObject("person_id", UUID.class),
                        row.getString("person_name"),
                        Relation.valueOf(row.getString("relation")).zh(),
                        Set.copyOf(KinMandates.texts(row.getArray("services")))))
                .list();
    }
}

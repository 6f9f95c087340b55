package org.rongyi.care.festival;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.people.person.PersonFollower;
import org.rongyi.people.person.PersonStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lists follow their people: who has died or moved away falls off, who is answered for elsewhere is greeted there. */
@Component
class FestivalFollower implements PersonFollower {

    private static final String FALL = """
            update festival.line set state = 'FALLEN', ended_why = :why
            where person_id = :person and state in ('LISTED', 'APPROVED')
            """;

    /**
     * It turned out that he had not: where nobody else has listed him meanwhile. Whom the approval passed over was promised nothing
     * and stays off, and so does who is answered for elsewhere.
     */
    private static final String RISE = """
            update festival.line l set state = case c.state when 'OPEN' then 'LISTED' else 'APPROVED' end, ended_why = null
            from festival.campaign c
            where c.id = l.campaign_id and c.state <> 'CLOSED' and l.person_id = :person and l.state = 'FALLEN'
              and (c.state = 'OPEN' or l.money_grant is not null or l.goods_grant is not null)
              and l.ended_why is distinct from '换了由别处联系'
              and not exists (select from festival.listed_elsewhere(array[l.person_id], l.occasion))
            """;

    private static final String HAND_OVER = "select festival.hand_over(:person, :code, :above::bigint[])";

    private static final String ANY = "select exists (select from festival.line l where l.person_id = :person)";

    private final JdbcClient jdbc;

    FestivalFollower(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void registered(UUID person, Responsible at, LocalDate on) {}

    @Override
    public void handedOver(UUID person, Responsible to) {
        jdbc.sql(HAND_OVER)
                .param("person", person)
                .param("code", to.code().value())
                .param("above", Campaigns.above(to.code()))
                .query((row, n) -> true)
                .single();
    }

    @Override
    public void statusChanged(UUID person, PersonStatus status) {
        if (status == PersonStatus.ACTIVE) {
            jdbc.sql(RISE).param("person", person).update();
        } else {
            jdbc.sql(FALL).param("person", person).param("why", status.zh()).update();
        }
    }

    @Override
    public Optional<String> withdrawn(UUID person) {
        boolean listed =
                jdbc.sql(ANY).param("person", person).query(Boolean.class).single();
        return listed ? Optional.of("已列入节日慰问名单") : Optional.empty();
    }
}

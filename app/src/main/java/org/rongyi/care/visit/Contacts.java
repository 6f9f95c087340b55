package org.rongyi.care.visit;

import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.people.person.PersonFollower;
import org.rongyi.people.person.PersonStatus;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 联系台账: one row per person, kept true by every act that changes when he is due; its row is locked before all else. */
@Component
@Order(0)
class Contacts implements PersonFollower {

    private static final String LOCK = """
            select c.person_id, p.name, p.household_id, c.code_now, c.group_name, c.registered_on, c.attention, c.ground,
                   c.cleared_visit, case when p.status <> 'ACTIVE' then p.status_on end as settled_on
            from visit.contact c
            join person.person p on p.id = c.person_id
            where c.person_id = any(:persons::uuid[])
            order by c.person_id
            for update of c
            """;

    private static final String REGISTER = """
            insert into visit.contact (person_id, code_now, group_name, registered_on, due_on)
            values (:person, :code, :group, :on, :due)
            """;

    private static final String LAST = "select contact, visit, latest, result from visit.last_of(:person)";

    private static final String UPDATE = """
            update visit.contact
            set last_contact_on = :contact, last_visit_on = :visit, due_on = :due, held = :held
            where person_id = :person
            """;

    private static final String HOLD_SEEN = """
            select person_id, registered_on, attention, cleared_visit from visit.hold_seen(:persons::uuid[])
            """;

    private static final String SETTLE_SEEN = "select visit.settle_seen(:person, :contact, :visit, :due, :held)";

    private static final String STANDING = """
            select person_id, code_now, registered_on, attention, ground, last_contact_on, last_visit_on, due_on, held, active
            from visit.contact
            where person_id = :person
            """;

    private static final String SET_ATTENTION = """
            update visit.contact set attention = :attention, ground = :ground where person_id = :person
            """;

    private static final String HAND_OVER = "select visit.hand_over(:person, :code, :group)";

    private static final String SET_STATUS = """
            update visit.contact set active = :active, cleared_visit = (select latest from visit.last_of(:person))
            where person_id = :person
            """;

    private static final String FORGET = "select visit.forget(:person)";

    private final JdbcClient jdbc;
    private final ContactRules rules;

    Contacts(JdbcClient jdbc, ContactRules rules) {
        this.jdbc = jdbc;
        this.rules = rules;
    }

    /**
     * A person to be contacted, locked until the act ends.
     *
     * @param settledOn the day he died or moved away, once that is settled
     */
    record Locked(
            UUID personId,
            String name,
            UUID householdId,
            long codeNow,
            String groupName,
            LocalDate registeredOn,
            Attention attention,
            @Nullable String ground,
            @Nullable UUID clearedVisit,
            @Nullable LocalDate settledOn) {

        DivisionCode code() {
            return new DivisionCode(codeNow);
        }

        private Seen seen() {
            return new Seen(personId, registeredOn, attention, clearedVisit);
        }
    }

    /** What a person's dates are reckoned from. */
    record Seen(
            UUID personId,
            LocalDate registeredOn,
            Attention attention,
            @Nullable UUID clearedVisit) {}

    /** Where somebody stands on the contact list. */
    record Standing(
            UUID personId,
            long codeNow,
            LocalDate registeredOn,
            Attention attention,
            @Nullable String ground,
            @Nullable LocalDate lastContactOn,
            @Nullable LocalDate lastVisitOn,
            LocalDate dueOn,
            @Nullable Result held,
            boolean active) {}

    /** What his records say, at whichever place they lie; the latest result decides whether he is held. */
    private record Last(
            @Nullable LocalDate contact,
            @Nullable LocalDate visit,
            @Nullable UUID latest,
            @Nullable Result result) {

        /** What is to be checked, unless it was checked already. */
        @Nullable
        String held(@Nullable UUID cleared) {
            return result == null || !result.holdsContact() || Objects.equals(latest, cleared) ? null : result.name();
        }
    }

    /** Locks in the order of ids, so that two writers of one household wait and never deadlock. */
    List<Locked> lock(Collection<UUID> persons) {
        return jdbc.sql(LOCK)
                .param("persons", persons.stream().map(UUID::toString).toArray(String[]::new))
                .query(Locked.class)
                .list();
    }

    /** Whom this place has seen, whichever answers for them now; locked in the order of ids as well. */
    List<Seen> lockSeen(Collection<UUID> persons) {
        return jdbc.sql(HOLD_SEEN)
                .param("persons", persons.stream().map(UUID::toString).toArray(String[]::new))
                .query(Seen.class)
                .list();
    }

    /** Recomputes the person's dates from his records; the caller holds the lock. */
    void refresh(Locked person) {
        dates(UPDATE, person.seen()).update();
    }

    /** The same for somebody whom another place may answer for by now. */
    void refreshSeen(Seen person) {
        dates(SETTLE_SEEN, person).query((row, n) -> true).single();
    }

    private JdbcClient.StatementSpec dates(String sql, Seen person) {
        var last = jdbc.sql(LAST)
                .param("person", person.personId())
                .query(Last.class)
                .single();
        var known = new ContactRules.Known(person.attention(), person.registeredOn(), last.contact(), last.visit());
        return jdbc.sql(sql)
                .param("contact", last.contact(), Types.DATE)
                .param("visit", last.visit(), Types.DATE)
                .param("due", rules.dueOn(known))
                .param("held", last.held(person.clearedVisit()), Types.VARCHAR)
                .param("person", person.personId());
    }

    /** None when another place answers for him, or there is no such person. */
    Optional<Standing> find(UUID person) {
        return jdbc.sql(STANDING).param("person", person).query(Standing.class).optional();
    }

    /** When he would be due next under that attention. */
    LocalDate dueUnder(Attention attention, Standing standing) {
        return rules.dueOn(new ContactRules.Known(
                attention, standing.registeredOn(), standing.lastContactOn(), standing.lastVisitOn()));
    }

    void attend(UUID person, Attention attention, @Nullable String ground) {
        jdbc.sql(SET_ATTENTION)
                .param("attention", attention.name())
                .param("ground", ground)
                .param("person", person)
                .update();
    }

    @Override
    public void registered(UUID person, Responsible at, LocalDate on) {
        var known = new ContactRules.Known(Attention.GENERAL, on, null, null);
        jdbc.sql(REGISTER)
                .param("person", person)
                .param("code", at.code().value())
                .param("group", at.groupName())
                .param("on", on)
                .param("due", rules.dueOn(known))
                .update();
    }

    @Override
    public void handedOver(UUID person, Responsible to) {
        jdbc.sql(HAND_OVER)
                .param("code", to.code().value())
                .param("group", to.groupName())
                .param("person", person)
                .query((row, n) -> true)
                .single();
    }

    /** Whatever was decided, the record that raised the question is answered by it. */
    @Override
    public void statusChanged(UUID person, PersonStatus status) {
        jdbc.sql(SET_STATUS)
                .param("active", status == PersonStatus.ACTIVE)
                .param("person", person)
                .update();
        lock(List.of(person)).forEach(this::refresh);
    }

    @Override
    public Optional<String> withdrawn(UUID person) {
        boolean forgotten =
                jdbc.sql(FORGET).param("person", person).query(Boolean.class).single();
        return forgotten ? Optional.empty() : Optional.of("已有走访记录");
    }
}

package org.rongyi.care.visit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.people.person.PersonFollower;
import org.rongyi.people.person.PersonStatus;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 联系台账: one row per person, kept true by every act that changes when he is due. */
@Component
class Contacts implements PersonFollower {

    private static final String LOCK = """
            select c.person_id, p.name, p.household_id, c.code_now, c.group_name, c.registered_on, c.attention
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

    private static final String LAST = """
            select max(happened_on) as contact, max(happened_on) filter (where mode = 'HOME') as visit
            from visit.attendee
            where person_id = :person and result = 'MET' and not withdrawn
            """;

    private static final String HELD = """
            select result from visit.attendee
            where person_id = :person and not withdrawn
            order by happened_on desc, visit_id desc
            limit 1
            """;

    private static final String UPDATE = """
            update visit.contact
            set last_contact_on = :contact, last_visit_on = :visit, due_on = :due, held = :held
            where person_id = :person
            """;

    private static final String ATTEND = """
            update visit.contact set attention = :attention, ground = :ground where person_id = :person
            """;

    private static final String HAND_OVER = """
            update visit.contact set code_now = :code, group_name = :group where person_id = :person
            """;

    private static final String SET_ACTIVE = "update visit.contact set active = :active where person_id = :person";

    private static final String FORGET = "select visit.forget(:person)";

    private final JdbcClient jdbc;
    private final ContactRules rules;

    Contacts(JdbcClient jdbc, ContactRules rules) {
        this.jdbc = jdbc;
        this.rules = rules;
    }

    /** A person to be contacted, locked until the act ends. */
    record Locked(
            UUID personId,
            String name,
            UUID householdId,
            long codeNow,
            String groupName,
            LocalDate registeredOn,
            Attention attention) {

        DivisionCode code() {
            return new DivisionCode(codeNow);
        }
    }

    private record Last(
            @Nullable LocalDate contact, @Nullable LocalDate visit) {}

    /** Locks in the order of ids, so that two writers of one household wait and never deadlock. */
    List<Locked> lock(Collection<UUID> persons) {
        return jdbc.sql(LOCK)
                .param("persons", persons.stream().map(UUID::toString).toArray(String[]::new))
                .query(Locked.class)
                .list();
    }

    /** Recomputes the person's dates from his records; the caller holds the lock. */
    void refresh(Locked person) {
        var last = jdbc.sql(LAST)
                .param("person", person.personId())
                .query(Last.class)
                .single();
        var latest = jdbc.sql(HELD)
                .param("person", person.personId())
                .query((row, n) -> Result.valueOf(row.getString("result")))
                .optional();
        var known = new ContactRules.Known(person.attention(), person.registeredOn(), last.contact(), last.visit());
        jdbc.sql(UPDATE)
                .param("contact", last.contact())
                .param("visit", last.visit())
                .param("due", rules.dueOn(known))
                .param(
                        "held",
                        latest.filter(Result::holdsContact).map(Enum::name).orElse(null))
                .param("person", person.personId())
                .update();
    }

    void attend(UUID person, Attention attention, @Nullable String ground) {
        jdbc.sql(ATTEND)
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
                .update();
    }

    @Override
    public void statusChanged(UUID person, PersonStatus status) {
        jdbc.sql(SET_ACTIVE)
                .param("active", status == PersonStatus.ACTIVE)
                .param("person", person)
                .update();
    }

    @Override
    public Optional<String> withdrawn(UUID person) {
        boolean forgotten =
                jdbc.sql(FORGET).param("person", person).query(Boolean.class).single();
        return forgotten ? Optional.empty() : Optional.of("已有走访记录");
    }
}

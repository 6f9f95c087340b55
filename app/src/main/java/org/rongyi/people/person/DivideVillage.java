package org.rongyi.people.person;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * 划分人员: households of a village that was split belong to the new part from now on, by 村民小组 or one by one, with their line of
 * the contact list, their open needs and what is still to be given to them. Visits and figures stay where they happened, as with a
 * hand-over; what happens from now on counts in the part.
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.CITY, Level.COUNTY, Level.TOWN})
public class DivideVillage implements OfficeAct<DivideVillage.Command, DivideVillage.Outcome> {

    /** A household goes as a whole: all of it that have a place in the village; in the order every act locks them. */
    private static final String CHOSEN = """
            select p.id
            from person.person p
            where p.household_id in (select m.household_id
                                     from person.place l
                                     join person.person m on m.id = l.person_id
                                     where l.code_now = :from and l.valid_to is null
                                       and (l.group_name = any(:groups) or m.household_id = any(:households)))
              and exists (select from person.place l
                          where l.person_id = p.id and l.code_now = :from and l.valid_to is null)
            order by p.id
            for update
            """;

    private static final String ANSWERED_FOR = """
            select l.person_id, l.group_name
            from person.place l
            where l.person_id = any(:persons) and l.code_now = :from and l.valid_to is null and l.responsible
            order by l.person_id
            """;

    private static final String REMEMBER = """
            insert into person.history (person_id, version, at, actor, reason, before)
            select p.id, p.version, :at, :who, '村（社区）拆分，划分人员',
                   jsonb_build_object('lines', jsonb_build_array(:line::text), 'status', p.status, 'places',
                       (select jsonb_agg(jsonb_build_object('kind', l.kind, 'code', l.code_now::text,
                                                            'responsible', l.responsible) order by l.kind)
                        from person.place l where l.person_id = p.id and l.valid_to is null))
            from person.person p
            where p.id = any(:persons)
            """;

    private static final List<String> MOVES = List.of(
            "update person.person set version = version + 1 where id = any(:persons)",
            // Whoever was asked to take one of them over, or to let him go, is asked for the part.
            """
            update person.handover
            set from_code = case when from_code = :from then :to else from_code end,
                to_code = case when to_code = :from then :to else to_code end,
                asked_code = case when asked_code = :from then :to else asked_code end
            where person_id = any(:persons) and state = 'ASKED' and :from in (from_code, to_code)
            """,
            // both ends may be the part now: nobody is asked any more
            """
            update person.handover
            set state = 'WITHDRAWN', answered_by = '系统', answered_unit = '区划变更', answered_at = :at,
                answer = '拆分以后两地是同一村（社区），由它负责联系'
            where person_id = any(:persons) and from_code = :to and to_code = :to and state = 'ASKED'
            """,
            """
            update person.place set code_now = :to
            where person_id = any(:persons) and code_now = :from and valid_to is null
            """,
            """
            update person.household h set code_now = :to
            where h.code_now = :from
              and h.id in (select p.household_id from person.person p where p.id = any(:persons))
            """,
            """
            insert into person.name_gram (gram, code_now, person_id)
            select gram, :to, person_id from person.name_gram where code_now = :from and person_id = any(:persons)
            on conflict do nothing
            """,
            "delete from person.name_gram where code_now = :from and person_id = any(:persons)");

    private final VillageSplits splits;
    private final Villages villages;
    private final List<PersonFollower> followers;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    DivideVillage(
            VillageSplits splits,
            Villages villages,
            List<PersonFollower> followers,
            AuditTrail audit,
            JdbcClient jdbc,
            Clock clock) {
        this.splits = splits;
        this.villages = villages;
        this.followers = followers;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param old the village that was split, by its code before
     * @param part where they belong from now on
     * @param groups whole 村民小组 or streets, by name; the empty name stands for those without
     * @param households one by one
     */
    public record Command(CommandId id, DivisionCode old, DivisionCode part, List<String> groups, List<UUID> households)
            implements OfficeAct.Command {
        public Command {
            groups = List.copyOf(groups);
            households = List.copyOf(households);
        }
    }

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {

        record Divided(UUID subject, int persons) implements Outcome, Done {}

        /** No such split, or outside the actor's territory. */
        record NotFound() implements Outcome, Refused {}

        /** It was said that all are divided. */
        record DividedBefore() implements Outcome, Refused {}

        /** No village that came of this split. */
        record NotAPart() implements Outcome, Refused {}

        /** Nobody was chosen, or they have gone meanwhile. */
        record NobodyChosen() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = splits.find(office.scope(), command.old());
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        var split = found.get();
        if (splits.isDone(split)) {
            return new Outcome.DividedBefore();
        }
        if (!split.parts().contains(command.part())) {
            return new Outcome.NotAPart();
        }
        var persons = jdbc.sql(CHOSEN)
                .param("from", split.from().value())
                .param("groups", command.groups().toArray(String[]::new))
                .param("households", command.households().toArray(UUID[]::new))
                .query(UUID.class)
                .list();
        if (persons.isEmpty()) {
            return new Outcome.NobodyChosen();
        }
        move(office, split.from(), command.part(), persons);
        return new Outcome.Divided(command.id().value(), persons.size());
    }

    private record AnsweredFor(UUID personId, String groupName) {}

    private void move(Actor.Office office, DivisionCode from, DivisionCode to, List<UUID> persons) {
        var params = new HashMap<String, Object>(Map.of(
                "persons",
                persons.toArray(UUID[]::new),
                "from",
                from.value(),
                "to",
                to.value(),
                "at",
                OffsetDateTime.now(clock)));
        var answeredFor =
                jdbc.sql(ANSWERED_FOR).params(params).query(AnsweredFor.class).list();
        jdbc.sql(REMEMBER)
                .param("persons", persons.toArray(UUID[]::new))
                .param("at", OffsetDateTime.now(clock))
                .param("who", office.signed())
                .param("line", "村（社区）：" + villages.fullName(from))
                .update();
        MOVES.forEach(move -> jdbc.sql(move).params(params).update());
        for (var one : answeredFor) {
            var responsible = new PersonFollower.Responsible(to, one.groupName());
            followers.forEach(follower -> follower.handedOver(one.personId(), responsible));
        }
        audit.explain(new Detail(
                villages.fullName(from) + " 划到 " + villages.fullName(to) + "：" + persons.size() + " 人", List.of()));
    }
}

package org.rongyi.platform.stopped;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rongyi.platform.access.UnitDirectory;
import org.rongyi.platform.approval.Desks;
import org.rongyi.platform.approval.Superiors;
import org.rongyi.platform.approval.Term;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.Parameter;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.PolicyReader;
import org.rongyi.platform.policy.WorkingDays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 请谁复核: the nearest unit above that has a 负责人, and he by name; in the province, another leader of it. When the term is over, whoever
 * sees after that unit as well.
 */
@Component
public class Deciders implements PolicyReader {

    static final String DAYS = "stopped.days";

    private static final Set<Role> LEADERS = Set.of(Role.LEADER);

    private static final String LEADER = """
            select a.name
            from access.post p
            join access.account a on a.id = p.account_id
            where p.unit_id = :unit and p.role = 'LEADER' and p.valid_from <= :today and (p.valid_to is null or p.valid_to > :today)
              and not a.disabled and not a.held and a.id <> :asker
            order by p.valid_from, p.id
            limit 1
            """;

    private final Desks desks;
    private final Superiors superiors;
    private final UnitDirectory units;
    private final WorkingDays days;
    private final Policy policy;
    private final JdbcClient jdbc;
    private final Clock clock;

    Deciders(
            Desks desks,
            Superiors superiors,
            UnitDirectory units,
            WorkingDays days,
            Policy policy,
            JdbcClient jdbc,
            Clock clock) {
        this.desks = desks;
        this.superiors = superiors;
        this.units = units;
        this.days = days;
        this.policy = policy;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** None where nobody above, nor beside him in the province, leads anything. */
    Optional<StoppedTexts.Decider> of(Actor.Office asker) {
        var due = Term.after(days.calendar(), today(), policy.number(DAYS, today()))
                .on();
        var above = above(asker);
        var unit = above.map(Desks.Desk::unit).orElse(asker.unit());
        var name = above.map(Desks.Desk::name).orElse(asker.unitName());
        return jdbc.sql(LEADER)
                .param("unit", unit)
                .param("asker", asker.account())
                .param("today", today())
                .query(String.class)
                .optional()
                .map(leader -> new StoppedTexts.Decider(unit, name + " " + leader, due));
    }

    /** A village's town station, and bureaus; those where nobody leads are passed by. */
    private Optional<Desks.Desk> above(Actor.Office asker) {
        var towns = asker.level() == Level.VILLAGE ? desks.serving(asker.unitCode()) : List.<Desks.Desk>of();
        var town = towns.stream()
                .filter(desk -> desk.level() == Level.TOWN && superiors.isManned(desk.unit(), LEADERS))
                .findFirst();
        if (town.isPresent()) {
            return town;
        }
        var bureau = desks.above(asker.unitCode(), asker.level());
        while (bureau.isPresent() && !superiors.isManned(bureau.get().unit(), LEADERS)) {
            bureau = desks.above(asker.unitCode(), bureau.get().level());
        }
        return bureau;
    }

    /** A leader of the unit that was asked; after the term, of the one that sees after it too; never the writer. */
    public boolean mayDecide(Actor.Office reader, Stopped words) {
        if (reader.role() != Role.LEADER
                || words.state() != Stopped.State.WAITING
                || reader.speaksFor(words.account())
                || reader.speaksFor(words.askedFor())) {
            return false;
        }
        return reader.unit().equals(words.deciderUnit()) || (isLate(words) && isOver(reader, words));
    }

    boolean isLate(Stopped words) {
        return words.due().isBefore(today());
    }

    /** Whether the reader sees after the unit that was asked. */
    boolean isOver(Actor.Office reader, Stopped words) {
        var asked = units.findWorkplaces(List.of(words.deciderUnit())).values().stream()
                .findFirst();
        return asked.isPresent()
                && superiors.isOver(reader, asked.get().id(), asked.get().code());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    @Override
    public String room() {
        return "复核";
    }

    @Override
    public Set<String> reads() {
        return Set.of(DAYS);
    }

    @Override
    public List<String> touched(String id, Parameter.Value changed, Policy now, Policy then) {
        return List.of("生效以后请上级复核的，" + changed.numberInWords() + " 个工作日内要看；已经在等的不变。");
    }
}

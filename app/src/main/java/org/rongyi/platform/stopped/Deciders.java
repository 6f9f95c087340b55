package org.rongyi.platform.stopped;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.access.UnitDirectory;
import org.rongyi.platform.approval.Desks;
import org.rongyi.platform.approval.Term;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
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

    private static final String LEADER = """
            select a.name
            from access.post p
            join access.account a on a.id = p.account_id
            where p.unit_id = :unit and p.role = 'LEADER' and p.valid_from <= :today and (p.valid_to is null or p.valid_to > :today)
          and not a.disabled and not a.held and a.id <> all(:besides::uuid[])
            order by p.valid_from, p.id
            limit 1
            """;

    private final Desks desks;
    private final StoppedTexts texts;
    private final UnitDirectory units;
    private final WorkingDays days;
    private final Policy policy;
    private final JdbcClient jdbc;
    private final Clock clock;

    Deciders(
            Desks desks,
            StoppedTexts texts,
            UnitDirectory units,
            WorkingDays days,
            Policy policy,
            JdbcClient jdbc,
            Clock clock) {
        this.desks = desks;
        this.texts = texts;
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
        var besides = besides(asker.account(), asker.actingFor());
        var own = new Desks.Desk(asker.unit(), asker.unitName(), asker.level());
        var asked = above(asker, besides).orElse(own);
        return leader(asked.unit(), besides)
                .map(leader -> new StoppedTexts.Decider(asked.unit(), asked.name() + " " + leader, due));
    }

    /** A village's town station, and bureaus; those that nobody leads but the asker, or whom he acts for, are passed by. */
    private Optional<Desks.Desk> above(Actor.Office asker, List<UUID> besides) {
        var towns = asker.level() == Level.VILLAGE ? desks.serving(asker.unitCode()) : List.<Desks.Desk>of();
        return towns.stream()
                .filter(desk -> desk.level() == Level.TOWN
                        && leader(desk.unit(), besides).isPresent())
                .findFirst()
                .or(() -> bureau(asker.unitCode(), asker.level(), besides));
    }

    /** The nearest bureau above that has a leader. An officer decides nothing here, so he alone does not count. */
    private Optional<Desks.Desk> bureau(DivisionCode place, Level level, List<UUID> besides) {
        var bureau = desks.above(place, level);
        while (bureau.isPresent() && leader(bureau.get().unit(), besides).isEmpty()) {
            bureau = desks.above(place, bureau.get().level());
        }
        return bureau;
    }

    private Optional<String> leader(UUID unit, List<UUID> besides) {
        return jdbc.sql(LEADER)
                .param("unit", unit)
                .param("besides", besides.toArray(UUID[]::new))
                .param("today", today())
                .query(String.class)
                .optional();
    }

    private static List<UUID> besides(UUID asker, @Nullable UUID actingFor) {
        return actingFor == null ? List.of(asker) : List.of(asker, actingFor);
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

    private boolean isOver(Actor.Office reader, Stopped words) {
        return isOver(reader, words.deciderUnit(), besides(words.account(), words.askedFor()));
    }

    /** Whether the reader is at the nearest bureau with a leader over the unit that was asked; in the province, at itself. */
    private boolean isOver(Actor.Office reader, UUID unit, List<UUID> besides) {
        return units.findWorkplaces(List.of(unit)).values().stream()
                .findFirst()
                .filter(asked -> reader.scope().covers(asked.code()))
                .map(asked -> bureau(asked.code(), asked.code().level(), besides)
                        .map(Desks.Desk::unit)
                        .orElse(unit))
                .filter(reader.unit()::equals)
                .isPresent();
    }

    /** What the reader may decide today, the most urgent first. */
    public List<Stopped> waitingFor(Actor.Office reader) {
        return reader.role() == Role.LEADER
                ? texts.waiting(reader.unit(), lateBelow(reader)).stream()
                        .filter(words -> mayDecide(reader, words))
                        .toList()
                : List.of();
    }

    /** What is past its day and the reader's to see after, the latest first. */
    List<Stopped> raised(Actor.Office reader) {
        return texts.waiting(null, lateBelow(reader));
    }

    /** One look per unit and writer, however much waits there. */
    private List<UUID> lateBelow(Actor.Office reader) {
        var over = new HashMap<StoppedTexts.Waits, Boolean>();
        return texts.late(today()).entrySet().stream()
                .filter(late -> over.computeIfAbsent(
                        late.getValue(),
                        waits -> isOver(reader, waits.unit(), besides(waits.account(), waits.askedFor()))))
                .map(Map.Entry::getKey)
                .toList();
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

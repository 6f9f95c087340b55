package org.rongyi.care.fund.waiting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rongyi.care.fund.waiting.WaitingMoney.Waiting;
import org.rongyi.platform.approval.OtherRaised;
import org.rongyi.platform.approval.SecondPersonTerm;
import org.rongyi.platform.approval.Superiors;
import org.rongyi.platform.approval.Task;
import org.rongyi.platform.approval.Term;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.policy.Parameter;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.PolicyReader;
import org.rongyi.platform.policy.WorkingDays;
import org.springframework.stereotype.Component;

/**
 * 钱上没有人办的: batches, settlements, corrected accounts, closings, changes of purpose and of pages, recoveries and lines of the bank that
 * wait beyond their limit, or at a bureau that has nobody for it, stand on the list of the bureau above the one that keeps the fund.
 */
@Component
class RaisedMoney implements OtherRaised, PolicyReader {

    static final String BANK = "fund.bank.days";
    static final String BATCH = "fund.batch.days";

    private static final int MOST = 50;

    private final WaitingMoney money;
    private final SecondPersonTerm second;
    private final Superiors superiors;
    private final Policy policy;
    private final WorkingDays days;
    private final Divisions divisions;
    private final Clock clock;

    RaisedMoney(
            WaitingMoney money,
            SecondPersonTerm second,
            Superiors superiors,
            Policy policy,
            WorkingDays days,
            Divisions divisions,
            Clock clock) {
        this.money = money;
        this.second = second;
        this.superiors = superiors;
        this.policy = policy;
        this.days = days;
        this.divisions = divisions;
        this.clock = clock;
    }

    @Override
    public List<Line> raised(Actor.Office reader) {
        if (Level.COUNTY.isAbove(reader.level())) {
            return List.of();
        }
        var mine = money.places(reader.scope()).stream()
                .filter(place -> superiors.isOver(reader, place.unit(), new DivisionCode(place.code())))
                .toList();
        if (mine.isEmpty()) {
            return List.of();
        }
        return money.list(reader.scope(), mine).stream()
                .flatMap(one -> line(reader, one).stream())
                .limit(MOST)
                .toList();
    }

    private Optional<Line> line(Actor.Office reader, Waiting one) {
        var due = due(one);
        boolean late = due.isBefore(LocalDate.now(clock));
        boolean payee = one.kind() == Wait.PAYEE; // whoever reaches him may check it: no one post waits for it
        if (!late && (payee || superiors.isManned(one.unit(), one.kind().posts()))) {
            return Optional.empty();
        }
        var what = one.words().isEmpty() ? one.fund() : one.words() + "，" + one.fund();
        return Optional.of(new Line(
                one.kind().zh() + "：" + what,
                payee ? divisions.nameBelow(reader.unitCode(), new DivisionCode(one.code())) : one.unitName(),
                one.since(),
                due,
                late ? Task.Ground.LATE : Task.Ground.UNMANNED,
                one.kind().path(one.id())));
    }

    private LocalDate due(Waiting one) {
        return switch (one.kind().limit()) {
            case SECOND -> second.due(one.since());
            case BANK -> after(one.since(), BANK);
            case BATCH -> after(one.since(), BATCH);
        };
    }

    private LocalDate after(LocalDate since, String limit) {
        return Term.after(days.calendar(), since, policy.number(limit, LocalDate.now(clock)))
                .on();
    }

    @Override
    public String room() {
        return "资金";
    }

    @Override
    public Set<String> reads() {
        return Set.of(BANK, BATCH);
    }

    @Override
    public List<String> touched(String id, Parameter.Value changed, Policy now, Policy then) {
        return List.of("还在等的，期限一律照新的算。");
    }
}

package org.rongyi.care.fund.sample;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.Funds;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.approval.Desks;
import org.rongyi.platform.approval.route.Seat;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.Policy;
import org.springframework.stereotype.Service;

/**
 * 抽样: of what a fund paid in a period, as many as make the answer sure enough, by a seed the system throws and the trail keeps before
 * anybody knows it. Each one drawn is asked after by the service centre of its county, which decides no grants.
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class DrawSample implements OfficeAct<DrawSample.Command, DrawSample.Outcome> {

    private static final int SEED_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Funds funds;
    private final Samples samples;
    private final Checks checks;
    private final Desks desks;
    private final Policy policy;
    private final AuditTrail audit;
    private final Clock clock;

    DrawSample(Funds funds, Samples samples, Checks checks, Desks desks, Policy policy, AuditTrail audit, Clock clock) {
        this.funds = funds;
        this.samples = samples;
        this.checks = checks;
        this.desks = desks;
        this.policy = policy;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param first the first day of the period, {@code last} its last */
    public record Command(CommandId id, UUID fund, LocalDate first, LocalDate last, Samples.Strata strata)
            implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Drawn(UUID subject, int size, int population) implements Outcome, Done {}

        /** Absent, or another unit's. */
        record NotFound() implements Outcome, Refused {}

        /** The last before the first, or in the future. */
        record WrongDay() implements Outcome, Refused {}

        /** Nothing was paid in these days. */
        record NothingPaid() implements Outcome, Refused {}

        /** Nobody could ask after what was paid in this place. */
        record NoStation(DivisionCode place) implements Outcome, Refused {}

        /** Payments let go by then that the bank has not answered for: they would be in no sample. */
        record StillWithBank(long count) implements Outcome, Refused {}

        /** The same period was drawn before: it is not drawn until the answer pleases. */
        record DrawnBefore() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = funds.find(command.fund()).filter(fund -> fund.unit().equals(office.unit()));
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (command.last().isBefore(command.first()) || command.last().isAfter(LocalDate.now(clock))) {
            return new Outcome.WrongDay();
        }
        funds.hold(command.fund());
        var before = samples.ofFund(command.fund());
        if (before.stream()
                .anyMatch(one ->
                        !one.first().isAfter(command.last()) && !one.last().isBefore(command.first()))) {
            return new Outcome.DrawnBefore();
        }
        long unanswered = samples.unanswered(command.fund(), command.last());
        if (unanswered > 0) {
            return new Outcome.StillWithBank(unanswered);
        }
        var paid = samples.population(command.fund(), command.first(), command.last());
        if (paid.isEmpty()) {
            return new Outcome.NothingPaid();
        }
        var askers = new HashMap<DivisionCode, Desks.Desk>();
        for (var one : paid) { // of all, not only of those drawn: whether it is refused is no matter of luck
            if (!askers.containsKey(one.code())) {
                var desk = asker(found.get(), one.code());
                if (desk.isEmpty()) {
                    return new Outcome.NoStation(one.code());
                }
                askers.put(one.code(), desk.get());
            }
        }
        return draw(office, found.get(), command, new Drawn(paid, askers), before.size());
    }

    /** What is drawn from, and who asks in each of its places. */
    private record Drawn(List<Samples.Paid> paid, Map<DivisionCode, Desks.Desk> askers) {}

    private Outcome draw(Actor.Office office, Fund fund, Command command, Drawn from, int before) {
        var paid = from.paid();
        var today = LocalDate.now(clock);
        int confidence = policy.number(SamplePolicy.CONFIDENCE, today);
        int margin = policy.number(SamplePolicy.MARGIN, today);
        var population = paid.stream().map(one -> one.unit(command.strata())).toList();
        int size = Drawing.size(population.size(), confidence, margin);
        var seed = newSeed();
        var drawn = Drawing.draw(population, size, seed);
        var sample = new Samples.Sample(
                Ids.next(),
                fund.id(),
                "CY%s-%03d".formatted(fund.number(), before + 1),
                command.first(),
                command.last(),
                command.strata(),
                confidence,
                margin,
                population.size(),
                size,
                seed,
                Drawing.digest(population),
                today,
                0,
                0,
                0,
                size);
        samples.add(office, fund, sample, population, drawn);
        paid.stream()
                .filter(one -> drawn.contains(one.grant()))
                .forEach(one -> checks.add(
                        sample.id(),
                        fund.id(),
                        one,
                        Objects.requireNonNull(from.askers().get(one.code()))));
        audit.explain(new Detail(
                null,
                List.of(
                        new Detail.Change("抽样种子", null, seed),
                        new Detail.Change("总体名单摘要", null, sample.digest()),
                        new Detail.Change("抽取", null, size + " / " + population.size()))));
        return new Outcome.Drawn(sample.id(), size, population.size());
    }

    /** The service centre of the county, or of what stands for one; a bureau decides, a centre does not. */
    private Optional<Desks.Desk> asker(Fund fund, DivisionCode place) {
        return desks.find(place, Level.COUNTY, Seat.Body.STATION)
                .filter(desk -> !desk.unit().equals(fund.unit()))
                .or(() -> desks.find(place, Level.TOWN, Seat.Body.STATION));
    }

    private static String newSeed() {
        var seed = new byte[SEED_BYTES];
        RANDOM.nextBytes(seed);
        return HexFormat.of().formatHex(seed);
    }
}

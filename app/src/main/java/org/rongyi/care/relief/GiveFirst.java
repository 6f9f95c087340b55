package org.rongyi.care.relief;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.rongyi.care.relief.rule.Mode;
import org.rongyi.care.relief.rule.Situation;
import org.rongyi.care.relief.rule.Standing;
import org.rongyi.people.person.PersonFile;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.approval.Cases;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/**
 * 先行帮扶 (办法 第十六条): helps at once and has the papers brought after. The case is opened with it and waits for them; when they are
 * late it stands on the list of the bureau above.
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.COUNTY, Level.TOWN})
public class GiveFirst implements Act<GiveFirst.Command, GiveFirst.Outcome> {

    private final PersonFile file;
    private final Aids aids;
    private final ReliefTerms terms;
    private final Cases cases;
    private final Policy policy;
    private final Secrets secrets;
    private final Clock clock;

    GiveFirst(PersonFile file, Aids aids, ReliefTerms terms, Cases cases, Policy policy, Secrets secrets, Clock clock) {
        this.file = file;
        this.aids = aids;
        this.terms = terms;
        this.cases = cases;
        this.policy = policy;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * @param amountFen money, or what the goods are worth
     * @param reason what happened, and why it cannot wait
     */
    public record Command(
            CommandId id,
            UUID person,
            Situation situation,
            LocalDate occurredOn,
            Set<Mode> modes,
            long amountFen,
            String reason)
            implements org.rongyi.platform.act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends org.rongyi.platform.act.Outcome {
        /** @param subject the case */
        record Given(UUID subject) implements Outcome, Done {}

        /** Absent, or outside the actor's territory. */
        record NotFound() implements Outcome, Refused {}

        /** Settled as deceased or moved out. */
        record NotActive() implements Outcome, Refused {}

        /** He or his situation is none the 办法 is for (第十、十一条). */
        record NotForHim(String why) implements Outcome, Refused {}

        /** Something is not said, or cannot be. */
        record Wanting(String field, String why) implements Outcome, Refused {}

        /** More than the actor's level may give before the papers are there. */
        record TooMuch(long mostFen) implements Outcome, Refused {}

        /** The words look like a state secret. */
        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}

        /** One is being handled. */
        record AlreadyOpen() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        if (!(actor instanceof Actor.Office office)) {
            throw new IllegalStateException("only posts give, says @Allow");
        }
        var today = LocalDate.now(clock);
        if (command.reason().isBlank() || command.reason().length() > AidRequest.LONGEST) {
            return new Outcome.Wanting("reason", "请写明出了什么事、为什么等不得，不超过 500 字");
        }
        if (command.occurredOn().isAfter(today)) {
            return new Outcome.Wanting("occurredOn", "发生的日期不能晚于今天");
        }
        boolean worth = command.modes().stream().anyMatch(Mode::hasAmount);
        if (!worth || command.amountFen() <= 0) {
            return new Outcome.Wanting(worth ? "amount" : "modes", worth ? "请填写金额或实物的价值" : "先行帮扶的是资金或实物，请选择");
        }
        var secret = secrets.look("reason", command.reason());
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get());
        }
        var found = file.applicant(command.person());
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (!found.get().isActive()) {
            return new Outcome.NotActive();
        }
        var person = found.get().person();
        var standing = Standing.of(person.categories());
        if (!command.situation().isFor(standing)) {
            return new Outcome.NotForHim(standing.zh());
        }
        var code = found.get().place().code();
        long most = office.level() == Level.TOWN
                ? terms.firstOfTown(today, code)
                : terms.on(today, code).mostFen();
        if (command.amountFen() > most) {
            return new Outcome.TooMuch(most);
        }
        var applicant = new Aids.Applicant(person.id(), person.name(), code, standing, null, null);
        return open(office, command, applicant, today);
    }

    private Outcome open(Actor.Office office, Command command, Aids.Applicant applicant, LocalDate today) {
        var situation =
                policy.label("relief.hardship.situation", command.situation().name());
        var by = office.name() + "（" + office.unitName() + "）";
        var filing = new Cases.Filing(
                AskAid.SERVICE,
                situation,
                applicant.id(),
                applicant.name(),
                applicant.code(),
                "情况紧急，先行帮扶（办法第十六条）",
                policy.label(AskAid.PUBLIC, command.situation().name()));
        var asked = "已先行帮扶，请补齐申请表、家庭经济状况和材料";
        return switch (cases.openForPapers(office, command.id().value(), filing, asked)) {
            case Cases.AlreadyOpen() -> new Outcome.AlreadyOpen();
            case Cases.NotIdentified ignored -> throw new IllegalStateException("posts are not asked for it");
            case Cases.NotGiven ignored -> throw new IllegalStateException("posts need no mandate");
            case Cases.Opened(var opened) -> {
                var request = new AidRequest(
                        command.situation(),
                        command.occurredOn(),
                        command.reason(),
                        "",
                        null,
                        "",
                        command.modes(),
                        Set.of(),
                        null);
                var first = new Aids.First(today, command.modes(), command.amountFen(), by);
                aids.insert(opened, today, applicant, request, first);
                yield new Outcome.Given(opened);
            }
        };
    }
}

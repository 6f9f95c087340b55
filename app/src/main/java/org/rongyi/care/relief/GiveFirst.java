package org.rongyi.care.relief;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.relief.rule.Mode;
import org.rongyi.care.relief.rule.Situation;
import org.rongyi.care.relief.rule.Standing;
import org.rongyi.insight.figures.Fact;
import org.rongyi.insight.figures.Figures;
import org.rongyi.people.person.PersonFile;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.approval.Cases;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/**
 * 先行帮扶 (办法 第十六条): helps at once and has the papers brought after. What is given leaves its fund in the same transaction, signed
 * for before somebody else, and is asked for bars and caps as any aid is. The case is opened with it and waits for the papers; when
 * they are late it stands on the list of the bureau above.
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.COUNTY, Level.TOWN})
public class GiveFirst implements OfficeAct<GiveFirst.Command, GiveFirst.Outcome> {

    private static final int LONGEST_NAME = 50;

    private final PersonFile file;
    private final Aids aids;
    private final AidRequests requests;
    private final ReliefTerms terms;
    private final Assessment assessment;
    private final Payers payers;
    private final Figures figures;
    private final Cases cases;
    private final Policy policy;
    private final Secrets secrets;
    private final Clock clock;

    GiveFirst(
            PersonFile file,
            Aids aids,
            AidRequests requests,
            ReliefTerms terms,
            Assessment assessment,
            Payers payers,
            Figures figures,
            Cases cases,
            Policy policy,
            Secrets secrets,
            Clock clock) {
        this.assessment = assessment;
        this.payers = payers;
        this.figures = figures;
        this.file = file;
        this.aids = aids;
        this.requests = requests;
        this.terms = terms;
        this.cases = cases;
        this.policy = policy;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * @param amountFen money, or what the goods are worth
     * @param goodsFen how much of it is goods, where both are given
     * @param payer id of the fund that gives it
     * @param signedBy who signed for it: he, or who receives for him
     * @param witness who was there besides
     * @param reason what happened, and why it cannot wait
     */
    public record Command(
            CommandId id,
            UUID person,
            Situation situation,
            LocalDate occurredOn,
            Set<Mode> modes,
            long amountFen,
            long goodsFen,
            String payer,
            String signedBy,
            String witness,
            String reason)
            implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
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

        /** 第十、十二、十四、十五条: nothing may be given against it, first or later; in words. */
        record Barred(String why) implements Outcome, Refused {}

        /** More than he may still have within a year (第十四条). */
        record OverCap(long leftFen) implements Outcome, Refused {}

        /** The fund cannot give it; in words. */
        record NotFunded(String why) implements Outcome, Refused {}

        /** The words look like a state secret. */
        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}

        /** One is being handled. */
        record AlreadyOpen() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
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
        var unsigned = unsigned(office, command);
        if (unsigned.isPresent()) {
            return unsigned.get();
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
        if (!payers.isFund(command.payer()) || !payers.isOffered(command.payer(), code, today)) {
            return new Outcome.NotFunded("请选择从哪项资金出");
        }
        long most = office.level() == Level.TOWN
                ? terms.firstOfTown(today, code)
                : terms.on(today, code).mostFen();
        if (command.amountFen() > most) {
            return new Outcome.TooMuch(most);
        }
        var applicant = new AidRequests.Applicant(person.id(), person.name(), code, standing, null, null);
        return open(office, command, applicant, today);
    }

    /** Who signed, who saw it and who gave it are three people; of both kinds it is said how much is goods. */
    private static Optional<Outcome> unsigned(Actor.Office office, Command command) {
        var signed = command.signedBy().strip();
        var seen = command.witness().strip();
        if (signed.isEmpty() || signed.length() > LONGEST_NAME || signed.equals(office.name())) {
            return Optional.of(new Outcome.Wanting("signedBy", "请填写谁签收的：本人，或替他收的家属，不超过 50 字"));
        }
        if (seen.isEmpty() || seen.length() > LONGEST_NAME || seen.equals(office.name()) || seen.equals(signed)) {
            return Optional.of(new Outcome.Wanting("witness", "请填写在场的另一个人，不是经办人，也不是签收人，不超过 50 字"));
        }
        if (command.modes().containsAll(Set.of(Mode.MONEY, Mode.GOODS))
                && (command.goodsFen() <= 0 || command.goodsFen() >= command.amountFen())) {
            return Optional.of(new Outcome.Wanting("goods", "又给资金又给实物的，写明其中实物值多少"));
        }
        return Optional.empty();
    }

    private Outcome open(Actor.Office office, Command command, AidRequests.Applicant applicant, LocalDate today) {
        var situation = policy.label(Situation.LIST, command.situation().name());
        var by = office.signed();
        var filing = new Cases.Filing(
                AskAid.SERVICE,
                situation,
                applicant.id(),
                applicant.name(),
                applicant.code(),
                "情况紧急，先行帮扶（办法第十六条）",
                policy.label(AidApplication.PUBLIC, command.situation().name()));
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
                payers.hold(command.payer());
                var first = new Aids.First(
                        today, command.modes(), command.amountFen(), by, goods(command), fund(command.payer()));
                requests.insert(opened, today, applicant, request, first);
                yield give(office, command, opened, first);
            }
        };
    }

    /** What the rule bars is given neither first; then it leaves the fund, and counts, at this moment. */
    private Outcome give(Actor.Office office, Command command, UUID opened, Aids.First first) {
        var aid = aids.find(opened).orElseThrow();
        var evaluation = assessment.of(aid, office).evaluation();
        var hindrance = evaluation.hindrance();
        if (hindrance.isPresent()) {
            return new Outcome.Barred(RuleWords.hinders(hindrance.get()));
        }
        if (first.amountFen() > evaluation.leftFen()) {
            return new Outcome.OverCap(evaluation.leftFen());
        }
        var grant = first.grant();
        if (grant.isEmpty()) {
            return new Outcome.NotFunded("请选择从哪项资金出");
        }
        var hand =
                new Payers.InHand(command.signedBy().strip(), command.witness().strip());
        var why = payers.giveFirst(cases.find(opened).orElseThrow(), aid, grant.get(), hand, first.on(), office);
        if (why.isPresent()) {
            return new Outcome.NotFunded(why.get());
        }
        figures.count(List.of(
                Fact.of(AidKinds.AID, aid.code(), first.on(), opened, aid.person()),
                Fact.money(AidKinds.MONEY, aid.code(), first.on(), opened, first.amountFen())));
        return new Outcome.Given(opened);
    }

    /** Goods alone are worth all of the amount. */
    private static long goods(Command command) {
        if (!command.modes().contains(Mode.GOODS)) {
            return 0;
        }
        return command.modes().contains(Mode.MONEY) ? command.goodsFen() : command.amountFen();
    }

    private static @Nullable UUID fund(String payer) {
        try {
            return UUID.fromString(payer);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}

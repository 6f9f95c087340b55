package org.rongyi.care.relief.emergency;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.rongyi.care.relief.Aids;
import org.rongyi.care.relief.AskAid;
import org.rongyi.care.relief.emergency.rule.Eligible;
import org.rongyi.care.relief.emergency.rule.EmergencyRule;
import org.rongyi.care.relief.emergency.rule.Facts;
import org.rongyi.care.relief.emergency.rule.Kind;
import org.rongyi.care.relief.rule.Earlier;
import org.rongyi.care.relief.rule.Facts.Known;
import org.rongyi.people.person.PersonFile;
import org.rongyi.platform.approval.CaseFile;
import org.rongyi.platform.approval.CaseHint;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Permission;
import org.springframework.stereotype.Component;

/** 政策找人: what a case of 困难帮扶援助 knows meets the rule of 应急救助 too, which may be had besides (帮扶援助办法 第十七条). */
@Component
public class EmergencyHint implements CaseHint {

    private final Aids aids;
    private final PersonFile people;
    private final EmergencyAssessment assessment;
    private final EmergencyTerms terms;
    private final Clock clock;

    EmergencyHint(Aids aids, PersonFile people, EmergencyAssessment assessment, EmergencyTerms terms, Clock clock) {
        this.aids = aids;
        this.people = people;
        this.assessment = assessment;
        this.terms = terms;
        this.clock = clock;
    }

    @Override
    public Optional<Hint> of(CaseFile file, Actor reader) {
        return file.service().equals(AskAid.SERVICE) && mayAsk(file, reader)
                ? aids.find(file.id()).flatMap(aid -> of(aid, reader))
                : Optional.empty();
    }

    private static boolean mayAsk(CaseFile file, Actor reader) {
        return Permission.mayPerform(AskEmergency.class, reader)
                && (!(reader instanceof Actor.Kin kin) || kin.mayActFor(file.person(), AskEmergency.SERVICE));
    }

    private Optional<Hint> of(Aids.Kept aid, Actor reader) {
        var household = aid.request().household();
        var kind = kind(aid);
        if (household == null || kind.isEmpty()) {
            return Optional.empty();
        }
        var past = assessment.past(aid.person(), null, reader);
        var facts = new Facts(
                LocalDate.now(clock),
                assessment.registered(aid.person()),
                people.find(aid.person())
                        .map(person -> Eligible.of(person.categories()))
                        .orElse(""),
                kind.get(),
                aid.request().occurredOn(),
                Known.UNKNOWN,
                household,
                past,
                null,
                null);
        var holding = terms.on(facts.appliedOn());
        if (past.stream().anyMatch(one -> one.state() == Earlier.State.OPEN)
                || !EmergencyRule.isWorthAsking(facts, holding)) {
            return Optional.empty();
        }
        var why = EmergencyRule.evaluate(facts, holding).reason() + "。两项可以都要，已经填过的不用再填。";
        var label = reader instanceof Actor.Self ? "申请应急救助" : "代为申请应急救助";
        return Optional.of(new Hint("也可以申请应急救助", why, label, path(aid, reader)));
    }

    /** His family's form takes nothing from an address. */
    private static String path(Aids.Kept aid, Actor reader) {
        return switch (reader) {
            case Actor.Self _ -> "/me/emergency?aid=" + aid.id();
            case Actor.Kin _ -> "/kin/emergency";
            case Actor.Office _, Actor.Client _, Actor.Visitor _, Actor.Job _ ->
                "/persons/" + aid.person() + "/emergency?aid=" + aid.id();
        };
    }

    /** What the situation is in the words of the other service; losing one's work is none of its kinds. */
    public static Optional<Kind> kind(Aids.Kept aid) {
        return switch (aid.request().situation()) {
            case DISABLED, RELAPSE -> Optional.of(Kind.ILLNESS);
            case ACCIDENT -> Optional.of(Kind.EVENT);
            case OTHER -> Optional.of(Kind.OTHER);
            case JOBLESS -> Optional.empty();
        };
    }
}

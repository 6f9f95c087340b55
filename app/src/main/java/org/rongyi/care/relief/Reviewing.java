package org.rongyi.care.relief;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.approval.CaseFile;
import org.rongyi.platform.approval.CaseService.Ask;
import org.rongyi.platform.approval.CaseService.Input;
import org.rongyi.platform.approval.CaseService.Kept;
import org.rongyi.platform.approval.CaseService.Taken;
import org.rongyi.platform.approval.CaseService.Wrong;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.field.Option;
import org.springframework.stereotype.Component;

/**
 * 镇街审核: what was found at the household by two people, whether his 户籍 is in the province, and whether the same cause is
 * brought again for a good reason (办法 第十五条). A visit that is on record already is named and not written a second time.
 */
@Component
class Reviewing {

    private final Aids aids;
    private final Assessment assessment;
    private final HomeChecks checks;
    private final Policy policy;

    Reviewing(Aids aids, Assessment assessment, HomeChecks checks, Policy policy) {
        this.aids = aids;
        this.assessment = assessment;
        this.checks = checks;
        this.policy = policy;
    }

    List<Ask> asks(CaseFile file, Aids.Kept aid) {
        var check = aid.check();
        var asks = new ArrayList<>(
                checks.asks(file, new HomeChecks.Said(check.made(), check.visit(), check.registered(), check.found())));
        asks.addAll(Cards.asks(aid.request().account()));
        if (!aid.request().repeat().isEmpty()) {
            var accepted = check.repeatAccepted();
            asks.add(new Ask(
                    "repeat",
                    "同一事由再次申请的理由",
                    Input.ONE,
                    List.of(Option.of("YES", "正当"), Option.of("NO", "不正当")),
                    accepted == null ? List.of() : List.of(accepted ? "YES" : "NO"),
                    aid.request().repeat(),
                    true));
        }
        return asks;
    }

    Taken take(CaseFile file, Aids.Kept aid, Answers answers, Actor.Office by) {
        return switch (checks.read(file, aid.request().occurredOn(), answers)) {
            case HomeChecks.Not(var why) -> why;
            case HomeChecks.Made made ->
                switch (Cards.read(aid.request().account(), aid.personName(), answers)) {
                    case Cards.Not(var why) -> why;
                    case Cards.Named(var account) -> {
                        var kept = keep(file, aid, made, answers.said("repeat"), by);
                        if (kept instanceof Kept && aid.request().account() == null && account != null) {
                            aids.nameAccount(file.id(), account);
                        }
                        yield kept;
                    }
                };
        };
    }

    private Taken keep(CaseFile file, Aids.Kept aid, HomeChecks.Made made, @Nullable Boolean repeat, Actor.Office by) {
        if (!aid.request().repeat().isEmpty() && repeat == null) {
            return new Wrong("repeat", "请认定再次申请的理由是否正当");
        }
        aids.check(file.id(), new Aids.Check(made.check(), made.visit(), made.registered(), repeat, made.found()));
        return new Kept(made.inWords(), inPublic(file, by));
    }

    /** What the 公示 shows, if it hangs: the kind of hardship and the amount the rule suggests, which is not decided yet. */
    private String inPublic(CaseFile file, Actor.Office by) {
        var aid = aids.find(file.id()).orElseThrow();
        var situation = policy.label(AskAid.PUBLIC, aid.request().situation().name());
        long amount = assessment.of(aid, by).evaluation().suggestedFen();
        return situation + (amount > 0 ? "，拟援助 " + Words.yuan(amount) : "");
    }
}

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
import org.rongyi.platform.approval.apply.Answers;
import org.rongyi.platform.approval.apply.ServiceStep;
import org.rongyi.platform.approval.route.Position.Verdict;
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
class Reviewing implements ServiceStep<Aids.Kept> {

    private final Aids aids;
    private final AidRequests requests;
    private final AidDecisions decisions;
    private final Assessment assessment;
    private final HomeChecks checks;
    private final Policy policy;

    Reviewing(
            Aids aids,
            AidRequests requests,
            AidDecisions decisions,
            Assessment assessment,
            HomeChecks checks,
            Policy policy) {
        this.aids = aids;
        this.requests = requests;
        this.decisions = decisions;
        this.assessment = assessment;
        this.checks = checks;
        this.policy = policy;
    }

    @Override
    public List<Ask> asks(CaseFile file, Aids.Kept aid, Actor.Office reader) {
        var check = aid.check();
        var asks = new ArrayList<>(checks.asks(
                file,
                new HomeChecks.Said(
                        check.made(),
                        check.visit(),
                        check.registered(),
                        check.found(),
                        aid.request().account())));
        if (!aid.request().repeat().isEmpty()) {
            var accepted = check.repeatAccepted();
            asks.add(Ask.choice(
                            Input.ONE, "repeat", "同一事由再次申请的理由", List.of(Option.of("YES", "正当"), Option.of("NO", "不正当")))
                    .saying(accepted == null ? null : accepted ? "YES" : "NO")
                    .hinting(aid.request().repeat()));
        }
        return asks;
    }

    @Override
    public Taken take(CaseFile file, Aids.Kept aid, Verdict verdict, Answers answers, Actor.Office by) {
        var request = aid.request();
        return switch (checks.read(file, request.occurredOn(), request.account(), aid.personName(), answers)) {
            case HomeChecks.Not(var why) -> why;
            case HomeChecks.Made made -> keep(file, aid, made, answers.said("repeat"), by);
        };
    }

    private Taken keep(CaseFile file, Aids.Kept aid, HomeChecks.Made made, @Nullable Boolean repeat, Actor.Office by) {
        if (!aid.request().repeat().isEmpty() && repeat == null) {
            return new Wrong("repeat", "请认定再次申请的理由是否正当");
        }
        var account = made.account();
        if (aid.request().account() == null && account != null) {
            requests.nameAccount(file.id(), account);
        }
        decisions.check(file.id(), new Aids.Check(made.check(), made.visit(), made.registered(), repeat, made.found()));
        return new Kept(made.inWords(), inPublic(file, by));
    }

    /** What the 公示 shows, if it hangs: the kind of hardship and the amount the rule suggests, which is not decided yet. */
    private String inPublic(CaseFile file, Actor.Office by) {
        var aid = aids.find(file.id()).orElseThrow();
        var situation =
                policy.label(AidApplication.PUBLIC, aid.request().situation().name());
        long amount = assessment.of(aid, by).evaluation().suggestedFen();
        return situation + (amount > 0 ? "，拟援助 " + Words.yuan(amount) : "");
    }
}

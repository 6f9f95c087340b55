package org.rongyi.care.relief.emergency;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.rongyi.care.relief.Origins;
import org.rongyi.care.relief.RuleWords;
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
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.secrecy.Secrets;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Component;

/**
 * 县级审批 (东莞、中山: 市局审批): how much, within what is left of the fund's return. What is other than the rule suggests, or what the
 * facts do not show, is decided with a reason; against a strict point nothing is granted. Nothing is set aside here: the
 * province does that when it pays, and until then the applicant is told no amount.
 */
@Component
class Granting implements ServiceStep<Emergencies.Kept> {

    private final Emergencies emergencies;
    private final EmergencyAssessment assessment;
    private final ReturnOfFund fund;
    private final Origins origins;
    private final Secrets secrets;
    private final Clock clock;

    Granting(
            Emergencies emergencies,
            EmergencyAssessment assessment,
            ReturnOfFund fund,
            Origins origins,
            Secrets secrets,
            Clock clock) {
        this.emergencies = emergencies;
        this.assessment = assessment;
        this.fund = fund;
        this.origins = origins;
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    public List<Ask> asks(CaseFile file, Emergencies.Kept one, Actor.Office reader) {
        var evaluation = assessment.of(one, reader).evaluation();
        var suggested = evaluation.suggestedFen();
        var left = fund.left(one.code(), LocalDate.now(clock), one.id());
        return List.of(
                Ask.of(Input.NUMBER, "amount", "审批的金额（元）")
                        .saying(suggested > 0 ? new Money(suggested).plain() : null)
                        .hinting("建议 " + Words.yuan(suggested) + "：" + evaluation.reason() + "。" + left.inWords()
                                + "；不同意的不用填"),
                RuleWords.deviation(evaluation));
    }

    @Override
    public Taken take(CaseFile file, Emergencies.Kept one, Verdict verdict, Answers answers, Actor.Office by) {
        var basis = assessment.of(one, by);
        var today = LocalDate.now(clock);
        if (verdict == Verdict.AGAINST) {
            emergencies.decide(file.id(), today, basis);
            origins.answer(one.need(), "申请应急救助未获同意，理由见决定书（办件 " + file.number() + "）", by);
            return new Kept("");
        }
        var hindrance = basis.evaluation().hindrance();
        if (hindrance.isPresent()) {
            return new Wrong("verdict", "不能同意：" + RuleWords.hinders(hindrance.get()));
        }
        var amount = Money.parse(answers.text("amount")).map(Money::fen);
        if (amount.isEmpty()) {
            return new Wrong("amount", "请填写金额，只写数字，单位是元");
        }
        var wanted = basis.granting(amount.get(), answers.text("deviation"));
        var wrong = wrong(wanted, one, today);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        emergencies.decide(file.id(), today, wanted);
        return new Kept("");
    }

    private Optional<Wrong> wrong(Basis basis, Emergencies.Kept one, LocalDate today) {
        var terms = basis.terms();
        long fen = basis.grantedFen();
        if (fen < terms.leastFen() || fen > terms.mostFen()) {
            return wrong("amount", "应急救助一次 " + Words.yuan(terms.leastFen()) + " 到 " + Words.yuan(terms.mostFen()));
        }
        var left = fund.left(one.code(), today, one.id());
        if (fen > left.freeFen()) {
            return wrong("amount", left.inWords() + "，不够这一件；本金不能动用，请减少金额，或等收益到账再审批");
        }
        if (one.request().account() == null) {
            return wrong("amount", "没有收款卡号，请退回补上");
        }
        boolean other = fen != basis.evaluation().suggestedFen();
        var unexplained = RuleWords.unexplained(basis.evaluation(), other, basis.deviation());
        if (unexplained.isPresent()) {
            return unexplained;
        }
        if (basis.deviation().length() > EmergencyRequest.LONGEST) {
            return wrong("deviation", "请在 500 字以内写明");
        }
        return secrets.look("deviation", basis.deviation()).map(found -> new Wrong(found.field(), found.why()));
    }

    private static Optional<Wrong> wrong(String field, String why) {
        return Optional.of(new Wrong(field, why));
    }
}

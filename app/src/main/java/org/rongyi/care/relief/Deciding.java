package org.rongyi.care.relief;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rongyi.care.relief.rule.Evaluation;
import org.rongyi.care.relief.rule.Mode;
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
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.secrecy.Secrets;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.field.Option;
import org.springframework.stereotype.Component;

/**
 * 县级审批: in which modes and how much (办法 第十三、十四条), within the caps. What is other than the rule suggests, or what the facts do
 * not show, is decided with a reason; against a strict point nothing is granted. Facts and parameters are kept with it.
 */
@Component
class Deciding implements ServiceStep<Aids.Kept> {

    private final Aids aids;
    private final AidDecisions decisions;
    private final Assessment assessment;
    private final Origins origins;
    private final Payers payers;
    private final AidTakenBack takenBack;
    private final Policy policy;
    private final Secrets secrets;
    private final Clock clock;

    Deciding(
            Aids aids,
            AidDecisions decisions,
            Assessment assessment,
            Origins origins,
            Payers payers,
            AidTakenBack takenBack,
            Policy policy,
            Secrets secrets,
            Clock clock) {
        this.takenBack = takenBack;
        this.aids = aids;
        this.decisions = decisions;
        this.assessment = assessment;
        this.origins = origins;
        this.payers = payers;
        this.policy = policy;
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    public List<Ask> asks(CaseFile file, Aids.Kept aid, Actor.Office reader) {
        var evaluation = assessment.of(aid, reader).evaluation();
        var request = aid.request();
        var wished = request.wished().isEmpty() ? Set.of(Mode.MONEY) : request.wished();
        return List.of(
                Ask.choice(Input.SEVERAL, "modes", "核定的方式", modes())
                        .sayingAll(wished.stream().sorted().map(Mode::name).toList())
                        .hinting("可多选；不同意的不用填"),
                amount(aid, evaluation),
                Ask.choice(Input.ONE, "payer", "由谁出", payers.all(aid.code(), LocalDate.now(clock)))
                        .hinting("资金、实物从管账的资金出，同意的同时就留出这笔钱"),
                Ask.of(Input.NUMBER, "goods", "其中实物价值（元）").hinting("又给资金又给实物的才填"),
                Ask.of(Input.LINE, "what", "什么实物、什么服务").hinting("只给资金的不用填"),
                RuleWords.deviation(evaluation));
    }

    private List<Option> modes() {
        return Arrays.stream(Mode.values())
                .map(mode -> Option.of(mode.name(), policy.label("relief.hardship.mode", mode.name())))
                .toList();
    }

    private Ask amount(Aids.Kept aid, Evaluation evaluation) {
        var stands = stands(aid);
        long suggested =
                Math.max(evaluation.suggestedFen(), stands.map(Grant::amountFen).orElse(0L));
        var given = stands.map(one -> known(aid) + Words.yuan(one.amountFen()) + "，算在核定的里面，只能增加。")
                .orElse("");
        return Ask.of(Input.NUMBER, "amount", "核定的金额（元）")
                .saying(new Money(suggested).plain())
                .hinting(given + "建议 " + Words.yuan(evaluation.suggestedFen()) + "：" + evaluation.reason() + "。最多 "
                        + Words.yuan(evaluation.leftFen()) + "；实物按价值");
    }

    @Override
    public Taken take(CaseFile file, Aids.Kept aid, Verdict verdict, Answers answers, Actor.Office by) {
        var basis = assessment.of(aid, by);
        var before = before(aid);
        var stands = stands(aid);
        var decided = decided(aid).flatMap(ignored -> stands);
        if (verdict == Verdict.AGAINST) {
            return decided.isEmpty()
                    ? refused(file, aid, basis, by)
                    : new Wrong("verdict", "已经给予的援助不因复核收回；认为原来的合适，就同意原来的方式和金额");
        }
        var amount = yuan(answers, "amount");
        var goods = yuan(answers, "goods");
        var asked = grant(modes(answers.all("modes")), amount.orElse(0L), goods.orElse(0L), answers);
        boolean same = decided.filter(given -> isSame(asked, given)).isPresent();
        var grant = decided.filter(given -> same)
                .map(given -> asked.paidBy(given.payer()))
                .orElse(asked);
        var hindrance =
                same ? Optional.<Evaluation.Line>empty() : basis.evaluation().hindrance();
        if (hindrance.isPresent()) {
            return new Wrong("verdict", "不能同意：" + RuleWords.hinders(hindrance.get()));
        }
        var wrong = amount.isEmpty() || goods.isEmpty()
                ? Optional.of(new Wrong(amount.isEmpty() ? "amount" : "goods", "请填写金额，只写数字，单位是元"))
                : wrong(grant, basis.evaluation(), aid, same)
                        .or(() -> same ? Optional.empty() : beyondCap(grant, basis.evaluation()))
                        .or(() -> stands.flatMap(given -> less(grant, given, known(aid))));
        if (wrong.isPresent()) {
            return wrong.get();
        }
        payers.hold(grant.payer());
        var moved = moved(aid);
        if (moved.isPresent()) {
            return moved.get();
        }
        decisions.decide(
                file.id(),
                LocalDate.now(clock),
                new Basis(basis.facts(), basis.terms(), basis.evaluation(), grant, before.orElse(null)));
        return new Kept(inWords(grant));
    }

    /** Freed or had back since the case was read: what he has left would be written down otherwise than it was weighed. */
    private Optional<Wrong> moved(Aids.Kept aid) {
        return takenBack.held(aid.id()).equals(aid.back())
                ? Optional.empty()
                : wrong("amount", "刚刚有退回或解除的，还在他手里的变了；请照新的数重新核定");
    }

    /** What is left of what was decided before, or given before the papers were there; of nothing when all of it came back. */
    private Optional<Grant> before(Aids.Kept aid) {
        return decided(aid)
                .or(() -> Optional.ofNullable(aid.first()).flatMap(Aids.First::grant))
                .map(given -> given.less(aid.back().moneyFen(), aid.back().goodsFen()));
    }

    private Optional<Grant> stands(Aids.Kept aid) {
        return before(aid).filter(given -> !given.modes().isEmpty());
    }

    private String known(Aids.Kept aid) {
        boolean whole = aid.back().moneyFen() == 0 && aid.back().goodsFen() == 0;
        return (decided(aid).isPresent() ? "原来核定" : "先行帮扶已给") + (whole ? " " : "、没有退回的 ");
    }

    /** What was decided before, when it is decided again after a 复核; of nothing when that was refused because all had come back. */
    private Optional<Grant> decided(Aids.Kept aid) {
        return aid.decided() == null
                ? Optional.empty()
                : aids.basis(aid.id())
                        .flatMap(basis ->
                                Optional.ofNullable(basis.grant()).or(() -> Optional.ofNullable(basis.before())));
    }

    /** What was given stays, whatever has become of its grounds meanwhile; only more must pass the rule. */
    private static boolean isSame(Grant grant, Grant given) {
        return grant.modes().equals(given.modes())
                && grant.amountFen() == given.amountFen()
                && grant.goodsFen() == given.goodsFen();
    }

    /** Nothing typed is nothing; empty where it is no amount. */
    private static Optional<Long> yuan(Answers answers, String field) {
        return answers.text(field).isEmpty()
                ? Optional.of(0L)
                : Money.parse(answers.text(field)).map(Money::fen);
    }

    private static Optional<Wrong> beyondCap(Grant grant, Evaluation evaluation) {
        return grant.amountFen() > evaluation.leftFen()
                ? wrong("amount", "超过上限，最多 " + Words.yuan(evaluation.leftFen()))
                : Optional.empty();
    }

    /** Who asked for a 复核 does not come out of it with less; what was handed over first is part of what is granted. */
    private static Optional<Wrong> less(Grant grant, Grant given, String known) {
        boolean less = grant.goodsFen() < given.goodsFen()
                || grant.amountFen() - grant.goodsFen() < given.amountFen() - given.goodsFen();
        return less
                ? wrong("amount", known + Words.yuan(given.amountFen()) + "，核定要算进它、不能少于它；多出的部分会另外留出、拨付")
                : Optional.empty();
    }

    /** Goods alone are worth all of the amount. */
    private static Grant grant(Set<Mode> modes, long amount, long goods, Answers answers) {
        boolean both = modes.contains(Mode.MONEY) && modes.contains(Mode.GOODS);
        long worth = !modes.contains(Mode.GOODS) ? 0 : both ? goods : amount;
        return new Grant(modes, amount, worth, answers.text("payer"), answers.text("what"), answers.text("deviation"));
    }

    /** What was handed over already goes to no account. */
    private static boolean needsAccount(Grant grant, Optional<Grant> before) {
        long given = before.map(one -> one.amountFen() - one.goodsFen()).orElse(0L);
        return grant.amountFen() - grant.goodsFen() > given;
    }

    private static boolean isBoth(Grant grant) {
        return grant.modes().contains(Mode.MONEY) && grant.modes().contains(Mode.GOODS);
    }

    /** The need that asked for it is answered as well: with a no. */
    private Taken refused(CaseFile file, Aids.Kept aid, Basis basis, Actor.Office by) {
        var moved = moved(aid);
        if (moved.isPresent()) {
            return moved.get();
        }
        var given = decided(aid).flatMap(ignored -> before(aid)).orElse(null);
        decisions.decide(
                file.id(),
                LocalDate.now(clock),
                new Basis(basis.facts(), basis.terms(), basis.evaluation(), null, given));
        if (given == null) {
            origins.answer(aid.need(), "申请困难帮扶援助未获同意，理由见决定书（办件 " + file.number() + "）", by);
        }
        return new Kept("");
    }

    /** @param same what was decided before stands: who gave it has given it, whatever he may give today */
    private Optional<Wrong> wrong(Grant grant, Evaluation evaluation, Aids.Kept aid, boolean same) {
        if (grant.modes().isEmpty()) {
            return wrong("modes", "请选择援助的方式");
        }
        boolean worth = grant.modes().stream().anyMatch(Mode::hasAmount);
        if (worth != grant.amountFen() > 0) {
            return wrong("amount", worth ? "资金、实物要写明金额" : "只有服务的，不写金额");
        }
        if (grant.modes().contains(Mode.MONEY) && aid.request().account() == null && needsAccount(grant, before(aid))) {
            return wrong("modes", "没有收款卡号，不能给资金；请退回补上，或改用别的方式");
        }
        if (!same && !payers.isOffered(grant.payer(), aid.code(), LocalDate.now(clock))) {
            return wrong("payer", "请选择由谁出");
        }
        if (!same && worth && !payers.isFund(grant.payer())) {
            return wrong("payer", "资金和实物要从管账的资金出；还没有的，请本局先设立资金、登记收入或捐赠");
        }
        if (isBoth(grant) && (grant.goodsFen() <= 0 || grant.goodsFen() >= grant.amountFen())) {
            return wrong("goods", "又给资金又给实物的，写明其中实物值多少");
        }
        if (grant.what().isBlank() && grant.modes().stream().anyMatch(mode -> mode != Mode.MONEY)) {
            return wrong("what", "请写明什么实物、什么服务");
        }
        if (grant.what().length() > AidRequest.LONGEST || grant.deviation().length() > AidRequest.LONGEST) {
            return wrong(grant.what().length() > AidRequest.LONGEST ? "what" : "deviation", "请在 500 字以内写明");
        }
        boolean other = worth && grant.amountFen() != evaluation.suggestedFen();
        var unexplained = RuleWords.unexplained(evaluation, other, grant.deviation());
        if (unexplained.isPresent()) {
            return unexplained;
        }
        return secrets.look("deviation", grant.deviation())
                .or(() -> secrets.look("what", grant.what()))
                .map(found -> new Wrong(found.field(), found.why()));
    }

    private String inWords(Grant grant) {
        var modes = grant.modes().stream()
                .map(mode -> policy.label("relief.hardship.mode", mode.name()))
                .collect(Collectors.joining("、"));
        return "核定：" + modes
                + (grant.amountFen() > 0 ? " " + Words.yuan(grant.amountFen()) : "")
                + (grant.what().isBlank() ? "" : "（" + grant.what() + "）")
                + "，" + payers.name(grant.payer());
    }

    private static Set<Mode> modes(List<String> names) {
        return Arrays.stream(Mode.values())
                .filter(mode -> names.contains(mode.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Mode.class)));
    }

    private static Optional<Wrong> wrong(String field, String why) {
        return Optional.of(new Wrong(field, why));
    }
}

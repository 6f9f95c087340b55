package org.rongyi.care.relief;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.payment.MoneyStanding;
import org.rongyi.care.need.Needs;
import org.rongyi.care.relief.rule.Evaluation;
import org.rongyi.care.relief.rule.Mode;
import org.rongyi.insight.figures.Fact;
import org.rongyi.insight.figures.Figures;
import org.rongyi.people.person.People;
import org.rongyi.platform.approval.CaseFile;
import org.rongyi.platform.approval.CaseForm;
import org.rongyi.platform.approval.CaseService;
import org.rongyi.platform.approval.route.Position.Verdict;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.ui.Tone;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Component;

/** 困难帮扶援助, as a case: what is asked for, what the rule says of it, and what is kept when it is decided. */
@Component
class AidService implements CaseService {

    static final String ID = "HARDSHIP";
    static final String REVIEW = "REVIEW";
    static final String DECIDE = "DECIDE";

    private final Aids aids;
    private final Assessment assessment;
    private final Reviewing reviewing;
    private final Deciding deciding;
    private final Needs needs;
    private final Payers payers;
    private final MoneyStanding money;
    private final Figures figures;
    private final Policy policy;
    private final People people;
    private final AidApplicationForm form;

    AidService(
            Aids aids,
            Assessment assessment,
            Reviewing reviewing,
            Deciding deciding,
            Needs needs,
            Payers payers,
            MoneyStanding money,
            Figures figures,
            Policy policy,
            People people,
            AidApplicationForm form) {
        this.form = form;
        this.people = people;
        this.money = money;
        this.figures = figures;
        this.aids = aids;
        this.assessment = assessment;
        this.reviewing = reviewing;
        this.deciding = deciding;
        this.needs = needs;
        this.payers = payers;
        this.policy = policy;
    }

    @Override
    public String id() {
        return ID;
    }

    /** 第十五条: 家属 may ask for him. */
    @Override
    public boolean isForFamily() {
        return true;
    }

    @Override
    public String familyPath() {
        return "/kin/aid";
    }

    /** Account and illness are for who has to check them, and each showing is written down. */
    @Override
    public boolean hasNumbers(UUID caseId) {
        return true;
    }

    @Override
    public Content content(UUID caseId, Actor reader, boolean clear) {
        var aid = require(caseId);
        boolean own = !(reader instanceof Actor.Office);
        var request = aid.request();
        var lines = new ArrayList<Line>();
        lines.add(line("情形", situation(aid)));
        lines.add(line(request.situation().isLasting() ? "从哪天开始" : "哪天发生的", Words.day(request.occurredOn())));
        var first = aid.first();
        if (first != null) {
            lines.add(line(
                    "先行帮扶",
                    Words.day(first.on()) + "，"
                            + granted(
                                    first.modes(),
                                    first.amountFen(),
                                    first.payer() == null ? null : first.payer().toString())
                            + "，" + first.by()));
        }
        if (!request.diagnosis().isEmpty()) {
            lines.add(line("病情", reader instanceof Actor.Self || clear ? request.diagnosis() : "已填写，审核时可看"));
        }
        economy(request, lines);
        if (!request.wished().isEmpty()) {
            lines.add(line("希望的方式", modes(request.wished())));
        }
        var account = request.account();
        if (account != null) {
            lines.add(line("收款卡号", clear ? account.bank() + " " + account.number() : account.masked()));
        }
        lines.add(line("材料", materials(aid)));
        if (!request.repeat().isEmpty()) {
            lines.add(line("再次申请的理由", request.repeat()));
        }
        found(aid, own, lines);
        var decided = aid.decided();
        if (decided != null && !decided.modes().isEmpty()) {
            lines.add(line("核定", granted(decided.modes(), decided.amountFen(), decided.payer())));
            if (!own) {
                deviation(caseId, lines);
            }
        }
        money.ofCase(caseId).forEach(standing -> lines.add(line("钱到哪一步", standing)));
        return new Content(
                lines,
                request.words(),
                own ? null : "/persons/" + aid.person(),
                clear && reader instanceof Actor.Office office ? checked(assessment.of(aid, office)) : List.of());
    }

    @Override
    public Optional<CaseForm> form(UUID caseId, Actor reader) {
        return Optional.of(form.of(require(caseId)));
    }

    private void deviation(UUID caseId, List<Line> lines) {
        aids.basis(caseId)
                .map(Basis::grant)
                .map(Grant::deviation)
                .filter(why -> !why.isBlank())
                .ifPresent(why -> lines.add(line("与建议不同的理由", why)));
    }

    private static void economy(AidRequest request, List<Line> lines) {
        var home = request.household();
        if (home == null) {
            lines.add(line("家庭经济状况", "还没有填"));
            return;
        }
        lines.add(line("家庭人口", home.members() + " 人"));
        lines.add(line(
                "近一年家庭收入",
                Words.yuan(home.incomeFen())
                        + (home.exemptFen() > 0 ? "，其中抚恤、补助、优待 " + Words.yuan(home.exemptFen()) + " 不算收入" : "")));
        lines.add(line(
                "近一年必需支出",
                Words.yuan(home.spentFen())
                        + (home.coveredFen() > 0 ? "，已报销、已得帮助 " + Words.yuan(home.coveredFen()) : "")));
    }

    private static void found(Aids.Kept aid, boolean own, List<Line> lines) {
        var made = aid.check().made();
        if (made != null) {
            lines.add(line(
                    "入户核查",
                    Words.day(made.on()) + "，" + String.join("、", made.visitors())
                            + (own || aid.check().found().isEmpty()
                                    ? ""
                                    : "：" + aid.check().found())));
        }
    }

    /** What is there, and what is missing, at once. */
    private String materials(Aids.Kept aid) {
        var missing = missing(aid.request().materials(), aid);
        var there = policy.choices(AidMaterials.LIST, aid.appliedOn()).size() - missing.size();
        return missing.isEmpty() ? "齐全" : "已有 " + Math.max(0, there) + " 样；还缺：" + String.join("；", missing);
    }

    private List<String> missing(Set<String> there, Aids.Kept aid) {
        return AidMaterials.missing(policy, aid.appliedOn(), there, there.contains(AidMaterials.AGENT));
    }

    private static List<Checked> checked(Basis basis) {
        var lines = new ArrayList<Checked>();
        for (var line : basis.evaluation().lines()) {
            lines.add(new Checked(
                    line.point().zh(), line.point().article(), line.finding().zh(), tone(line), line.words()));
        }
        lines.add(new Checked(
                "建议金额",
                Evaluation.Point.CAP.article(),
                Words.yuan(basis.evaluation().suggestedFen()),
                Tone.INFO,
                basis.evaluation().reason() + (basis.terms().proposed() ? "（标准为系统默认，待业务确认）" : "")));
        return lines;
    }

    private static Tone tone(Evaluation.Line line) {
        return switch (line.finding()) {
            case MET -> Tone.SUCCESS;
            case UNKNOWN -> Tone.WARNING;
            case NOT_MET -> line.point().isStrict() ? Tone.DANGER : Tone.WARNING;
        };
    }

    @Override
    public List<Ask> asks(CaseFile file, Actor.Office reader) {
        var aid = require(file.id());
        return switch (file.route().step(file.position().step()).id()) {
            case REVIEW -> reviewing.asks(file, aid);
            case DECIDE -> deciding.asks(aid, assessment.of(aid, reader));
            default -> List.of();
        };
    }

    @Override
    public Taken take(CaseFile file, Verdict verdict, Map<String, List<String>> given, Actor.Office by) {
        var aid = require(file.id());
        var answers = new Answers(given);
        return switch (file.route().step(file.position().step()).id()) {
            case REVIEW -> reviewing.take(file, aid, answers, by);
            case DECIDE -> deciding.take(file, aid, verdict, answers, by);
            default -> new Kept("");
        };
    }

    @Override
    public Optional<String> carryOut(CaseFile file, Actor.Office by) {
        var aid = require(file.id());
        var decided = aid.decided();
        if (decided == null || decided.modes().isEmpty()) {
            return Optional.of("还没有核定方式和金额，不能同意");
        }
        var basis = aids.basis(file.id()).orElseThrow();
        var hindrance = payers.commit(file, aid, Objects.requireNonNull(basis.grant()), basis.before(), by);
        if (hindrance.isPresent()) {
            return hindrance;
        }
        count(aid, decided, basis.before());
        if (basis.before() != null) {
            return Optional.empty();
        }
        var need = aid.need();
        if (need != null) {
            needs.answer(
                    need,
                    "已给予困难帮扶援助：" + granted(decided.modes(), decided.amountFen(), decided.payer()) + "（办件 "
                            + file.number() + "）",
                    by.name() + "（" + by.unitName() + "）");
        }
        return Optional.empty();
    }

    /** The aid when it is first given, and each yuan that comes on top of it later, on that day. */
    private void count(Aids.Kept aid, Aids.Decided decided, @Nullable Grant before) {
        var facts = new ArrayList<Fact>();
        long more = decided.amountFen();
        var first = aid.first();
        var on = first != null && first.payer() != null ? first.on() : decided.on();
        if (before == null) {
            facts.add(Fact.of(AidKinds.AID, aid.code(), on, aid.id(), aid.person()));
        } else {
            more -= before.amountFen();
        }
        if (more != 0) {
            facts.add(Fact.money(AidKinds.MONEY, aid.code(), on, aid.id(), more));
        }
        figures.count(facts);
    }

    /** Where he is answered for today; who was helped at once, or decided on before, stays with the county that did it. */
    @Override
    public Optional<DivisionCode> rightPlace(CaseFile file) {
        var aid = require(file.id());
        return aid.first() != null || aid.decided() != null
                ? Optional.empty()
                : people.placesOfApplicant(file.id()).stream()
                        .filter(People.Whereabouts::responsible)
                        .map(People.Whereabouts::code)
                        .findFirst();
    }

    @Override
    public void follow(UUID caseId) {
        aids.follow(caseId);
    }

    /** What was handed over is given; only the bureau may have it back. */
    @Override
    public Optional<String> stays(UUID caseId) {
        var first = require(caseId).first();
        return first == null || first.amountFen() == 0
                ? Optional.empty()
                : Optional.of("已经先行帮扶 " + Words.yuan(first.amountFen()) + "，不能撤回；请补齐手续，不该给的由县局办理追回");
    }

    @Override
    public String supplementPath(UUID caseId) {
        return "/cases/" + caseId + "/aid";
    }

    private Aids.Kept require(UUID caseId) {
        return aids.find(caseId).orElseThrow(() -> new IllegalStateException("办件没有申请内容：" + caseId));
    }

    private String situation(Aids.Kept aid) {
        return policy.label(
                "relief.hardship.situation", aid.request().situation().name());
    }

    private String granted(Set<Mode> modes, long fen, @Nullable String payer) {
        return given(modes, fen) + (payer == null ? "" : "，" + payers.name(payer));
    }

    private String given(Set<Mode> modes, long fen) {
        return modes(modes) + (fen > 0 ? " " + Words.yuan(fen) : "");
    }

    private String modes(Set<Mode> modes) {
        return modes.stream()
                .map(mode -> policy.label("relief.hardship.mode", mode.name()))
                .collect(Collectors.joining("、"));
    }

    private static Line line(String label, String text) {
        return new Line(label, null, text);
    }
}

package org.rongyi.care.relief.emergency;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.care.fund.payment.MoneyStanding;
import org.rongyi.care.need.Needs;
import org.rongyi.care.relief.AidKinds;
import org.rongyi.care.relief.AidMaterials;
import org.rongyi.care.relief.Answers;
import org.rongyi.care.relief.emergency.rule.Evaluation;
import org.rongyi.care.relief.rule.Facts.Known;
import org.rongyi.insight.figures.Fact;
import org.rongyi.insight.figures.Figures;
import org.rongyi.people.person.People;
import org.rongyi.people.person.PlaceKind;
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

/** 应急救助, as a case: what is asked for, what the rule says of it, who decides, and the money when the province pays. */
@Component
class EmergencyService implements CaseService {

    static final String ID = "EMERGENCY";
    static final String KINDS = "relief.emergency.kind";

    /** 公示用语: what everybody may read of the kind; no illness. */
    static final String PUBLIC = "relief.emergency.public";

    static final String MATERIALS = "relief.emergency.material";

    private static final String VISIT = "VISIT";
    private static final String DECIDE = "DECIDE";
    private static final String PAY = "PAY";

    private final Emergencies emergencies;
    private final EmergencyAssessment assessment;
    private final Visiting visiting;
    private final Granting granting;
    private final MoneyStanding money;
    private final ReturnOfFund fund;
    private final Needs needs;
    private final Figures figures;
    private final Policy policy;
    private final Clock clock;
    private final People people;
    private final EmergencyApplicationForm form;

    EmergencyService(
            Emergencies emergencies,
            EmergencyAssessment assessment,
            Visiting visiting,
            Granting granting,
            MoneyStanding money,
            ReturnOfFund fund,
            Needs needs,
            Figures figures,
            Policy policy,
            Clock clock,
            People people,
            EmergencyApplicationForm form) {
        this.form = form;
        this.people = people;
        this.emergencies = emergencies;
        this.assessment = assessment;
        this.visiting = visiting;
        this.granting = granting;
        this.money = money;
        this.fund = fund;
        this.needs = needs;
        this.figures = figures;
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    public String id() {
        return ID;
    }

    /** Account and illness are for who has to check them, and each showing is written down. */
    @Override
    public boolean hasNumbers(UUID caseId) {
        return true;
    }

    @Override
    public Content content(UUID caseId, Actor reader, boolean clear) {
        var one = require(caseId);
        var request = one.request();
        boolean own = !(reader instanceof Actor.Office);
        var lines = new ArrayList<Line>();
        lines.add(line("类别", policy.label(KINDS, request.kind().name())));
        lines.add(line("哪天发生的", Words.day(request.occurredOn())));
        if (!request.diagnosis().isEmpty()) {
            lines.add(line("病情", own || clear ? request.diagnosis() : "已填写，审核时可看"));
        }
        lines.add(line(request.kind().before(), otherAid(request.otherAid())));
        var home = request.household();
        lines.add(line("家庭人口", home.members() + " 人"));
        lines.add(line(
                "近一年家庭收入",
                Words.yuan(home.incomeFen())
                        + (home.exemptFen() > 0 ? "，其中抚恤、补助、优待 " + Words.yuan(home.exemptFen()) + " 不算收入" : "")));
        lines.add(line(
                "因这件事的支出",
                Words.yuan(home.spentFen())
                        + (home.coveredFen() > 0 ? "，已报销、已得帮助 " + Words.yuan(home.coveredFen()) : "")));
        var account = request.account();
        if (account != null) {
            lines.add(line("收款卡号", clear ? account.bank() + " " + account.number() : account.masked()));
        }
        lines.add(line("材料", materials(one)));
        found(one, own, lines);
        decided(one, own, lines);
        money.ofCase(caseId).forEach(standing -> lines.add(line("钱到哪一步", standing)));
        return new Content(
                lines,
                request.words(),
                own ? null : "/persons/" + one.person(),
                clear && reader instanceof Actor.Office office ? checked(assessment.of(one, office)) : List.of());
    }

    static String otherAid(Known known) {
        return switch (known) {
            case YES -> "办过了";
            case NO -> "还没有办";
            case UNKNOWN -> "没有说明，初审时核实";
        };
    }

    private String materials(Emergencies.Kept one) {
        var there = one.request().materials();
        var missing =
                AidMaterials.missing(MATERIALS, policy, one.appliedOn(), there, there.contains(AidMaterials.AGENT));
        return missing.isEmpty() ? "齐全" : "还缺：" + String.join("；", missing);
    }

    private static void found(Emergencies.Kept one, boolean own, List<Line> lines) {
        var made = one.check().made();
        if (made != null) {
            lines.add(line(
                    "入户核查",
                    Words.day(made.on()) + "，" + String.join("、", made.visitors())
                            + (own || one.check().found().isEmpty()
                                    ? ""
                                    : "：" + one.check().found())));
        }
    }

    /** The applicant is told the amount when the money is set aside, not before. */
    private void decided(Emergencies.Kept one, boolean own, List<Line> lines) {
        var decided = one.decided();
        if (decided == null || decided.fen() == 0) {
            return;
        }
        var paid = decided.paidOn();
        if (paid != null && decided.fund() != null) {
            lines.add(line(
                    "救助金",
                    Words.yuan(decided.fen()) + "，" + Words.day(paid) + " 由" + fund.name(decided.fund()) + "拨付"));
        } else if (!own) {
            lines.add(line("审批的金额", Words.yuan(decided.fen()) + "，" + Words.day(decided.on()) + " 审批，还没有拨付"));
        }
        if (!own) {
            emergencies
                    .basis(one.id())
                    .map(Basis::deviation)
                    .filter(why -> !why.isBlank())
                    .ifPresent(why -> lines.add(line("与建议不同的理由", why)));
        }
    }

    private static List<Checked> checked(Basis basis) {
        var lines = new ArrayList<Checked>();
        for (var line : basis.evaluation().lines()) {
            lines.add(new Checked(line.point().zh(), "", line.finding().zh(), tone(line), line.words()));
        }
        lines.add(new Checked(
                "建议金额",
                "",
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
        var one = require(file.id());
        return switch (step(file)) {
            case VISIT -> visiting.asks(file, one);
            case DECIDE -> granting.asks(one, assessment.of(one, reader));
            default -> List.of();
        };
    }

    @Override
    public Taken take(CaseFile file, Verdict verdict, Map<String, List<String>> given, Actor.Office by) {
        var one = require(file.id());
        var answers = new Answers(given);
        return switch (step(file)) {
            case VISIT -> visiting.take(file, one, verdict, answers, by);
            case DECIDE -> granting.take(file, one, verdict, answers, by);
            case PAY -> new Kept("核定应急救助金 " + Words.yuan(granted(one)) + "，拨到申请人本人的卡上");
            default -> new Kept("");
        };
    }

    @Override
    public Optional<CaseForm> form(UUID caseId, Actor reader) {
        return Optional.of(form.of(require(caseId), reader));
    }

    /** At the last step, the province's: the money is set aside of the fund's return, or nothing is done. */
    @Override
    public Optional<String> carryOut(CaseFile file, Actor.Office by) {
        var one = require(file.id());
        var today = LocalDate.now(clock);
        return switch (fund.pay(file, one, granted(one), today, by)) {
            case ReturnOfFund.Hindered(var why) -> Optional.of(why);
            case ReturnOfFund.SetAside(var id) -> {
                emergencies.pay(one.id(), today, id);
                figures.count(List.of(
                        Fact.of(AidKinds.AID, one.code(), today, one.id(), one.person()),
                        Fact.of(EmergencyKinds.EMERGENCY, one.code(), today, one.id(), one.person()),
                        Fact.money(AidKinds.MONEY, one.code(), today, one.id(), granted(one)),
                        Fact.money(EmergencyKinds.MONEY, one.code(), today, one.id(), granted(one))));
                var need = one.need();
                if (need != null) {
                    needs.answer(
                            need,
                            "已给予应急救助 " + Words.yuan(granted(one)) + "（办件 " + file.number() + "）",
                            by.name() + "（" + by.unitName() + "）");
                }
                yield Optional.empty();
            }
        };
    }

    private static long granted(Emergencies.Kept one) {
        var decided = one.decided();
        if (decided == null || decided.fen() == 0) {
            throw new IllegalStateException("paid without a decision: " + one.id());
        }
        return decided.fen();
    }

    /** The village of his 户籍, where it is asked for; an assigned station where he has none here. */
    @Override
    public Optional<DivisionCode> rightPlace(CaseFile file) {
        var places = people.placesOfApplicant(file.id());
        return places.stream()
                .filter(place -> place.kind() == PlaceKind.HUKOU || place.kind() == PlaceKind.BOTH)
                .map(People.Whereabouts::code)
                .findFirst()
                .or(() -> places.stream()
                        .filter(place -> place.responsible() && place.kind() == PlaceKind.ASSIGNED)
                        .map(People.Whereabouts::code)
                        .findFirst());
    }

    @Override
    public void follow(UUID caseId) {
        emergencies.follow(caseId);
    }

    @Override
    public String supplementPath(UUID caseId) {
        return "/cases/" + caseId + "/emergency";
    }

    private static String step(CaseFile file) {
        return file.route().step(file.position().step()).id();
    }

    private Emergencies.Kept require(UUID caseId) {
        return emergencies.find(caseId).orElseThrow(() -> new IllegalStateException("办件没有申请内容：" + caseId));
    }

    private static Line line(String label, String text) {
        return new Line(label, null, text);
    }
}

package org.rongyi.career.campaign.exam;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.ExamPlan;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.SourceTime;
import org.rongyi.career.campaign.who.WayRules;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.secrecy.Secrets;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Service;

/** 定考试的办法: with the plan, before the group approves it; afterwards nobody changes it. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class PlanExam implements OfficeAct<PlanExam.Command, PlanExam.Outcome> {

    static final int LONGEST = 100;

    private static final int LONGEST_SUBJECT = 20;
    private static final int MOST_FULL = 1000;
    private static final Duration FARTHEST = Duration.ofDays(730);

    private final PlacementCampaigns campaigns;
    private final Exams exams;
    private final Policy policy;
    private final Divisions divisions;
    private final Secrets secrets;
    private final WayRules rules;
    private final AuditTrail audit;

    PlanExam(
            PlacementCampaigns campaigns,
            Exams exams,
            Policy policy,
            Divisions divisions,
            Secrets secrets,
            WayRules rules,
            AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.exams = exams;
        this.policy = policy;
        this.divisions = divisions;
        this.secrets = secrets;
        this.rules = rules;
    }

    /** @param filePercent what 档案分 counts for, in hundredths; with the subjects' weights it makes 1 */
    public record Details(
            String forWhom,
            int filePercent,
            List<ExamPlan.Subject> subjects,
            Instant opens,
            Instant closes,
            Instant sits,
            String place,
            String source) {
        public Details {
            subjects = List.copyOf(subjects);
        }
    }

    /** @param details null where there is no exam after all */
    public record Command(
            CommandId id, UUID campaign, @Nullable Details details) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Planned(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** The plan is approved, or called off. */
        record Frozen() implements Outcome, Refused {}

        record Wanting(String field, String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = campaigns.lock(command.campaign(), office);
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        var campaign = found.get();
        if (!campaign.isIn(CampaignStage.DRAFT)) {
            return new Outcome.Frozen();
        }
        var details = command.details();
        if (details == null) {
            exams.unplan(campaign.id());
            audit.changed("考试", campaign.exam() == null ? null : words(campaign.exam()), null);
            campaigns.wrote(campaign.id(), office);
            return new Outcome.Planned(campaign.id());
        }
        var wanting = words(details, campaign.exam())
                .or(() -> weights(details))
                .or(() -> times(details))
                .or(() -> source(details))
                .or(() -> ways(campaign));
        if (wanting.isPresent()) {
            return wanting.get();
        }
        var plan = plan(details);
        audit.changed("考试", campaign.exam() == null ? null : words(campaign.exam()), words(plan));
        exams.plan(campaign, plan, office);
        campaigns.wrote(campaign.id(), office);
        return new Outcome.Planned(campaign.id());
    }

    /** Somebody may use the plan's ways with an exam before them. */
    private Optional<Outcome.Wanting> ways(CampaignRecord campaign) {
        return rules.objection(campaign.used(true)).map(why -> new Outcome.Wanting("forWhom", why));
    }

    private static String words(ExamPlan plan) {
        return plan.subjects().size() + " 科，报名 " + Words.moment(plan.opens()) + "到" + Words.moment(plan.closes())
                + "，开考 " + Words.moment(plan.sits());
    }

    private ExamPlan plan(Details details) {
        var today = divisions.today();
        return new ExamPlan(
                details.forWhom(),
                BigDecimal.valueOf(details.filePercent(), 2),
                details.subjects(),
                details.opens(),
                details.closes(),
                details.sits(),
                details.place(),
                details.source(),
                true,
                policy.number(ExamPolicy.DIFFERENCE, today),
                policy.number(ExamPolicy.REVIEW_DAYS, today),
                false);
    }

    /** @param stands what was planned before; none the first time */
    private Optional<Outcome.Wanting> words(Details details, @Nullable ExamPlan stands) {
        return missing("forWhom", details.forWhom(), "请写明什么人考，不超过 100 字")
                .or(() -> missing("place", details.place(), "请写明在哪里考，不超过 100 字"))
                .or(() -> missing("source", details.source(), "请写明抽座位用哪个公开的随机数、哪天的，不超过 100 字"))
                .or(() -> secret("forWhom", stands == null ? "" : stands.forWhom(), details.forWhom()))
                .or(() -> secret("place", stands == null ? "" : stands.place(), details.place()))
                .or(() -> secret("source", stands == null ? "" : stands.source(), details.source()));
    }

    private static Optional<Outcome.Wanting> missing(String field, String text, String why) {
        return text.isBlank() || text.length() > LONGEST ? wanting(field, why) : Optional.empty();
    }

    private Optional<Outcome.Wanting> secret(String field, String stands, String text) {
        return secrets.look(field, stands, text).map(found -> new Outcome.Wanting(field, found.why()));
    }

    private Optional<Outcome.Wanting> weights(Details details) {
        var names = new HashSet<String>(List.of(ExamPlan.FILE));
        var sum = BigDecimal.valueOf(details.filePercent(), 2);
        int number = 1;
        for (var subject : details.subjects()) {
            if (subject.name().isBlank()
                    || subject.name().length() > LONGEST_SUBJECT
                    || !names.add(subject.name())
                    || secrets.look("subject", subject.name()).isPresent()) {
                return wanting("subject" + number, "科目的名称不超过 20 字，不重复");
            }
            if (subject.full() < 1 || subject.full() > MOST_FULL) {
                return wanting("full" + number, "满分应在 1 到 1000 之间");
            }
            if (subject.weight().signum() <= 0) {
                return wanting("weight" + number, "百分比应大于 0");
            }
            sum = sum.add(subject.weight());
            number++;
        }
        if (details.subjects().isEmpty() || details.subjects().size() > ExamPlan.MOST_SUBJECTS) {
            return wanting("subject1", "请至少写一科");
        }
        return details.filePercent() < 1 || sum.compareTo(BigDecimal.ONE) != 0
                ? wanting("filePercent", "档案分和各科的百分比都应大于 0，加起来是 100")
                : Optional.empty();
    }

    private static Optional<Outcome.Wanting> times(Details details) {
        if (!details.closes().isAfter(details.opens())) {
            return wanting("closesOn", "报名截止的时间应在开始以后");
        }
        if (!details.sits().isAfter(details.closes())
                || details.sits().isAfter(details.closes().plus(FARTHEST))) {
            return wanting("sitsOn", "考试的时间应在报名截止以后、两年以内");
        }
        return Optional.empty();
    }

    /** It speaks when tickets and rooms are committed to, and before anybody sits. */
    private static Optional<Outcome.Wanting> source(Details details) {
        var speaks = SourceTime.of(details.source());
        if (speaks.isEmpty()) {
            return wanting("source", "请先写公布的日期和时间，例如 2026-12-20 21:15 双色球开奖号码");
        }
        return speaks.get().isBefore(details.closes()) || !speaks.get().isBefore(details.sits())
                ? wanting("source", "来源应在报名截止以后、考试以前公布：先定准考证号和考场，再等它公布")
                : Optional.empty();
    }

    private static Optional<Outcome.Wanting> wanting(String field, String why) {
        return Optional.of(new Outcome.Wanting(field, why));
    }
}

package org.rongyi.career.campaign.group;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.CampaignStages;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.Entering;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.PlacementPosts;
import org.rongyi.career.campaign.PlanCheck;
import org.rongyi.career.campaign.PostState;
import org.rongyi.career.campaign.candidate.RefusalNews;
import org.rongyi.career.campaign.candidate.ScoreNotices;
import org.rongyi.career.campaign.pairs.DirectivePolicy;
import org.rongyi.career.campaign.pairs.PairLimit;
import org.rongyi.career.campaign.who.WayRules;
import org.rongyi.career.placement.proof.Way;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.NoCalendar;
import org.rongyi.platform.policy.WorkingDays;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Service;

/**
 * 审定方案: the group's meeting approves the plan; a leader who has not written it enters that. From then on the rules are frozen with a public
 * digest, the posts are published, and the scores hang by name until the notice's last working day.
 */
@Service
@Allow(
        roles = {Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class ApprovePlan implements OfficeAct<ApprovePlan.Command, ApprovePlan.Outcome> {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final PlacementCampaigns campaigns;
    private final PlacementPosts posts;
    private final Candidates candidates;
    private final GroupBook book;
    private final GroupCheck check;
    private final ScoreNotices notices;
    private final RefusalNews news;
    private final WorkingDays days;
    private final ExamTimes exam;
    private final PairLimit pairs;
    private final PlanCheck plans;
    private final WayRules rules;
    private final DirectivePolicy terms;
    private final QuotaLine quotas;
    private final Divisions divisions;
    private final CampaignStages stages;
    private final AuditTrail audit;

    ApprovePlan(
            PlacementCampaigns campaigns,
            PlacementPosts posts,
            Candidates candidates,
            GroupBook book,
            GroupCheck check,
            ScoreNotices notices,
            RefusalNews news,
            WorkingDays days,
            ExamTimes exam,
            PairLimit pairs,
            PlanCheck plans,
            WayRules rules,
            DirectivePolicy terms,
            QuotaLine quotas,
            Divisions divisions,
            CampaignStages stages,
            AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.posts = posts;
        this.candidates = candidates;
        this.book = book;
        this.check = check;
        this.notices = notices;
        this.news = news;
        this.days = days;
        this.exam = exam;
        this.pairs = pairs;
        this.plans = plans;
        this.rules = rules;
        this.terms = terms;
        this.quotas = quotas;
        this.divisions = divisions;
        this.stages = stages;
    }

    public record Command(CommandId id, UUID campaign, Held meeting) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        /** @param digest SM3 of the plan's text */
        record Approved(UUID subject, String digest) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** Approved before, or called off. */
        record NotNow() implements Outcome, Refused {}

        /** Who drafted or edited it does not enter the approval. */
        record SamePerson() implements Outcome, Refused {}

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
            return new Outcome.NotNow();
        }
        if (campaign.isWrittenBy(office)) {
            return new Outcome.SamePerson();
        }
        var wanting = check.wanting(campaign, command.meeting());
        if (wanting.isPresent()) {
            return new Outcome.Wanting(wanting.get().field(), wanting.get().why());
        }
        return ready(campaign, command, office);
    }

    /**
     * What is still to be done before the group may approve.
     *
     * @param door the page of the campaign where it is done
     */
    public record Missing(String why, String door) {}

    /** Apart from the meeting itself. */
    public List<Missing> missing(CampaignRecord campaign) {
        var missing = new ArrayList<Missing>();
        if (posts.of(campaign.id()).stream().noneMatch(post -> post.state() == PostState.CHECKED)) {
            missing.add(new Missing("还没有核对过的岗位，先录入、核对岗位", "posts"));
        }
        var people = candidates.of(campaign.id());
        if (people.isEmpty()) {
            missing.add(new Missing("还没有参加人，先列入参加人", "candidates"));
        }
        people.stream()
                .map(Candidate::kind)
                .distinct()
                .flatMap(kind -> rules.objection(kind, campaign.used()).stream())
                .forEach(why -> missing.add(new Missing(why + "。请修改方案，或者把这一类人撤出", "plan")));
        if (people.stream().map(one -> one.kind().isOfficer()).distinct().count() > 1) {
            missing.add(new Missing("参加人里既有军官，又有军士和义务兵，两张评分表的分不能排在一起。请把其中一种撤出，另开一次活动", "candidates"));
        }
        pairs.trouble(campaign).map(why -> new Missing(why, "plan")).ifPresent(missing::add);
        plans.outdated(campaign).map(why -> new Missing(why, "plan")).ifPresent(missing::add);
        try {
            missing.addAll(exam.missing(campaign));
            online(campaign).ifPresent(missing::add);
            notice(campaign).ifPresent(missing::add);
        } catch (NoCalendar e) {
            missing.add(new Missing(e.year() + " 年的工作日历还没有载入，公示到哪天算不出来，请省厅先在“工作日历”里载入", "plan"));
        }
        return List.copyOf(missing);
    }

    private static Optional<Missing> online(CampaignRecord campaign) {
        return campaign.online()
                .filter(rule -> rule.browseFrom().isBefore(campaign.plan().closes()))
                .map(_ -> new Missing("网上双选里单位看申请的时间早于申请截止，请先修改网上双选的安排", "online"));
    }

    private Optional<Missing> notice(CampaignRecord campaign) {
        var until = until(campaign);
        return campaign.plan()
                        .opens()
                        .isBefore(until.plusDays(1).atStartOfDay(ZONE).toInstant())
                ? Optional.of(new Missing("今天审定的话，公示要到" + Words.day(until) + "才满，填报志愿应在这以后开始，请先修改方案", "plan"))
                : Optional.empty();
    }

    private LocalDate until(CampaignRecord campaign) {
        return days.calendar()
                .workingDaysAfter(divisions.today(), campaign.plan().noticeDays());
    }

    private Outcome ready(CampaignRecord campaign, Command command, Actor.Office office) {
        var missing = missing(campaign);
        if (!missing.isEmpty()) {
            return new Outcome.Wanting("missing", missing.getFirst().why());
        }
        book.keep(campaign, MeetingKind.PLAN, command.meeting(), office);
        return publish(campaign, divisions.today(), until(campaign));
    }

    /** SM3 of the plan as approved; of a draft, as it would be approved today. */
    public String digest(CampaignRecord campaign) {
        return PlanText.digest(campaign.with(terms.of(campaign), quotas.of(campaign.id())));
    }

    /** What its directive round will reckon with, in words; empty for a plan without one. */
    public String directive(CampaignRecord campaign) {
        return campaign.plan().ways().contains(Way.DIRECTIVE)
                ? terms.of(campaign).words()
                : "";
    }

    private Outcome publish(CampaignRecord campaign, LocalDate from, LocalDate until) {
        var directive = terms.of(campaign);
        var toTake = quotas.of(campaign.id());
        var digest = PlanText.digest(campaign.with(directive, toTake));
        posts.publish(campaign.id());
        stages.enter(campaign, new Entering.Notice(digest, from, until, directive, toTake));
        audit.changed("活动阶段", CampaignStage.DRAFT.zh(), CampaignStage.NOTICE.zh());
        audit.said("公示到", until);
        audit.said("方案的摘要", digest);
        notices.hang(campaign.id(), until);
        campaigns.find(campaign.id()).ifPresent(news::published);
        return new Outcome.Approved(campaign.id(), digest);
    }
}

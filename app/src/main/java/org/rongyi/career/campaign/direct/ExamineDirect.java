package org.rongyi.career.campaign.direct;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.PlacementPosts;
import org.rongyi.career.campaign.candidate.RefusalGround;
import org.rongyi.career.campaign.candidate.Refusals;
import org.rongyi.career.campaign.who.CheckRules;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.Choice;
import org.springframework.stereotype.Service;

/** 资格审查 of who applied: passed with every item of the day's list looked at, or not passed with ground and reason, which he reads. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class ExamineDirect implements OfficeAct<ExamineDirect.Command, ExamineDirect.Outcome> {

    private final PlacementCampaigns campaigns;
    private final DirectApplications applications;
    private final Refusals refusals;
    private final DirectPolicy policy;
    private final CheckRules rules;
    private final PlacementPosts posts;
    private final Divisions divisions;
    private final Written written;
    private final AuditTrail audit;

    ExamineDirect(
            PlacementCampaigns campaigns,
            DirectApplications applications,
            Refusals refusals,
            DirectPolicy policy,
            CheckRules rules,
            PlacementPosts posts,
            Divisions divisions,
            Written written,
            AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.applications = applications;
        this.refusals = refusals;
        this.policy = policy;
        this.rules = rules;
        this.posts = posts;
        this.divisions = divisions;
        this.written = written;
    }

    /**
     * @param checks of the day's list, by code
     * @param ground none where he passes
     * @param relation an entry of {@code campaign.relatives}; only for 亲属回避
     */
    public record Command(
            CommandId id,
            UUID application,
            List<String> checks,
            @Nullable RefusalGround ground,
            @Nullable String relation,
            String why)
            implements OfficeAct.Command {
        public Command {
            checks = List.copyOf(checks);
        }

        /** Of another ground than 亲属回避, or of none. */
        public Command(
                CommandId id, UUID application, List<String> checks, @Nullable RefusalGround ground, String why) {
            this(id, application, checks, ground, null, why);
        }
    }

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Passed(UUID subject) implements Outcome, Done {}

        record NotPassed(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** Examined before, withdrawn, or the list is settled. */
        record NotNow() implements Outcome, Refused {}

        /** @param why he may not have this post, as recorded with the candidates */
        record NotQualified(String why) implements Outcome, Refused {}

        record Wanting(String field, String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = applications.find(command.application());
        var campaign = found.flatMap(one -> campaigns.lock(one.campaign(), office));
        if (campaign.isEmpty()) {
            return new Outcome.NotFound();
        }
        var one = applications.find(command.application()).orElseThrow();
        if (!campaign.get().isIn(CampaignStage.NOTICE) || one.state() != DirectState.APPLIED || !one.takesPart()) {
            return new Outcome.NotNow();
        }
        var ground = command.ground();
        if (ground != null) {
            var wrong = written.wrong("why", command.why(), Written.LONG, "请写明具体情况，本人看得到");
            if (wrong.isPresent()) {
                return new Outcome.Wanting(wrong.get().field(), wrong.get().why());
            }
            return refuse(campaign.get(), one, command, ground, office);
        }
        return pass(campaign.get(), one, command, office);
    }

    /** By a rule of this place only, as any other 资格审查. */
    private Outcome refuse(
            CampaignRecord campaign,
            DirectApplications.Application one,
            Command command,
            RefusalGround ground,
            Actor.Office office) {
        var post = posts.find(one.post()).orElseThrow();
        var asked = new CheckRules.Asked(
                ground.name(), command.relation(), post.nature().name());
        return switch (rules.rule(asked, divisions.today(), campaign.code())) {
            case CheckRules.None(var field, var why) ->
                new Outcome.Wanting(field.equals("kind") ? "result" : field, why);
            case CheckRules.Rule(var words) -> {
                var refused = new DirectApplications.Refused(
                        ground, words, command.why().strip());
                audit.changed("直通安置", one.state().zh(), DirectState.REFUSED.zh());
                applications.refuse(one.id(), refused, office);
                yield new Outcome.NotPassed(one.id());
            }
        };
    }

    private Outcome pass(
            CampaignRecord campaign, DirectApplications.Application one, Command command, Actor.Office office) {
        var missing = policy.checks(campaign, divisions.today()).stream()
                .filter(check -> !command.checks().contains(check.code()))
                .map(Choice::zh)
                .toList();
        if (!missing.isEmpty()) {
            return new Outcome.Wanting("checks", "还没有审查：" + String.join("、", missing));
        }
        var refused = refusals.of(one.campaign()).stream()
                .filter(each ->
                        each.candidate().equals(one.candidate()) && each.post().equals(one.post()))
                .findFirst();
        if (refused.isPresent()) {
            return new Outcome.NotQualified(refused.get().words());
        }
        audit.changed("直通安置", one.state().zh(), DirectState.PASSED.zh());
        applications.pass(one.id(), command.checks(), office);
        return new Outcome.Passed(one.id());
    }
}

package org.rongyi.career.campaign.candidate;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.who.WayRules;
import org.rongyi.career.placement.proof.Tie;
import org.rongyi.career.reception.scoring.AwaitingWork;
import org.rongyi.people.person.PersonFile;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/**
 * 更新得分: after an objection was upheld or the city decided anew, the candidate's score is taken from reception again, and with it what kind of officer the
 * duty in it says he is.
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class RetakeScore implements OfficeAct<RetakeScore.Command, RetakeScore.Outcome> {

    private final PlacementCampaigns campaigns;
    private final Candidates candidates;
    private final CandidateBook book;
    private final NoticeTerm term;
    private final AwaitingWork waiting;
    private final PersonFile file;
    private final Kinds kinds;
    private final WayRules rules;
    private final Divisions divisions;
    private final AuditTrail audit;

    RetakeScore(
            PlacementCampaigns campaigns,
            Candidates candidates,
            CandidateBook book,
            NoticeTerm term,
            AwaitingWork waiting,
            PersonFile file,
            Kinds kinds,
            WayRules rules,
            Divisions divisions,
            AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.candidates = candidates;
        this.book = book;
        this.term = term;
        this.waiting = waiting;
        this.file = file;
        this.kinds = kinds;
        this.rules = rules;
        this.divisions = divisions;
    }

    public record Command(CommandId id, UUID campaign, UUID candidate) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Retaken(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** The list is settled. */
        record NotNow() implements Outcome, Refused {}

        /** @param why the notice is past, or what is changed could not hang long enough */
        record NoticeClosed(String why) implements Outcome, Refused {}

        /** @param who by name */
        record NotReady(String who, List<String> reasons) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = campaigns.lock(command.campaign(), office);
        var one = candidates
                .lock(command.candidate())
                .filter(who -> who.campaign().equals(command.campaign()));
        if (found.isEmpty() || one.isEmpty()) {
            return new Outcome.NotFound();
        }
        var campaign = found.get();
        if (!campaign.isIn(CampaignStage.DRAFT) && !campaign.isIn(CampaignStage.NOTICE)
                || !one.get().takesPart()) {
            return new Outcome.NotNow();
        }
        var whom = waiting.find(one.get().reception());
        if (whom.isEmpty()) {
            return new Outcome.NotReady(one.get().name(), List.of("已经不在等待安排工作，请撤出参加人"));
        }
        return switch (kinds.now(one.get(), whom.get())) {
            case Kinds.Unclear(var why) ->
                new Outcome.NotReady(one.get().name(), List.of(why + "；得分改对了还是不符的，请撤出以后重新列入"));
            case Kinds.Known kind -> retake(campaign, one.get(), whom.get(), kind);
        };
    }

    private Outcome retake(CampaignRecord campaign, Candidate one, AwaitingWork.Waiting whom, Kinds.Known kind) {
        if (kind.kind().isOfficer() != one.kind().isOfficer()) {
            return new Outcome.NotReady(one.name(), List.of("军官和军士、义务兵的评分表不同，请撤出，另开一次活动列入"));
        }
        var against = rules.objection(kind.kind(), campaign.used());
        if (against.isPresent()) {
            return new Outcome.NotReady(one.name(), List.of(against.get() + "。请撤出参加人"));
        }
        var standing = TieValues.now(whom, file, waiting);
        // behind the last day only what is not true any more may move it
        var closed = isStale(one, whom, kind, standing) ? term.late(campaign) : term.closed(campaign);
        if (closed.isPresent()) {
            return new Outcome.NoticeClosed(closed.get());
        }
        var hindrances = whom.hindrances(divisions.today(), one.exemptGround());
        if (!hindrances.isEmpty()) {
            return new Outcome.NotReady(one.name(), hindrances);
        }
        audit.unsaid("得分和同分先后的依据");
        book.retake(one, whom, kind, standing);
        term.prolong(campaign);
        return new Outcome.Retaken(one.id());
    }

    private static boolean isStale(Candidate who, AwaitingWork.Waiting now, Kinds.Known kind, Map<Tie, Long> standing) {
        var before = who.score();
        var after = now.score();
        if (!who.isExempt() && before != null && after != null && before.compareTo(after) != 0) {
            return true;
        }
        return who.kind() != kind.kind() || !who.ties().equals(standing);
    }
}

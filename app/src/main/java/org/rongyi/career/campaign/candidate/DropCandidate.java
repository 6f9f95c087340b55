package org.rongyi.career.campaign.candidate;

import java.util.UUID;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.reception.scoring.AwaitingWork;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 撤出参加人: with the reason, while the list is not settled. It changes nothing about his 安置待遇. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class DropCandidate implements OfficeAct<DropCandidate.Command, DropCandidate.Outcome> {

    private static final int LONGEST = 200;

    private final PlacementCampaigns campaigns;
    private final Candidates candidates;
    private final AwaitingWork waiting;
    private final CandidateBook book;
    private final NoticeTerm term;
    private final AuditTrail audit;

    DropCandidate(
            PlacementCampaigns campaigns,
            Candidates candidates,
            AwaitingWork waiting,
            CandidateBook book,
            NoticeTerm term,
            AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.candidates = candidates;
        this.waiting = waiting;
        this.book = book;
        this.term = term;
    }

    public record Command(CommandId id, UUID campaign, UUID candidate, String reason) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Dropped(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** The list is settled, or he left before. */
        record NotNow() implements Outcome, Refused {}

        /** @param why the notice is past, or what is changed could not hang long enough */
        record NoticeClosed(String why) implements Outcome, Refused {}

        record NoReason() implements Outcome, Refused {}
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
        boolean isGone = waiting.find(one.get().reception()).isEmpty();
        var closed = isGone ? term.late(campaign) : term.closed(campaign);
        if (closed.isPresent()) {
            return new Outcome.NoticeClosed(closed.get());
        }
        if (command.reason().isBlank() || command.reason().length() > LONGEST) {
            return new Outcome.NoReason();
        }
        audit.changed("参加人", "在名单上", "已撤出");
        book.drop(one.get().id(), command.reason());
        term.prolong(campaign);
        return new Outcome.Dropped(one.get().id());
    }
}

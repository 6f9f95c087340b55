package org.rongyi.career.campaign.run;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.CampaignStages;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.Entering;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.candidate.Elsewhere;
import org.rongyi.career.campaign.candidate.ScoreCascade;
import org.rongyi.career.campaign.group.GroupBook;
import org.rongyi.career.campaign.group.GroupCheck;
import org.rongyi.career.campaign.group.Held;
import org.rongyi.career.campaign.group.MeetingKind;
import org.rongyi.career.reception.scoring.AwaitingWork;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/**
 * 撤销一次运行: the group sets a run aside with its reason, before it has approved it; afterwards only where a score was put right since, and before any
 * letter was issued. The run stays visible, and another may follow.
 */
@Service
@Allow(
        roles = {Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class SetAsideRun implements OfficeAct<SetAsideRun.Command, SetAsideRun.Outcome> {

    private static final int LONGEST = 300;

    private final PlacementCampaigns campaigns;
    private final Runs runs;
    private final ScoreCascade cascade;
    private final Candidates candidates;
    private final Elsewhere elsewhere;
    private final AwaitingWork waiting;
    private final ResultNotices notices;
    private final GroupBook book;
    private final GroupCheck check;
    private final Secrets secrets;
    private final CampaignStages stages;
    private final AuditTrail audit;

    SetAsideRun(
            PlacementCampaigns campaigns,
            Runs runs,
            ScoreCascade cascade,
            Candidates candidates,
            Elsewhere elsewhere,
            AwaitingWork waiting,
            ResultNotices notices,
            GroupBook book,
            GroupCheck check,
            Secrets secrets,
            CampaignStages stages,
            AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.runs = runs;
        this.cascade = cascade;
        this.candidates = candidates;
        this.elsewhere = elsewhere;
        this.waiting = waiting;
        this.notices = notices;
        this.book = book;
        this.check = check;
        this.secrets = secrets;
        this.stages = stages;
    }

    public record Command(CommandId id, UUID campaign, Held meeting, String reason) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record SetAside(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** No run waits for the group. */
        record NotNow() implements Outcome, Refused {}

        /** Letters were issued: the result stands, and each is put right by a written decision. */
        record LettersIssued() implements Outcome, Refused {}

        /** @param pending what reception has to settle first; empty where no score is another than it was */
        record ApprovedStands(List<String> pending) implements Outcome, Refused {}

        /** Who ran it does not enter that it is set aside. */
        record SamePerson() implements Outcome, Refused {}

        record Wanting(String field, String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = campaigns.lock(command.campaign(), office);
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        var run = runs.valid(command.campaign());
        if (found.get().isIn(CampaignStage.FOLLOWED)) {
            return new Outcome.LettersIssued();
        }
        if (!found.get().isIn(CampaignStage.RESULT) || run.isEmpty()) {
            return new Outcome.NotNow();
        }
        var state = run.get().isApproved() ? cascade.of(found.get()) : null;
        if (state != null && state.changed().isEmpty()) {
            return new Outcome.ApprovedStands(state.pending());
        }
        if (office.speaksFor(run.get().ranAccount())) {
            return new Outcome.SamePerson();
        }
        if (command.reason().isBlank() || command.reason().length() > LONGEST) {
            return new Outcome.Wanting("reason", "请写明专项小组为什么撤销，不超过 300 字；理由会公开");
        }
        var secret = secrets.look("reason", command.reason());
        if (secret.isPresent()) {
            return new Outcome.Wanting(secret.get().field(), secret.get().why());
        }
        var wanting = state == null
                ? check.wanting(found.get(), command.meeting(), run.get().ran())
                : check.wanting(found.get(), command.meeting(), since(run.get(), state), "重新审档那天");
        if (wanting.isPresent()) {
            return new Outcome.Wanting(wanting.get().field(), wanting.get().why());
        }
        var taken = state == null ? List.<String>of() : taken(command.campaign(), run.get());
        if (!taken.isEmpty()) {
            return new Outcome.Wanting("decision", "撤销以后会同时在两次活动里，请先从那次活动撤出，或者等那次活动结束，再撤销：" + String.join("；", taken));
        }
        book.keep(found.get(), MeetingKind.SET_ASIDE, command.meeting(), office);
        audit.explain(new Detail(
                command.reason(),
                List.of(new Detail.Change("活动阶段", CampaignStage.RESULT.zh(), CampaignStage.OPENED.zh()))));
        runs.setAside(run.get(), command.reason(), office);
        stages.enter(found.get(), new Entering.OpenedAgain());
        notices.takeDown(command.campaign());
        return new Outcome.SetAside(run.get().id());
    }

    /** The group cannot have known before. */
    private static Instant since(Runs.Run run, ScoreCascade.State state) {
        return Stream.concat(Stream.of(run.ran()), state.changed().stream().map(ScoreCascade.Changed::reopened))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Whom the approved run had set free and another campaign has taken in: he would be in both. Nobody else is taken in meanwhile. */
    private List<String> taken(UUID campaign, Runs.Run run) {
        var without = runs.placed(run.id()).stream()
                .filter(one -> one.post() == null)
                .map(Runs.Placed::candidate)
                .collect(Collectors.toSet());
        var free = candidates.of(campaign).stream()
                .filter(one -> without.contains(one.id()))
                .sorted(Comparator.comparing(Candidate::person))
                .toList();
        free.forEach(one -> elsewhere.hold(one.person()));
        var busy = elsewhere.of(campaign, free.stream().map(Candidate::person).toList());
        return free.stream()
                .filter(one -> busy.containsKey(one.person())
                        && waiting.find(one.reception()).isPresent())
                .map(one -> one.name() + "在安置活动 " + busy.get(one.person()) + " 里")
                .toList();
    }
}

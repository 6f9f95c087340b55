package org.rongyi.career.campaign.after;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.career.campaign.PlacementPosts;
import org.rongyi.career.campaign.candidate.Elsewhere;
import org.rongyi.career.campaign.candidate.Refusals;
import org.rongyi.career.campaign.candidate.ScoreCascade;
import org.rongyi.career.campaign.candidate.ScoreCorrections;
import org.rongyi.career.campaign.group.GroupBook;
import org.rongyi.career.campaign.group.GroupCheck;
import org.rongyi.career.campaign.group.Held;
import org.rongyi.career.campaign.group.MeetingKind;
import org.rongyi.career.campaign.run.Runs;
import org.rongyi.career.reception.Receptions;
import org.rongyi.network.organisation.Units;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.notice.Notice;
import org.rongyi.platform.notice.Notices;
import org.rongyi.platform.notice.Recipient;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/**
 * 照书面决定改派: scores were put right after letters had been issued, and the group decides in writing that somebody goes to another post that has a seat
 * free, or leaves his post and is placed otherwise. The letter he had is withdrawn, a new one issued; the result that was run, its file and everybody's slip stay
 * as they are, and the move is published beside them. Who is on duty, or was refused, is not moved, nor who is in another campaign by now.
 */
@Service
@Allow(
        roles = {Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class MoveByDecision implements OfficeAct<MoveByDecision.Command, MoveByDecision.Outcome> {

    /** Who answers where a unit has no phone written down. */
    private static final String HOTLINE = "12345";

    private static final int LONGEST = 300;
    private static final int NAMESAKES = 20;

    private final PlacementCampaigns campaigns;
    private final Candidates candidates;
    private final PlacementPosts posts;
    private final Runs runs;
    private final ScoreCascade cascade;
    private final ScoreCorrections corrections;
    private final Refusals refusals;
    private final Elsewhere elsewhere;
    private final PlacementLetters letters;
    private final Moves moves;
    private final LetterPaper paper;
    private final Receptions receptions;
    private final GroupBook book;
    private final GroupCheck check;
    private final Notices notices;
    private final Units units;
    private final Divisions divisions;
    private final Secrets secrets;
    private final AuditTrail audit;

    MoveByDecision(
            PlacementCampaigns campaigns,
            Candidates candidates,
            PlacementPosts posts,
            Runs runs,
            ScoreCascade cascade,
            ScoreCorrections corrections,
            Refusals refusals,
            Elsewhere elsewhere,
            PlacementLetters letters,
            Moves moves,
            LetterPaper paper,
            Receptions receptions,
            GroupBook book,
            GroupCheck check,
            Notices notices,
            Units units,
            Divisions divisions,
            Secrets secrets,
            AuditTrail audit) {
        this.campaigns = campaigns;
        this.candidates = candidates;
        this.posts = posts;
        this.runs = runs;
        this.cascade = cascade;
        this.corrections = corrections;
        this.refusals = refusals;
        this.elsewhere = elsewhere;
        this.letters = letters;
        this.moves = moves;
        this.paper = paper;
        this.receptions = receptions;
        this.book = book;
        this.check = check;
        this.notices = notices;
        this.units = units;
        this.divisions = divisions;
        this.secrets = secrets;
        this.audit = audit;
    }

    /**
     * @param whose by name or pseudonym
     * @param post the code of the post he goes to; empty where he only leaves his own
     * @param reason as everybody reads it; without names
     */
    public record Command(CommandId id, UUID campaign, Held meeting, String whose, String post, String reason)
            implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        /** @param subject the campaign */
        record Moved(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** No score was put right after letters had been issued. */
        record NotNow() implements Outcome, Refused {}

        /** @param reasons scores that are not put right yet */
        record StillOpen(List<String> reasons) implements Outcome, Refused {}

        record Wanting(String field, String why) implements Outcome, Refused {}
    }

    /** Where somebody stands now. */
    private record Standing(
            Candidate whom,
            Runs.Placed placed,
            @Nullable PlacementLetter letter,
            @Nullable UUID post) {

        boolean isOut() {
            return letter != null && letter.state() == LetterState.ISSUED;
        }

        /** How many more the post has by it that he was settled in directly: he leaves it, or comes back. */
        int direct(@Nullable UUID to) {
            var own = placed.round() == 0 ? placed.post() : null;
            return own == null ? 0 : own.equals(to) ? 1 : own.equals(post) ? -1 : 0;
        }
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = campaigns.lock(command.campaign(), office);
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        var campaign = found.get();
        var run = runs.valid(campaign.id()).filter(Runs.Run::isApproved);
        var corrected = campaign.corrected();
        if (!campaign.isIn(CampaignStage.FOLLOWED) || corrected == null || corrected.after() == 0 || run.isEmpty()) {
            return new Outcome.NotNow();
        }
        var open = cascade.of(campaign).reasons();
        if (!open.isEmpty()) {
            return new Outcome.StillOpen(open);
        }
        var named = candidates.named(campaign.id(), command.whose().strip(), NAMESAKES);
        if (named.size() != 1) {
            return new Outcome.Wanting("whose", named.isEmpty() ? "参加人里没有这个姓名或代号" : "同名的有几人，请填写代号");
        }
        var standing = standing(campaign, run.get(), named.getFirst());
        if (standing.isEmpty()) {
            return new Outcome.Wanting("whose", "他不在这次的结果里");
        }
        elsewhere.hold(standing.get().whom().person());
        return wanting(campaign, standing.get(), command)
                .<Outcome>map(wanting -> wanting)
                .orElseGet(() -> move(campaign, standing.get(), command, office));
    }

    private Optional<Standing> standing(CampaignRecord campaign, Runs.Run run, Candidate whom) {
        var letter = letters.of(campaign.id()).stream()
                .filter(one -> one.candidate().equals(whom.id()))
                .reduce((one, later) -> later)
                .orElse(null);
        return runs.placed(run.id()).stream()
                .filter(one -> one.candidate().equals(whom.id()))
                .findFirst()
                .map(placed -> new Standing(whom, placed, letter, post(placed, letter)));
    }

    private @Nullable UUID post(Runs.Placed placed, @Nullable PlacementLetter letter) {
        if (letter == null) {
            return letters.isMovedOut(placed.id()) ? null : placed.post();
        }
        return letter.state() == LetterState.WITHDRAWN ? null : letter.post();
    }

    private Optional<Outcome.Wanting> wanting(CampaignRecord campaign, Standing standing, Command command) {
        var letter = standing.letter();
        if (letter != null && !standing.isOut() && letter.state() != LetterState.WITHDRAWN) {
            return wanting("whose", "他的介绍信" + letter.state().zh() + "，不再改派");
        }
        var reception = receptions.lock(standing.whom().reception());
        if (reception.isEmpty()
                || !reception.get().isOpen()
                || letters.isOut(standing.whom(), standing.placed().id())) {
            return wanting("whose", "他已经另有安置、转走，或者安置待遇已经终止");
        }
        if (command.reason().isBlank() || command.reason().length() > LONGEST) {
            return wanting("reason", "请写明决定的理由，不写姓名，不超过 300 字；理由会公开");
        }
        var secret = secrets.look("reason", command.reason());
        if (secret.isPresent()) {
            return wanting(secret.get().field(), secret.get().why());
        }
        return target(campaign, standing, command.post())
                .or(() -> check.wanting(
                                campaign,
                                command.meeting(),
                                corrections.metAfterLetters(
                                        campaign.id(), standing.whom().id()),
                                "决定纠正得分那天")
                        .map(held -> new Outcome.Wanting(held.field(), held.why())));
    }

    private Optional<Outcome.Wanting> target(CampaignRecord campaign, Standing standing, String code) {
        if (code.isBlank()) {
            return standing.post() != null ? Optional.empty() : wanting("post", "他没有岗位可以撤出，请填写改派到哪个岗位");
        }
        var person = standing.whom().person();
        var busy = elsewhere.of(campaign.id(), List.of(person)).get(person);
        if (busy != null) {
            return wanting("whose", "他已经列入安置活动 " + busy + "：先从那次活动撤出，再改派");
        }
        var found = posts.find(campaign.id(), code.strip()).filter(PlacementPost::published);
        if (found.isEmpty()) {
            return wanting("post", "公布的岗位里没有这个编号");
        }
        var post = found.get();
        if (post.id().equals(standing.post())) {
            return wanting("post", "他就安置在这个岗位");
        }
        var refused = refusals.of(campaign.id()).stream()
                .filter(one -> one.post().equals(post.id())
                        && one.candidate().equals(standing.whom().id()))
                .findFirst();
        if (refused.isPresent()) {
            return wanting("post", "他不能到这个岗位：" + refused.get().words());
        }
        return moves.free(post) > 0 ? Optional.empty() : wanting("post", "这个岗位没有空的名额：先由专项小组决定原来安置在这里的人怎样安置");
    }

    private Outcome move(CampaignRecord campaign, Standing standing, Command command, Actor.Office by) {
        var today = divisions.today();
        var whom = standing.whom();
        var to = command.post().isBlank()
                ? null
                : posts.find(campaign.id(), command.post().strip()).orElseThrow();
        var meeting = book.keep(campaign, MeetingKind.CORRECTION, command.meeting(), by);
        var out = standing.isOut() ? standing.letter() : null;
        if (out != null) {
            letters.withdraw(out.id(), command.meeting().minutes() + "：" + command.reason(), by);
        }
        if (to != null) {
            paper.issue(campaign, standing.placed().id(), to, whom, out, by);
        } else if (out != null) {
            paper.revoke(out, command.meeting().minutes(), by);
        } else {
            letters.moveOut(standing.placed().id());
        }
        var id = moves.insert(
                campaign,
                standing.post(),
                to == null ? null : to.id(),
                new Moves.Decision(meeting, standing.direct(to == null ? null : to.id()), command.reason(), today),
                by);
        audit.said("改派", to == null ? "撤出岗位" : "到 " + to.code());
        tell(campaign, whom, to == null ? "campaign.moved-out" : "campaign.moved", id);
        return new Outcome.Moved(campaign.id());
    }

    private void tell(CampaignRecord campaign, Candidate whom, String template, UUID move) {
        var phone = units.find(campaign.unit())
                .map(unit -> unit.details().phone())
                .filter(known -> !known.isBlank())
                .orElse(HOTLINE);
        notices.send(
                Notice.of(
                        template,
                        move,
                        "/me/campaigns",
                        Map.of(
                                "campaign",
                                campaign.plan().title(),
                                "station",
                                campaign.unitName(),
                                "stationPhone",
                                phone)),
                new Recipient.Person(whom.person()));
    }

    private static Optional<Outcome.Wanting> wanting(String field, String why) {
        return Optional.of(new Outcome.Wanting(field, why));
    }
}

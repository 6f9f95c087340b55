package org.rongyi.career.campaign.post;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.PostState;
import org.rongyi.career.campaign.UnitNature;
import org.rongyi.career.campaign.candidate.NoticeTerm;
import org.rongyi.career.campaign.pairs.Abilities;
import org.rongyi.career.campaign.pairs.PairLimit;
import org.rongyi.career.placement.proof.Priority;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.CreditCode;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/** 录入岗位: from the unit's report. While the notice hangs, posts may still be added; nothing is public before somebody else has checked it. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class ReportPost implements OfficeAct<ReportPost.Command, ReportPost.Outcome> {

    static final int LONGEST_NAME = 60;
    static final int LONGEST = 300;
    static final int MOST_SEATS = 999;

    private final PlacementCampaigns campaigns;
    private final PostBook book;
    private final NoticeTerm term;
    private final Divisions divisions;
    private final Secrets secrets;
    private final PairLimit pairs;
    private final Abilities abilities;
    private final AuditTrail audit;

    ReportPost(
            PlacementCampaigns campaigns,
            PostBook book,
            NoticeTerm term,
            Divisions divisions,
            Secrets secrets,
            PairLimit pairs,
            Abilities abilities,
            AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.book = book;
        this.term = term;
        this.divisions = divisions;
        this.secrets = secrets;
        this.pairs = pairs;
        this.abilities = abilities;
    }

    /**
     * What the unit reports.
     *
     * @param reserved of the seats, kept for who has priority; 0 unless the plan reserves
     * @param abilities by the codes of {@code campaign.abilities}, which a directive round counts; the words of the conditions it does not read
     * @param paper the number of its report
     */
    public record Details(
            String unit,
            String creditCode,
            UnitNature nature,
            String title,
            DivisionCode place,
            int seats,
            int reserved,
            String conditions,
            List<String> abilities,
            String paper) {

        public Details {
            abilities = Abilities.canonical(abilities);
        }

        /** Two posts that have this alike are one with more seats, as {@code PostBook.alike} has it. */
        Likeness likeness() {
            return new Likeness(creditCode, title, place, conditions, abilities, paper);
        }
    }

    /** What tells one post from another. */
    record Likeness(
            String creditCode,
            String title,
            DivisionCode place,
            String conditions,
            List<String> abilities,
            String paper) {}

    public record Command(CommandId id, UUID campaign, Details post) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Reported(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** The notice is over. */
        record NotNow() implements Outcome, Refused {}

        /** @param why the notice is past, or what is changed could not hang long enough */
        record NoticeClosed(String why) implements Outcome, Refused {}

        /** The same post of the same report; two alike are one with more seats. */
        record AlreadyReported(String code, int seats, int reserved) implements Outcome, Refused {}

        record Wanting(String field, String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = campaigns.lock(command.campaign(), office);
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        var campaign = found.get();
        var refused = refusal(campaign, command.post(), () -> pairs.trouble(campaign, 0, 1));
        if (refused.isPresent()) {
            return refused.get();
        }
        audit.said("岗位", PostState.REPORTED.zh());
        audit.said("人数", command.post().seats());
        return new Outcome.Reported(book.insert(campaign, command.post(), office));
    }

    /**
     * Why it cannot be entered, as far as can be told by reading; empty when nothing is in the way.
     *
     * @param tooMany why one post more could not be reckoned
     */
    Optional<Outcome> refusal(CampaignRecord campaign, Details post, Supplier<Optional<String>> tooMany) {
        if (!campaign.isIn(CampaignStage.DRAFT) && !campaign.isIn(CampaignStage.NOTICE)) {
            return Optional.of(new Outcome.NotNow());
        }
        var closed = term.closed(campaign);
        if (closed.isPresent()) {
            return Optional.of(new Outcome.NoticeClosed(closed.get()));
        }
        return wanting(post, campaign)
                .or(() -> book.alike(campaign.id(), post))
                .or(() -> tooMany.get().map(why -> new Outcome.Wanting("seats", why)));
    }

    private Optional<Outcome> wanting(Details post, CampaignRecord campaign) {
        if (post.unit().isBlank() || post.unit().length() > LONGEST_NAME) {
            return wanting("unit", "请填写单位名称，不超过 60 字");
        }
        if (!CreditCode.isValid(post.creditCode())) {
            return wanting("creditCode", "统一社会信用代码应为 18 位，请照登记证核对");
        }
        if (post.title().isBlank() || post.title().length() > LONGEST_NAME) {
            return wanting("title", "请填写岗位名称，不超过 60 字");
        }
        if (divisions.current(post.place()).isEmpty()) {
            return wanting("place", "请选择上班的地方");
        }
        if (post.seats() < 1 || post.seats() > MOST_SEATS) {
            return wanting("seats", "人数应在 1 到 999 之间");
        }
        if (post.reserved() < 0
                || post.reserved() > post.seats()
                || post.reserved() > 0 && campaign.plan().priority() != Priority.RESERVED) {
            return wanting("reserved", "预留的不能比总数多；方案没有设预留岗位的，不填");
        }
        if (post.conditions().isBlank() || post.conditions().length() > LONGEST) {
            return wanting("conditions", "请写明岗位条件，没有的写“不限”，不超过 300 字");
        }
        var unknown = abilities.unknown(post.abilities());
        if (unknown.isPresent()) {
            return wanting("abilities", unknown.get());
        }
        if (post.paper().isBlank() || post.paper().length() > LONGEST_NAME) {
            return wanting("paper", "请填写单位报送岗位的文号，不超过 60 字");
        }
        return secrets.look("unit", post.unit())
                .or(() -> secrets.look("title", post.title()))
                .or(() -> secrets.look("conditions", post.conditions()))
                .or(() -> secrets.look("paper", post.paper()))
                .map(secret -> new Outcome.Wanting(secret.field(), secret.why()));
    }

    private static Optional<Outcome> wanting(String field, String why) {
        return Optional.of(new Outcome.Wanting(field, why));
    }
}

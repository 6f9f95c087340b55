package org.rongyi.career.campaign.exam;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.ExamPlan;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.SourceTime;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Service;

/**
 * 抽座位: one enters what the source said and when, another types the same from what was published, and that gives out the seats. Until then whoever
 * entered it may enter it anew. What was published before rooms and tickets were committed to does not count, nor what came once the exam had begun. Where
 * the plan promises the first issue, one that did not come when it was announced says in public why it is the first.
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class ReadSeatSource implements OfficeAct<ReadSeatSource.Command, ReadSeatSource.Outcome> {

    private static final int LONGEST = 200;

    private final PlacementCampaigns campaigns;
    private final Exams exams;
    private final ExamEntries entries;
    private final Secrets secrets;
    private final Clock clock;
    private final AuditTrail audit;

    ReadSeatSource(
            PlacementCampaigns campaigns,
            Exams exams,
            ExamEntries entries,
            Secrets secrets,
            Clock clock,
            AuditTrail audit) {
        this.clock = clock;
        this.audit = audit;
        this.campaigns = campaigns;
        this.exams = exams;
        this.entries = entries;
        this.secrets = secrets;
    }

    /**
     * @param published when the source published it, to the minute
     * @param later why it is not the issue that was announced; blank where it is
     * @param where it was read; of the first one alone
     */
    public record Command(CommandId id, UUID campaign, String value, Instant published, String later, String where)
            implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        /** It waits for another. */
        record Entered(UUID subject) implements Outcome, Done {}

        record Drawn(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** Registration is open, or the seats are drawn. */
        record NotNow() implements Outcome, Refused {}

        /** Not what the other has read. */
        record Differs() implements Outcome, Refused {}

        record Wanting(String field, String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = campaigns.lock(command.campaign(), office);
        var sitting = exams.find(command.campaign());
        if (found.isEmpty() || sitting.isEmpty()) {
            return new Outcome.NotFound();
        }
        var exam = sitting.get();
        if (!found.get().isIn(CampaignStage.NOTICE) || exam.closed() == null || exam.drawn() != null) {
            return new Outcome.NotNow();
        }
        var value = command.value().strip();
        if (value.isEmpty() || value.length() > LONGEST) {
            return new Outcome.Wanting("value", "请照公布的填写，不超过 200 字");
        }
        var untimely = untimely(found.get(), exam, command.published());
        if (untimely.isPresent()) {
            return new Outcome.Wanting("publishedOn", untimely.get());
        }
        var first = exam.valueBy();
        boolean isSecond = first != null && !office.speaksFor(first);
        if (isSecond && !(value.equals(exam.value()) && isWhen(exam, command.published()))) {
            return new Outcome.Differs();
        }
        var said = isSecond && exam.later() != null
                ? exam.later()
                : command.later().strip();
        var later = isAnnounced(found.get(), command.published()) ? null : said;
        if (later != null && (later.isEmpty() || later.length() > LONGEST)) {
            return new Outcome.Wanting("later", "不是预告的时间公布的，请写明为什么用这一个，不超过 200 字；会公开");
        }
        if (!isSecond) {
            return enter(command, value, later, office);
        }
        var tickets = entries.tickets(command.campaign()).stream()
                .map(ExamEntries.Ticket::ticket)
                .toList();
        var commitment = Objects.requireNonNull(exam.commitment());
        if (!commitment.equals(SeatDraw.commitment(found.get().number(), exam.rooms(), tickets))) {
            throw new IllegalStateException(
                    "who registered is not who was committed to: " + found.get().number());
        }
        entries.seat(command.campaign(), SeatDraw.draw(SeatDraw.seed(commitment, value), exam.rooms(), tickets));
        audit.changed("抽座位", "待另一人核对", "已抽，" + tickets.size() + " 人");
        exams.drawn(command.campaign(), command.published(), later, office);
        return new Outcome.Drawn(command.campaign());
    }

    /** The same instant; of a value entered before the instant was asked for, the second says it alone. */
    private static boolean isWhen(Sitting exam, Instant published) {
        return exam.published() == null || published.equals(exam.published());
    }

    /** Whether it is the issue that was announced, or the plan promises none. */
    private static boolean isAnnounced(CampaignRecord campaign, Instant published) {
        var plan = Objects.requireNonNull(campaign.exam());
        return !plan.issueInText()
                || SourceTime.of(plan.source()).filter(published::equals).isPresent();
    }

    /**
     * Why a value of that instant is none: it is to come, or was known when rooms and tickets were committed to, or is of an earlier issue than was named,
     * or came when the exam had begun.
     */
    private Optional<String> untimely(CampaignRecord campaign, Sitting exam, Instant published) {
        var plan = Objects.requireNonNull(campaign.exam());
        if (published.isAfter(clock.instant())) {
            return Optional.of("还没有到这个时间，公布了再录入");
        }
        if (!published.isAfter(Objects.requireNonNull(exam.closed()))) {
            return Optional.of("这一期在定考场以前就公布了，定的时候已经知道，不能用" + (plan.issueInText() ? "：" + ExamPlan.RULE : ""));
        }
        if (!published.isBefore(plan.sits())) {
            return Optional.of("考试" + Words.moment(plan.sits()) + "开始，座位要在这以前抽，这一期不能用");
        }
        return SourceTime.of(plan.source())
                .filter(published::isBefore)
                .map(speaks -> "预告的是" + Words.moment(speaks) + "公布的，这一期更早，不能用");
    }

    private Outcome enter(Command command, String value, @Nullable String later, Actor.Office by) {
        if (command.where().isBlank() || command.where().length() > LONGEST) {
            return new Outcome.Wanting("where", "请写明在哪里看到的，例如网址、报纸版面，不超过 200 字");
        }
        var secret = secrets.look("value", value)
                .or(() -> secrets.look("where", command.where()))
                .or(() -> secrets.look("later", command.later()));
        if (secret.isPresent()) {
            return new Outcome.Wanting(secret.get().field(), secret.get().why());
        }
        audit.said("抽座位的数值", "已录入，待另一人核对");
        exams.enter(command.campaign(), value, command.published(), later, command.where(), by);
        return new Outcome.Entered(command.campaign());
    }
}

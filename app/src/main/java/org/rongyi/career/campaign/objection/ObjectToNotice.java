package org.rongyi.career.campaign.objection;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.approval.Objection;
import org.rongyi.platform.approval.Term;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.notice.Notice;
import org.rongyi.platform.notice.Notices;
import org.rongyi.platform.notice.Recipient;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.WorkingCalendar;
import org.rongyi.platform.policy.WorkingDays;
import org.rongyi.platform.secrecy.Secrets;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Service;

/**
 * 对安置公示提出异议: by anybody who says who he is and how he is reached, while posts and scores hang, and while the result does; or by the office for somebody at its counter. As many are
 * taken from the net in a day, and within as many working days each is answered, as of any other notice.
 */
@Service
@Allow(everyone = true)
public class ObjectToNotice implements Act<ObjectToNotice.Command, ObjectToNotice.Outcome> {

    private static final String MOST = "approval.objection.most";
    private static final String DAYS = "approval.objection.days";
    private static final String CLOSED = "CLOSED";
    private static final String FULL = "FULL_TODAY";
    private static final int LONGEST = 500;

    private final PlacementCampaigns campaigns;
    private final NoticeObjections objections;
    private final NoticeOpen open;
    private final Notices notices;
    private final Policy policy;
    private final WorkingDays days;
    private final Divisions divisions;
    private final Secrets secrets;
    private final AuditTrail audit;

    ObjectToNotice(
            PlacementCampaigns campaigns,
            NoticeObjections objections,
            NoticeOpen open,
            Notices notices,
            Policy policy,
            WorkingDays days,
            Divisions divisions,
            Secrets secrets,
            AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.objections = objections;
        this.open = open;
        this.notices = notices;
        this.policy = policy;
        this.days = days;
        this.divisions = divisions;
        this.secrets = secrets;
    }

    /** @param number of the campaign, which is public */
    public record Command(CommandId id, String number, Objection.Objector by, String grounds) implements Act.Command {}

    /**
     * What is filed.
     *
     * @param who 网上, or the colleague at the counter
     * @param registrar the colleague's unit; none from the net
     * @param most so many of a day are taken from the net
     */
    record Filing(
            UUID id,
            UUID campaign,
            Objection.Objector by,
            String grounds,
            LocalDate today,
            LocalDate answerBy,
            String who,
            @Nullable UUID registrar,
            int most) {}

    /** How it ends. */
    public sealed interface Outcome extends Act.Outcome {
        /** @param answerBy until when it is answered in writing */
        record Raised(UUID subject, String number, LocalDate answerBy) implements Outcome, Done {}

        /** It hangs no more, or never did. */
        record NotHanging() implements Outcome, Refused {}

        /** As many of today as are taken online. */
        record FullToday() implements Outcome, Refused {}

        /** Something is missing or cannot be kept. */
        record Wanting(String field, String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        var today = divisions.today();
        var found = campaigns
                .published(command.number())
                .filter(one -> open.until(one).isPresent());
        if (found.isEmpty()) {
            return new Outcome.NotHanging();
        }
        return wanting(command).orElseGet(() -> file(actor, command, found.get(), today));
    }

    private Optional<Outcome> wanting(Command command) {
        if (command.grounds().isBlank() || command.grounds().length() > LONGEST) {
            return Optional.of(new Outcome.Wanting("grounds", "请写明哪里不对、您知道的事实，不超过 500 字"));
        }
        return command.by()
                .wrong()
                .map(wrong -> (Outcome) new Outcome.Wanting(wrong.field(), wrong.why()))
                .or(() -> secrets.look("grounds", command.grounds())
                        .map(secret -> new Outcome.Wanting(secret.field(), secret.why())));
    }

    private Outcome file(Actor actor, Command command, CampaignRecord campaign, LocalDate today) {
        var counter = actor instanceof Actor.Office one && one.unit().equals(campaign.unit()) ? one : null;
        var due = due(days.calendar(), today, policy.number(DAYS, today));
        var filing = new Filing(
                command.id().value(),
                campaign.id(),
                command.by(),
                command.grounds(),
                today,
                due,
                counter == null ? "群众（网上提交）" : counter.signed() + "（窗口登记）",
                counter == null ? null : counter.unit(),
                policy.number(MOST, today));
        var said = objections.file(filing);
        return switch (said) {
            case CLOSED -> new Outcome.NotHanging();
            case FULL -> new Outcome.FullToday();
            default -> {
                audit.said("对安置公示的异议", said);
                tell(campaign, filing, said);
                yield new Outcome.Raised(filing.id(), said, due);
            }
        };
    }

    /** Where next year's calendar is not there yet, Monday to Friday count for the time being, as for every term of the house. */
    static LocalDate due(WorkingCalendar calendar, LocalDate today, int within) {
        return Term.after(calendar, today, within).on();
    }

    private void tell(CampaignRecord campaign, Filing filing, String number) {
        var path = "/campaigns/" + campaign.id() + "/objections/" + filing.id();
        var fields = Map.of("campaign", campaign.plan().title(), "number", number, "due", Words.day(filing.answerBy()));
        notices.send(
                Notice.of("campaign.objection", filing.id(), path, fields),
                new Recipient.Post(campaign.unit(), Role.OFFICER),
                new Recipient.Post(campaign.unit(), Role.LEADER));
    }
}

package org.rongyi.career.reception.scoring;

import java.util.Map;
import java.util.UUID;
import org.rongyi.career.reception.Reception;
import org.rongyi.career.reception.Receptions;
import org.rongyi.network.organisation.Units;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.notice.Notice;
import org.rongyi.platform.notice.Notices;
import org.rongyi.platform.notice.Recipient;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/**
 * 重新审档: a settled score is wrong, whoever found it, and a leader who entered and settled none of it opens it anew, on paper and with reason. Sheet and
 * check are entered as before and the person's notice runs anew; until then nobody is placed by it.
 */
@Service
@Allow(
        roles = {Role.LEADER},
        levels = {Level.CITY, Level.COUNTY})
public class ReopenScore implements OfficeAct<ReopenScore.Command, ReopenScore.Outcome> {

    private static final int LONGEST = 500;
    private static final int LONGEST_PAPER = 100;
    /** Who answers where a unit has no phone written down. */
    private static final String HOTLINE = "12345";

    private final Receptions receptions;
    private final Scores scores;
    private final Scoring scoring;
    private final ScoreObjections objections;
    private final Reopenings reopenings;
    private final Notices notices;
    private final Units units;
    private final Secrets secrets;
    private final AuditTrail audit;

    ReopenScore(
            Receptions receptions,
            Scores scores,
            Scoring scoring,
            ScoreObjections objections,
            Reopenings reopenings,
            Notices notices,
            Units units,
            Secrets secrets,
            AuditTrail audit) {
        this.audit = audit;
        this.receptions = receptions;
        this.scores = scores;
        this.scoring = scoring;
        this.objections = objections;
        this.reopenings = reopenings;
        this.notices = notices;
        this.units = units;
        this.secrets = secrets;
    }

    /**
     * @param reason what is wrong, as the person reads it
     * @param paper the document or the page it rests on
     */
    public record Command(CommandId id, UUID reception, String reason, String paper) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Reopened(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** Nothing is settled, or he does not wait any more. */
        record NotNow() implements Outcome, Refused {}

        /** His own objection waits; where it holds the check is done anew anyway. */
        record ObjectionOpen() implements Outcome, Refused {}

        /** Who entered or settled any of it does not open it. */
        record SamePerson() implements Outcome, Refused {}

        record Wanting(String field, String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = receptions.lock(command.reception());
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        var one = found.get();
        var standing = scores.standing(one.id());
        var total = standing.total();
        if (!one.isOpen() || standing.state() != ScoringState.SETTLED || total == null) {
            return new Outcome.NotNow();
        }
        if (objections.of(one.id()).stream().anyMatch(objection -> objection.upheld() == null)) {
            return new Outcome.ObjectionOpen();
        }
        if (scores.entries(one.id()).values().stream().anyMatch(entry -> office.speaksFor(entry.account()))) {
            return new Outcome.SamePerson();
        }
        if (command.reason().isBlank() || command.reason().length() > LONGEST) {
            return new Outcome.Wanting("reason", "请写明哪一项不对、为什么，不超过 500 字；本人看得到");
        }
        if (command.paper().isBlank() || command.paper().length() > LONGEST_PAPER) {
            return new Outcome.Wanting("paper", "请写明凭哪一份文件、材料，不超过 100 字");
        }
        var secret = secrets.look("reason", command.reason()).or(() -> secrets.look("paper", command.paper()));
        if (secret.isPresent()) {
            return new Outcome.Wanting(secret.get().field(), secret.get().why());
        }
        var id = Ids.next();
        audit.said("已经认定的评分", "重新审档");
        reopenings.insert(id, one, new Reopenings.Reason(total, command.reason(), command.paper()), office);
        scores.supersede(one.id(), EnteredAs.OFFICE, EnteredAs.CITY);
        scoring.settle(one);
        tell(id, one, office);
        return new Outcome.Reopened(one.id());
    }

    private void tell(UUID id, Reception one, Actor.Office by) {
        var phone = units.find(by.unit())
                .map(unit -> unit.details().phone())
                .filter(known -> !known.isBlank())
                .orElse(HOTLINE);
        notices.send(
                Notice.of(
                        "reception.score-reopened",
                        id,
                        "/me/receptions",
                        Map.of("station", by.unitName(), "stationPhone", phone)),
                new Recipient.Person(one.person()));
    }
}

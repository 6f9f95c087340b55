package org.rongyi.care.relief;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.rongyi.care.relief.rule.Barred;
import org.rongyi.people.person.PersonFile;
import org.rongyi.people.person.Place;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/**
 * 登记不予援助的情形 (办法 第十二条): only on a dated document of the competent body. It is read by those who review and by nobody
 * else, and expires by itself.
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.COUNTY, Level.TOWN})
public class RecordBar implements OfficeAct<RecordBar.Command, RecordBar.Outcome> {

    private static final int LONGEST = 200;

    private final PersonFile file;
    private final Bars bars;
    private final Policy policy;
    private final Secrets secrets;
    private final Clock clock;
    private final AuditTrail audit;

    RecordBar(PersonFile file, Bars bars, Policy policy, Secrets secrets, Clock clock, AuditTrail audit) {
        this.audit = audit;
        this.file = file;
        this.bars = bars;
        this.policy = policy;
        this.secrets = secrets;
        this.clock = clock;
    }

    public record Command(CommandId id, UUID person, Barred barred) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        /** @param subject the person, whose page is not told */
        record Recorded(UUID subject) implements Outcome, Done {}

        /** Absent, or outside the actor's territory. */
        record NotFound() implements Outcome, Refused {}

        /** No document, no day or no body that issued it: nothing bars him. */
        record NoDocument(String field, String why) implements Outcome, Refused {}

        /** The words look like a state secret. */
        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var barred = command.barred();
        var today = LocalDate.now(clock);
        if (policy.choices("relief.hardship.bar", today).stream()
                .noneMatch(choice -> choice.code().equals(barred.kind()))) {
            return new Outcome.NoDocument("kind", "请选择是哪一种情形");
        }
        if (barred.on().isAfter(today)) {
            return new Outcome.NoDocument("on", "文书的日期不能晚于今天");
        }
        if (barred.document().isBlank() || barred.document().length() > LONGEST) {
            return new Outcome.NoDocument("document", "请写明文书的名称和文号，不超过 200 字；没有文书的不能登记");
        }
        if (barred.body().isBlank() || barred.body().length() > LONGEST) {
            return new Outcome.NoDocument("body", "请写明出具文书的机关");
        }
        var secret = secrets.look("document", barred.document()).or(() -> secrets.look("body", barred.body()));
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get());
        }
        var place = file.places(command.person()).stream()
                .filter(Place::responsible)
                .findFirst();
        if (place.isEmpty()) {
            return new Outcome.NotFound();
        }
        bars.insert(command.id().value(), command.person(), place.get().code(), barred, office);
        audit.unsaid("不予援助的情形");
        return new Outcome.Recorded(command.person());
    }
}

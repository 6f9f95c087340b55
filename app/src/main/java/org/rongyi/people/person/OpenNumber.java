package org.rongyi.people.person;

import java.util.List;
import java.util.UUID;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/**
 * 查看号码: a phone or a citizen number, which every screen masks, is opened for a purpose. The trail keeps who, which and why,
 * and the person concerned reads it (PIPL 第 6、44、45 条). The number itself is in no outcome and no trail.
 */
@Service
@Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
public class OpenNumber implements Act<OpenNumber.Command, OpenNumber.Outcome> {

    private final PersonFile file;
    private final AuditTrail audit;
    private final Secrets secrets;

    OpenNumber(PersonFile file, AuditTrail audit, Secrets secrets) {
        this.secrets = secrets;
        this.file = file;
        this.audit = audit;
    }

    /** Which number. */
    public enum Which {
        PHONE("电话"),
        CITIZEN_ID("身份证号");

        private final String zh;

        Which(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    /** What for. */
    public enum Purpose {
        CALL("联系本人"),
        VERIFY("核对身份"),
        SERVICE("为本人办理业务"),
        OTHER("其他");

        private final String zh;

        Purpose(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    /** @param note what else it is for; needed for {@link Purpose#OTHER} */
    public record Command(CommandId id, UUID person, Which which, Purpose purpose, String note)
            implements Act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends Act.Outcome {
        /** The reader may now ask {@link PersonFile#openNumber}. */
        record Opened(UUID subject) implements Outcome, Done {}

        /** Absent, or outside the actor's territory. */
        record NotFound() implements Outcome, Refused {}

        record NoPhone() implements Outcome, Refused {}

        /** 其他 says nothing by itself. */
        record NoPurpose() implements Outcome, Refused {}

        /** What it is for would stand in the trail for good. */
        record LooksSecret(String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        var note = command.note().strip();
        if (command.purpose() == Purpose.OTHER && note.isEmpty()) {
            return new Outcome.NoPurpose();
        }
        var secret = secrets.look("note", note);
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get().why());
        }
        var person = file.find(command.person());
        if (person.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (command.which() == Which.PHONE && person.get().phone().isEmpty()) {
            return new Outcome.NoPhone();
        }
        var why = note.isEmpty() ? command.purpose().zh() : command.purpose().zh() + "：" + note;
        audit.explain(new Detail("看" + command.which().zh() + "，" + why, List.of()));
        return new Outcome.Opened(command.person());
    }
}

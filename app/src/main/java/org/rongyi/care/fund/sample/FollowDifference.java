package org.rongyi.care.fund.sample;

import java.util.List;
import java.util.UUID;
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

/** 查处回访不符: a 负责人 of the bureau above says, under his name, what became of a payment that was not received as the books say. */
@Service
@Allow(
        roles = {Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class FollowDifference implements OfficeAct<FollowDifference.Command, FollowDifference.Outcome> {

    private static final int LONGEST = 200;

    private final Checks checks;
    private final AuditTrail audit;
    private final Secrets secrets;

    FollowDifference(Checks checks, AuditTrail audit, Secrets secrets) {
        this.secrets = secrets;
        this.checks = checks;
        this.audit = audit;
    }

    public record Command(CommandId id, UUID check, String words) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Followed(UUID subject) implements Outcome, Done {}

        /** Absent, without a difference, or another unit's to look into. */
        record NotFound() implements Outcome, Refused {}

        /** Nothing is said, or too much. */
        record NoReason() implements Outcome, Refused {}

        record AlreadyAnswered() implements Outcome, Refused {}

        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = checks.find(command.check()).filter(check -> office.unit().equals(check.followUnit()));
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (command.words().isBlank() || command.words().length() > LONGEST) {
            return new Outcome.NoReason();
        }
        var secret = secrets.look("words", command.words());
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get());
        }
        if (!checks.follow(office, command.check(), command.words().strip())) {
            return new Outcome.AlreadyAnswered();
        }
        audit.explain(new Detail(command.words(), List.of()));
        return new Outcome.Followed(command.check());
    }
}

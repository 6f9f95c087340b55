package org.rongyi.care.fund.statement;

import java.util.List;
import java.util.UUID;
import org.rongyi.care.fund.Funds;
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

/** 写明流水: why the bank has what the books do not, where nothing is to be entered: the bank's mistake, put right by itself. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class ExplainLine implements OfficeAct<ExplainLine.Command, ExplainLine.Outcome> {

    private static final int LONGEST = 200;

    private final Funds funds;
    private final BankLines lines;
    private final Secrets secrets;
    private final AuditTrail audit;

    ExplainLine(Funds funds, BankLines lines, Secrets secrets, AuditTrail audit) {
        this.funds = funds;
        this.lines = lines;
        this.secrets = secrets;
        this.audit = audit;
    }

    public record Command(CommandId id, UUID line, String words) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Proposed(UUID subject) implements Outcome, Done {}

        /** Absent, or of another unit's fund. */
        record NotFound() implements Outcome, Refused {}

        /** Nothing said, or more than 200 characters. */
        record NoReason() implements Outcome, Refused {}

        /** Recognised, explained, or waiting for somebody's answer. */
        record LineTaken(BankLines.State state) implements Outcome, Refused {}

        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = lines.find(command.line()).filter(line -> line.unit().equals(office.unit()));
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        var words = command.words().strip();
        if (words.isEmpty() || words.length() > LONGEST) {
            return new Outcome.NoReason();
        }
        var secret = secrets.look("words", words);
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get());
        }
        funds.hold(found.get().fund());
        var state = lines.find(command.line()).orElseThrow().state();
        if (state != BankLines.State.OPEN) {
            return new Outcome.LineTaken(state);
        }
        lines.propose(office, command.line(), words);
        audit.explain(new Detail(words, List.of()));
        return new Outcome.Proposed(command.line());
    }
}

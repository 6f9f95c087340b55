package org.rongyi.career.reception;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/** 登记审档: goes through the personnel file piece by piece, and gives the army a receipt for it. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.CITY, Level.COUNTY})
public class CheckPapers implements OfficeAct<CheckPapers.Command, CheckPapers.Outcome> {

    private static final int LONGEST_RECEIPT = 60;
    private static final int MOST_PAGES = 9999;

    private final Receptions receptions;
    private final Papers papers;
    private final Secrets secrets;
    private final Clock clock;
    private final AuditTrail audit;

    CheckPapers(Receptions receptions, Papers papers, Secrets secrets, Clock clock, AuditTrail audit) {
        this.audit = audit;
        this.receptions = receptions;
        this.papers = papers;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** @param pages and the day are those of a paper that is there, and none otherwise */
    public record Found(
            PaperState state,
            @Nullable Integer pages,
            @Nullable LocalDate received) {

        boolean isWhole() {
            return (state == PaperState.PRESENT) == (pages != null && received != null);
        }
    }

    /**
     * @param fileOn the day the file came
     * @param receipt the number of the receipt for it; may be empty
     * @param pieces by kind; those not named stay as they are
     */
    public record Command(CommandId id, UUID reception, LocalDate fileOn, String receipt, Map<String, Found> pieces)
            implements OfficeAct.Command {

        public Command {
            pieces = Map.copyOf(pieces);
        }
    }

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Checked(UUID subject, int missing) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        record NotNow() implements Outcome, Refused {}

        record Wanting(String field, String why) implements Outcome, Refused {}

        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = receptions.lock(command.reception());
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        var one = found.get();
        if (!one.isOpen()) {
            return new Outcome.NotNow();
        }
        var today = LocalDate.now(clock);
        if (command.fileOn().isBefore(one.discharged()) || command.fileOn().isAfter(today)) {
            return new Outcome.Wanting("fileOn", "收到档案的日期应在退役那天到今天之间");
        }
        if (command.receipt().length() > LONGEST_RECEIPT) {
            return new Outcome.Wanting("receipt", "回执编号不超过 60 字");
        }
        var secret = secrets.look("receipt", command.receipt());
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get());
        }
        var known = papers.of(one.id()).stream().map(Papers.Piece::kind).collect(Collectors.toSet());
        for (var piece : command.pieces().entrySet()) {
            var wrong = wrong(piece.getKey(), piece.getValue(), one, today);
            if (wrong != null) {
                return wrong;
            }
            if (known.contains(piece.getKey())) {
                papers.check(one.id(), piece.getKey(), piece.getValue(), office);
            }
        }
        receptions.file(one.id(), command.fileOn(), command.receipt());
        long missing = papers.of(one.id()).stream()
                .filter(piece -> piece.state() == PaperState.MISSING)
                .count();
        audit.said("审档", command.pieces().size() + " 份，缺 " + missing + " 份");
        return new Outcome.Checked(one.id(), (int) missing);
    }

    private static Outcome.@Nullable Wanting wrong(String kind, Found found, Reception one, LocalDate today) {
        var pages = found.pages();
        var day = found.received();
        if (!found.isWhole() || pages != null && (pages < 1 || pages > MOST_PAGES)) {
            return new Outcome.Wanting("pages." + kind, "有的材料请填页数（1 至 9999）和收到的日期");
        }
        if (day != null && (day.isBefore(one.discharged().minusYears(1)) || day.isAfter(today))) {
            return new Outcome.Wanting("on." + kind, "收到的日期不能在今天以后，也不会早于退役前一年");
        }
        return null;
    }
}

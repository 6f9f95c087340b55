package org.rongyi.career.reception.scoring;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rongyi.career.reception.Receptions;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/** 市级认定评分: where sheet and check differ, contradict themselves or stand out, the city reads the pages it rests on and says what counts, with reason. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.CITY})
public class DecideScore implements OfficeAct<DecideScore.Command, DecideScore.Outcome> {

    private static final int LONGEST = 500;

    private final Receptions receptions;
    private final Scores scores;
    private final Scoring scoring;
    private final ScorePages pages;
    private final Secrets secrets;
    private final AuditTrail audit;

    DecideScore(
            Receptions receptions,
            Scores scores,
            Scoring scoring,
            ScorePages pages,
            Secrets secrets,
            AuditTrail audit) {
        this.audit = audit;
        this.receptions = receptions;
        this.scores = scores;
        this.scoring = scoring;
        this.pages = pages;
        this.secrets = secrets;
    }

    /** @param lines what counts, by the item's id */
    public record Command(CommandId id, UUID reception, Map<String, Entry.Line> lines, String reason)
            implements OfficeAct.Command {

        public Command {
            lines = Map.copyOf(lines);
        }
    }

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Decided(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** Nothing waits for the city. */
        record NotNow() implements Outcome, Refused {}

        /** Who entered one of the two does not decide between them. */
        record SamePerson() implements Outcome, Refused {}

        record NoReason() implements Outcome, Refused {}

        /** Not filled in, or it contradicts itself. */
        record Wanting(String field, String why) implements Outcome, Refused {}

        /** @param items of which nobody has shown the page of the file, in words */
        record NoPages(List<String> items) implements Outcome, Refused {}

        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = receptions.lock(command.reception());
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        var one = found.get();
        if (!one.isOpen() || scores.standing(one.id()).state() != ScoringState.DIFFERS) {
            return new Outcome.NotNow();
        }
        var entries = scores.entries(one.id());
        if (entries.values().stream().anyMatch(entry -> office.speaksFor(entry.account()))) {
            return new Outcome.SamePerson();
        }
        var without = pages.without(one.id(), scoring.disputed(one, entries));
        if (!without.isEmpty()) {
            return new Outcome.NoPages(scoring.words(one, without));
        }
        if (command.reason().isBlank() || command.reason().length() > LONGEST) {
            return new Outcome.NoReason();
        }
        var wrong = EnterScore.wrong(one.table(), command.lines(), null);
        if (wrong != null) {
            return new Outcome.Wanting(wrong.field(), wrong.why());
        }
        for (var line : command.lines().entrySet()) {
            var secret =
                    secrets.look(EnterScore.page(line.getKey()), line.getValue().page());
            if (secret.isPresent()) {
                return new Outcome.LooksSecret(secret.get());
            }
        }
        var secret = secrets.look("reason", command.reason());
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get());
        }
        var entry = scoring.entry(one, EnteredAs.CITY, command.lines(), null, command.reason(), office);
        if (!entry.stops().isEmpty()) {
            return new Outcome.Wanting("reason", "互相矛盾，不能认定：" + String.join("；", entry.stops()));
        }
        audit.unsaid("市级认定的评分");
        scores.insert(one, entry, office);
        scoring.settle(one);
        return new Outcome.Decided(one.id());
    }
}

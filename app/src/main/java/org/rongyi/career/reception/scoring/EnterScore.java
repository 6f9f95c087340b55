package org.rongyi.career.reception.scoring;

import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.placement.score.ScoreTable;
import org.rongyi.career.reception.Reception;
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

/**
 * 录入评分: first what the army's 量化评分表 says, then what the office finds in the file, each item with paper and page. What is typed
 * anew takes the place of what stood there, until the score is settled.
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.CITY, Level.COUNTY})
public class EnterScore implements OfficeAct<EnterScore.Command, EnterScore.Outcome> {

    static final int LONGEST_PAGE = 60;
    private static final BigDecimal MOST = new BigDecimal("99999");

    private final Receptions receptions;
    private final Scores scores;
    private final Scoring scoring;
    private final Secrets secrets;
    private final AuditTrail audit;

    EnterScore(Receptions receptions, Scores scores, Scoring scoring, Secrets secrets, AuditTrail audit) {
        this.audit = audit;
        this.receptions = receptions;
        this.scores = scores;
        this.scoring = scoring;
        this.secrets = secrets;
    }

    /**
     * @param as the army's sheet, or the office's check
     * @param lines by the item's id
     * @param stated the total on the army's sheet; none where it says none
     */
    public record Command(
            CommandId id,
            UUID reception,
            EnteredAs as,
            Map<String, Entry.Line> lines,
            @Nullable BigDecimal stated) implements OfficeAct.Command {

        public Command {
            lines = Map.copyOf(lines);
        }
    }

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Entered(UUID subject, ScoringState state) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** It is settled, the army's sheet is not in yet, or it is over. */
        record NotNow() implements Outcome, Refused {}

        /** 一人录入、另一人审档: who typed the army's sheet does not check it, nor type it anew once it differs. */
        record SamePerson() implements Outcome, Refused {}

        /** Only who work is found for is scored. */
        record NotScored() implements Outcome, Refused {}

        /** No points are known for who left that day. */
        record NoTable() implements Outcome, Refused {}

        record Wanting(String field, String why) implements Outcome, Refused {}

        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        if (command.as() == EnteredAs.CITY) {
            throw new IllegalStateException("the army's sheet and the office's check");
        }
        var found = receptions.lock(command.reception());
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        var one = found.get();
        var hindrance = hindrance(one, command.as(), office);
        if (hindrance != null) {
            return hindrance;
        }
        var wrong = wrong(one.table(), command.lines(), command.stated());
        if (wrong != null) {
            return wrong;
        }
        for (var line : command.lines().entrySet()) {
            var secret = secrets.look(page(line.getKey()), line.getValue().page());
            if (secret.isPresent()) {
                return new Outcome.LooksSecret(secret.get());
            }
        }
        if (command.as() == EnteredAs.ARMY) {
            scores.supersede(one.id(), EnteredAs.ARMY, EnteredAs.OFFICE, EnteredAs.CITY);
        } else {
            scores.supersede(one.id(), EnteredAs.OFFICE, EnteredAs.CITY);
        }
        audit.unsaid("评分（" + command.as().zh() + "）");
        scores.insert(one, scoring.entry(one, command.as(), command.lines(), command.stated(), "", office), office);
        return new Outcome.Entered(one.id(), scoring.settle(one).state());
    }

    private @Nullable Outcome hindrance(Reception one, EnteredAs as, Actor.Office office) {
        if (!one.isForWork()) {
            return new Outcome.NotScored();
        }
        if (!scoring.isKnown(one)) {
            return new Outcome.NoTable();
        }
        var army = scores.entries(one.id()).get(EnteredAs.ARMY);
        var state = scores.standing(one.id()).state();
        if (!one.isOpen() || as == EnteredAs.OFFICE && army == null || state == ScoringState.SETTLED) {
            return new Outcome.NotNow();
        }
        boolean checks = as == EnteredAs.OFFICE || state == ScoringState.DIFFERS;
        return checks && army != null && office.speaksFor(army.account()) ? new Outcome.SamePerson() : null;
    }

    /** Each item with paper and page; unknown ones are none. */
    static Outcome.@Nullable Wanting wrong(
            ScoreTable table, Map<String, Entry.Line> lines, @Nullable BigDecimal stated) {
        for (var line : lines.entrySet()) {
            var page = line.getValue().page();
            if (table.find(line.getKey()).isEmpty() || line.getValue().amount() < 1) {
                return new Outcome.Wanting("stated", "没有这一项，请重新打开这张表");
            }
            if (page.isBlank() || page.length() > LONGEST_PAGE) {
                return new Outcome.Wanting(page(line.getKey()), "请写明凭哪一份材料第几页，不超过 60 字");
            }
        }
        return stated != null && (stated.abs().compareTo(MOST) > 0 || stated.scale() > 2)
                ? new Outcome.Wanting("stated", "总分至多两位小数")
                : null;
    }

    /** The form's field for an item's paper and page. */
    public static String page(String item) {
        return "page." + item.substring("placement.score.".length());
    }
}

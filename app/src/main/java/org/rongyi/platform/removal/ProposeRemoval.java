package org.rongyi.platform.removal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
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
 * 提出清除泄密内容: the leader who answers for the record asks for it, on the document of the authority that decides what is secret and
 * what is to go (保守国家秘密法). Nothing is touched before another has confirmed it.
 */
@Service
@Allow(
        roles = Role.LEADER,
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY, Level.TOWN})
public class ProposeRemoval implements OfficeAct<ProposeRemoval.Command, ProposeRemoval.Outcome> {

    /** Of the document's number and of the authority's name, in characters. */
    public static final int LONGEST = 60;

    private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9/_-]{1,200}");
    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);

    private final Removals removals;
    private final Secrets secrets;
    private final AuditTrail audit;
    private final Clock clock;

    ProposeRemoval(Removals removals, Secrets secrets, AuditTrail audit, Clock clock) {
        this.removals = removals;
        this.secrets = secrets;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param address of the record's page, whole or its path; what stands in it is never kept beside
     * @param paper the number of the authority's document
     */
    public record Command(CommandId id, String address, String paper, LocalDate paperOn, String authority)
            implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Proposed(UUID subject) implements Outcome, Done {}

        /** Absent, outside the actor's territory, or nothing anybody writes words into: indistinguishable. */
        record NotFound() implements Outcome, Refused {}

        /** The record says nothing that could be taken out. */
        record NothingThere() implements Outcome, Refused {}

        /** It was cleared before, and nobody has written anything since. */
        record ClearedAlready(OffsetDateTime at) implements Outcome, Refused {}

        record WaitsAlready() implements Outcome, Refused {}

        /** Something is missing or wrong; the field and why, in words. */
        record Objected(String field, String why) implements Outcome, Refused {}
    }

    /** The path of a page of this program; none where no record's id stands in it. */
    public static Optional<String> path(String address) {
        var path = address.strip().replaceFirst("^https?://[^/]+", "").replaceFirst("[?#].*$", "");
        return PATH.matcher(path).matches() && ID.matcher(path).find() ? Optional.of(path) : Optional.empty();
    }

    /** The record a path leads to: the last one named in it. */
    public static UUID record(String path) {
        return UUID.fromString(ID.matcher(path).results().toList().getLast().group());
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var path = path(command.address());
        if (path.isEmpty()) {
            return new Outcome.Objected("address", "请粘贴记录页面的网址，里面有它的编号");
        }
        var objection = objection("paper", command.paper(), "请填写有权机关文件的文号")
                .or(() -> objection("authority", command.authority(), "请填写出具文件的机关"));
        if (objection.isPresent()) {
            return objection.get();
        }
        if (command.paperOn().isAfter(LocalDate.now(clock))) {
            return new Outcome.Objected("paperOn", "文件的日期不能晚于今天");
        }
        var record = record(path.get());
        var found = removals.findRecord(office, record);
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (removals.count(found.get().root(), record).stream().allMatch(Removals.Count::fixed)) {
            return removals.findCleared(record)
                    .<Outcome>map(Outcome.ClearedAlready::new)
                    .orElseGet(Outcome.NothingThere::new);
        }
        var asked = new Removals.Asked(
                command.id().value(),
                found.get(),
                record,
                path.get(),
                command.paper().strip(),
                command.paperOn(),
                command.authority().strip());
        if (!removals.add(office, asked)) {
            return new Outcome.WaitsAlready();
        }
        audit.said("状态", Removal.State.PROPOSED.zh());
        audit.said("记录", found.get().zh() + " " + record);
        audit.said("依据", asked.authority() + " " + asked.paper() + " " + asked.paperOn());
        return new Outcome.Proposed(asked.id());
    }

    private Optional<Outcome> objection(String field, String text, String missing) {
        if (text.isBlank()) {
            return Optional.of(new Outcome.Objected(field, missing));
        }
        if (text.strip().length() > LONGEST) {
            return Optional.of(new Outcome.Objected(field, "不超过 " + LONGEST + " 字"));
        }
        return secrets.look(field, text).map(found -> new Outcome.Objected(field, found.why()));
    }
}

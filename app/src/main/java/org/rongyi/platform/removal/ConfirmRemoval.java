package org.rongyi.platform.removal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/**
 * 核准清除泄密内容: the second person; with it, all words of the record, its history, drafts, attachments, photos and papers are
 * replaced by one sentence or destroyed, in one transaction, or nothing is. The trail keeps who, when and on what document, and of
 * what is held to a digest the digests before and after; never a word.
 */
@Service
@Allow(
        roles = Role.SECURITY_ADMIN,
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY, Level.TOWN})
public class ConfirmRemoval implements OfficeAct<ConfirmRemoval.Command, ConfirmRemoval.Outcome> {

    private final Removals removals;
    private final WordsUnderSeal sealed;
    private final RemovedFiles files;
    private final List<RemovedFrom> holders;
    private final AuditTrail audit;

    ConfirmRemoval(
            Removals removals, WordsUnderSeal sealed, RemovedFiles files, List<RemovedFrom> holders, AuditTrail audit) {
        this.removals = removals;
        this.sealed = sealed;
        this.files = files;
        this.holders = List.copyOf(holders);
        this.audit = audit;
    }

    public record Command(CommandId id, UUID removal) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Confirmed(UUID subject) implements Outcome, Done {}

        /** Absent, or outside the actor's territory. */
        record NotFound() implements Outcome, Refused {}

        /** Whoever proposed it confirms nothing, whatever his post is now. */
        record OwnProposal() implements Outcome, Refused {}

        record NothingWaits() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = removals.lock(command.removal());
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        var removal = found.get();
        if (removal.state() != Removal.State.PROPOSED) {
            return new Outcome.NothingWaits();
        }
        if (office.speaksFor(removal.proposedBy()) || office.speaksFor(removal.proposedFor())) {
            return new Outcome.OwnProposal();
        }
        removals.decide(removal.id(), Removal.State.CONFIRMED, office, null);
        var rows = removals.reached(removal.id());
        var before = digests(rows);
        sealed.replace(removal.id());
        removals.carryOut(removal.id());
        files.destroyAfterwards();
        var done = removals.find(removal.id()).orElseThrow();
        audit.changed("状态", removal.state().zh(), Removal.State.CONFIRMED.zh());
        audit.said("记录", removal.zh() + " " + removal.record());
        audit.said("依据", removal.authority() + " " + removal.paper() + " " + removal.paperOn());
        audit.said("清除", words(done.cleared()));
        audit.said("已公开或封存，没有动", words(done.kept()));
        var after = digests(rows);
        before.forEach((what, digest) -> audit.changed(what, digest, after.get(what)));
        return new Outcome.Confirmed(removal.id());
    }

    private Map<String, String> digests(Set<UUID> rows) {
        var all = new HashMap<String, String>();
        holders.forEach(holder -> all.putAll(holder.digests(rows)));
        return all;
    }

    private static String words(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> one.getKey() + " " + one.getValue() + " 处")
                .collect(Collectors.joining("，"));
    }
}

package org.rongyi.platform.stopped;

import java.util.List;
import java.util.UUID;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Component;

/** 复核: what both acts that decide ask before they do. */
@Component
class WordsDecision {

    private final StoppedTexts texts;
    private final Deciders deciders;
    private final Secrets secrets;
    private final AuditTrail audit;

    WordsDecision(StoppedTexts texts, Deciders deciders, Secrets secrets, AuditTrail audit) {
        this.texts = texts;
        this.deciders = deciders;
        this.secrets = secrets;
        this.audit = audit;
    }

    WordsOutcome take(Actor actor, UUID words, String given, Stopped.State decided) {
        if (!(actor instanceof Actor.Office office)) {
            throw new IllegalStateException("only posts decide, says @Allow");
        }
        var reason = given.strip();
        if (reason.isEmpty() || reason.length() > WordsOutcome.LONGEST_REASON) {
            return new WordsOutcome.NoReason();
        }
        var secret = secrets.look("reason", reason);
        if (secret.isPresent()) {
            return new WordsOutcome.LooksSecret(secret.get());
        }
        var found = texts.lock(words);
        if (found.isEmpty()) {
            return new WordsOutcome.NotFound();
        }
        if (found.get().state() != Stopped.State.WAITING) {
            return new WordsOutcome.NothingWaits();
        }
        if (!deciders.mayDecide(office, found.get())) {
            return new WordsOutcome.NotFound();
        }
        texts.decide(words, decided, office, reason);
        audit.explain(new Detail(reason, List.of()));
        audit.changed("状态", Stopped.State.WAITING.zh(), decided.zh());
        return new WordsOutcome.Decided(words);
    }
}

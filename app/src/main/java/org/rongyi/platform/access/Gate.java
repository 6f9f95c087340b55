package org.rongyi.platform.access;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Assurance;
import org.springframework.stereotype.Component;

/** Turns a session's token into somebody: account, posts in force, the active one, and so the actor. */
@Component
class Gate {

    private final Sessions sessions;
    private final Posts posts;
    private final SecondFactors factors;
    private final Mandates mandates;
    private final Transactions transactions;

    Gate(Sessions sessions, Posts posts, SecondFactors factors, Mandates mandates, Transactions transactions) {
        this.sessions = sessions;
        this.factors = factors;
        this.mandates = mandates;
        this.posts = posts;
        this.transactions = transactions;
    }

    /** Rights are read anew with each request: who is relieved or locked at noon is out at noon. */
    Optional<SignedIn> recognise(String token) {
        // no transaction: it is asked by every request, and nothing here belongs to a territory
        var found = sessions.find(token).map(this::resolve);
        found.ifPresent(known -> {
            if (known.stale()) {
                transactions.write(new Actor.Visitor(), () -> {
                    sessions.seen(known.who().account(), known.who().session());
                    return true;
                });
            }
        });
        return found.map(Known::who);
    }

    /** The session of before ends: whoever sits there has signed in anew (OWASP ASVS 3.2.1). */
    void leave(SignedIn before) {
        transactions.write(new Actor.Visitor(), () -> sessions.close(before.account(), before.session()));
    }

    private record Known(SignedIn who, boolean stale) {}

    private Known resolve(Sessions.Session session) {
        var held = session.personId() == null ? posts.inForce(session.accountId()) : List.<SignedIn.Held>of();
        var given = held.isEmpty() ? mandates.inForce(session.accountId()) : List.<SignedIn.Mandate>of();
        boolean mustBind = !session.bound()
                && factors.isRequired(held.stream().map(SignedIn.Held::role).toList());
        var who = new SignedIn(
                session.id(),
                session.accountId(),
                session.username(),
                session.name(),
                session.mustChange(),
                mustBind,
                session.personId() != null,
                held,
                given,
                mustBind ? new Actor.Visitor() : actor(session, held, given));
        return new Known(who, sessions.isSeenStale(session));
    }

    /** Whoever has a file of his own is himself until he says for whom he acts. */
    private static Actor actor(Sessions.Session session, List<SignedIn.Held> held, List<SignedIn.Mandate> given) {
        var assurance = Assurance.of(session.level());
        var mandate = given.stream()
                .filter(one -> one.id().equals(session.mandateId()))
                .findFirst()
                .or(() -> session.personId() == null ? given.stream().findFirst() : Optional.empty());
        if (mandate.isPresent()) {
            return mandate.get().actor(session.accountId(), session.name(), assurance);
        }
        if (session.personId() != null) {
            return new Actor.Self(session.accountId(), session.name(), session.personId(), assurance);
        }
        var active = active(session, held);
        if (active == null) {
            return new Actor.Visitor();
        }
        return active.actor(session.accountId(), session.name());
    }

    private static SignedIn.@Nullable Held active(Sessions.Session session, List<SignedIn.Held> held) {
        return held.stream()
                .filter(post -> post.id().equals(session.postId()))
                .findFirst()
                .orElse(held.isEmpty() ? null : held.getFirst());
    }
}

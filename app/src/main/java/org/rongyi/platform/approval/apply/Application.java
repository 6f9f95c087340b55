package org.rongyi.platform.approval.apply;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;

/**
 * 申请 of one service, as its room declares it: who may ask and where, and what is kept. The two acts of a service, asking and
 * mending, are these questions in the order {@link Applications} puts them.
 *
 * @param <R> what is asked for
 * @param <P> who asks
 * @param <K> an application as it is kept
 * @param <C> the command by which it is asked for
 */
public interface Application<R extends Request, P extends Applicant, K, C extends Asking<R>> {

    Doors doors();

    /** As far as the actor may see him. */
    Optional<P> applicant(UUID person);

    /** Why it is not for him, or not so; the rules that need to know who he is. What is wrong whoever asks is {@link Request#objection}. */
    Optional<Applied> objection(P applicant, R request);

    /** Where it is handled. */
    default DivisionCode place(P applicant) {
        return applicant.code();
    }

    Matter matter(R request);

    /**
     * What it is about.
     *
     * @param subject in one sentence, without numbers
     * @param inPublic what a 公示 says of it besides the service's name; none where there is none
     */
    record Matter(String subject, @Nullable String inPublic) {}

    /** Keeps what is asked for under the case's id; {@code place} is where it is handled. */
    void keep(Actor actor, UUID file, P applicant, DivisionCode place, C command);

    Optional<K> find(UUID file);

    /** Of {@link #objection}, what a 补正 could bring about anew; whether it is for him was settled when it was asked for. */
    Optional<Applied> mendedObjection(K kept, R request);

    void rewrite(Actor actor, K kept, R request);
}

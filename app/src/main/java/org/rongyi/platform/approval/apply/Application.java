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
 */
public interface Application<R extends Request, P extends Applicant, K> {

    Doors doors();

    /** As far as the actor may see him. */
    Optional<P> applicant(UUID person);

    /** Why it is not for him, or not so. */
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

    Optional<K> find(UUID file);

    /** The same once it is kept, when it is mended. */
    Optional<Applied> mendedObjection(K kept, R request);

    void rewrite(Actor actor, K kept, R request);
}

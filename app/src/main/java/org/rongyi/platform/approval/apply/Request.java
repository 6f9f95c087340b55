package org.rongyi.platform.approval.apply;

import java.time.LocalDate;
import java.util.Optional;
import org.rongyi.platform.secrecy.Secrets;

/** What is asked for of a service, as it was written; kept under the case's id. */
public interface Request {

    /** What is left out, too long or cannot be, whoever asks: at the field of the form. */
    Optional<Applied> objection(LocalDate today);

    /** What of its words looks like a state secret. */
    Optional<Secrets.Found> secret(Secrets secrets);
}

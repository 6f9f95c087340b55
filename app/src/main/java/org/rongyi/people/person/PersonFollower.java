package org.rongyi.people.person;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.platform.kernel.DivisionCode;

/**
 * Rooms that keep something for every person (a date of next contact, say) are told, inside the very transaction, when
 * somebody comes, goes, or is answered for from elsewhere.
 */
public interface PersonFollower {

    void registered(UUID person, Responsible at, LocalDate on);

    /** Another place answers from now on, or the same one knows him under another 小组 or street. */
    void handedOver(UUID person, Responsible to);

    /** He died or moved away, or it turned out that he had not. */
    void statusChanged(UUID person, PersonStatus status);

    /**
     * His file was opened by mistake and is withdrawn as if it had never been: what was kept for him goes too.
     *
     * @return why the file must stay: something happened with him meanwhile; empty when nothing is kept any more
     */
    Optional<String> withdrawn(UUID person);

    /** The place that answers for contact. */
    record Responsible(DivisionCode code, String groupName) {}
}

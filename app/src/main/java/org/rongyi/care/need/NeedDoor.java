package org.rongyi.care.need;

import java.util.Optional;
import java.util.UUID;
import org.rongyi.platform.kernel.Actor;

/** What another room can do about a need, on the need's page: take it up, or show what came of it. */
public interface NeedDoor {

    /** Read inside the page's own transaction, so that scope holds. Empty when there is nothing to do or to show. */
    Optional<Way> of(Need need, Actor.Office reader);

    /** @param answered nothing waits any more */
    record Need(UUID id, UUID person, String kind, boolean answered) {}

    /** @param path where it is done, or the record that came of it */
    record Way(String label, String path) {}
}

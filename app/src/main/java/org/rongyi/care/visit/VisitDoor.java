package org.rongyi.care.visit;

import java.util.Optional;
import java.util.UUID;
import org.rongyi.platform.kernel.Actor;

/** What another room can do for somebody who was visited, on the visit's page; or what came of it. */
public interface VisitDoor {

    /** Read inside the page's own transaction, so that scope holds. Empty when there is nothing to do or to show. */
    Optional<Way> of(UUID visit, UUID person, String name, Actor.Office reader);

    /** @param path where it is done, or the record that came of it */
    record Way(String label, String path) {}
}

package org.rongyi.care.visit;

import java.util.List;
import java.util.UUID;
import org.rongyi.platform.kernel.Actor;

/** What another room can do for somebody who was visited, on the visit's page. */
public interface VisitDoor {

    List<Way> of(UUID visit, UUID person, Actor.Office reader);

    /** @param path where it is done */
    record Way(String label, String path) {}
}

package org.rongyi.platform.notice;

import java.util.Optional;
import java.util.UUID;

/** How a veteran is reached; the room that keeps the files answers. */
public interface Addresses {

    /**
     * The phone in clear, asked for at the moment of sending and kept nowhere; empty when there is none, or nothing is to
     * be sent to him any more. Asked by the delivery job, outside any transaction of an actor.
     */
    Optional<String> findPhone(UUID person);
}

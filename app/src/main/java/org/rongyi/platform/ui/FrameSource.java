package org.rongyi.platform.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says what stands around a page for this request; the room that knows who is signed in implements it. */
public interface FrameSource {

    Frame frameFor(HttpServletRequest request);

    /** The station that serves the veteran who asks, or for whom his family does, and its phone; none of anybody else. */
    default Optional<String> station(HttpServletRequest request) {
        return Optional.empty();
    }

    /** Names of those parameters and lists that wait for the office to confirm them. */
    default List<String> proposed(Set<String> ids) {
        return List.of();
    }
}

package org.rongyi.platform.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;

/** Says what stands around a page for this request; the room that knows who is signed in implements it. */
public interface FrameSource {

    Frame frameFor(HttpServletRequest request);

    /** Names of those parameters and lists that wait for the office to confirm them. */
    default List<String> proposed(Set<String> ids) {
        return List.of();
    }
}

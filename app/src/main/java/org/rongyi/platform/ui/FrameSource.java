package org.rongyi.platform.ui;

import jakarta.servlet.http.HttpServletRequest;

/** Says what stands around a page for this request; the room that knows who is signed in implements it. */
public interface FrameSource {

    Frame frameFor(HttpServletRequest request);
}

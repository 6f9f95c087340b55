package org.rongyi.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import org.rongyi.platform.kernel.Actor;

/** Who a request is taken for, for the guards in the folders of this room. */
public final class RequestActor {

    private RequestActor() {}

    public static Actor of(HttpServletRequest request) {
        return SessionFilter.actor(request);
    }

    /** Whoever proved himself by a signature is that, whatever cookie came along. */
    public static void set(HttpServletRequest request, Actor.Client client) {
        request.removeAttribute(SessionFilter.SIGNED_IN);
        request.setAttribute(SessionFilter.ACTOR, client);
    }
}

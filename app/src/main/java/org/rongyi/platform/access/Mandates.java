package org.rongyi.platform.access;

import java.util.List;
import java.util.UUID;

/** 亲属委托, as far as the door asks: answered by the room that keeps them. */
public interface Mandates {

    /** Those this account may act under today, the first given first; asked anew with each request. */
    List<SignedIn.Mandate> inForce(UUID account);
}

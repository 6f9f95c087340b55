package org.rongyi.platform.notice.delivery;

import java.util.UUID;

/**
 * One message on its way out, in clear while it is sent and no longer.
 *
 * @param id the same at each try: a peer that has it already does not take it twice
 * @param address an e-mail address or a phone
 */
record Parcel(UUID id, String address, String title, String text) {

    /** Never in a log. */
    @Override
    public String toString() {
        return "Parcel " + id;
    }
}

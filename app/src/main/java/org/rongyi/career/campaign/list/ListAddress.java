package org.rongyi.career.campaign.list;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The address of a list as it was searched, so that its next page, its file and its paper are of the same rows. */
public final class ListAddress {

    private final StringBuilder address;
    private boolean asked;

    private ListAddress(String path) {
        this.address = new StringBuilder(path);
    }

    public static ListAddress of(String path) {
        return new ListAddress(path);
    }

    /** What was not asked for does not stand in the address. */
    public ListAddress with(String name, String value) {
        if (!value.isEmpty()) {
            address.append(asked ? '&' : '?')
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            asked = true;
        }
        return this;
    }

    @Override
    public String toString() {
        return address.toString();
    }
}

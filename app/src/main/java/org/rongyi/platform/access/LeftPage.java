package org.rongyi.platform.access;

import org.jspecify.annotations.Nullable;
import org.rongyi.platform.ui.Page;

/**
 * 已退出: out of this program, and perhaps not out of the provider.
 *
 * @param provider what it is called here
 * @param door where to sign out there; none while it does not answer
 */
public record LeftPage(String provider, @Nullable String door) implements Page {

    @Override
    public String title() {
        return "已退出";
    }
}

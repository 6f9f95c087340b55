package org.rongyi.platform.access;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.ui.Page;

/**
 * 登录设备.
 *
 * @param lends whether he works in a post a colleague may act in
 * @param terms how long a session lasts, in words
 * @param provider what the provider of 统一身份认证 is called; none when there is none
 */
public record SessionsPage(
        List<Sessions.Listed> sessions,
        UUID present,
        boolean lends,
        String terms,
        @Nullable String provider) implements Page {

    @Override
    public String title() {
        return "账号与安全";
    }
}

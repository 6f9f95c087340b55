package org.rongyi.platform.access;

import java.util.List;
import java.util.UUID;
import org.rongyi.platform.ui.Page;

/**
 * 登录设备.
 *
 * @param lends whether he works in a post a colleague may act in
 */
public record SessionsPage(List<Sessions.Listed> sessions, UUID present, boolean lends) implements Page {

    @Override
    public String title() {
        return "账号与安全";
    }
}

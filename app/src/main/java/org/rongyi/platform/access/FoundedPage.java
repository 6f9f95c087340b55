package org.rongyi.platform.access;

import org.rongyi.platform.ui.Page;

/** 首位安全管理员的启用链接, shown this once. */
public record FoundedPage(String security, String link) implements Page {

    @Override
    public String title() {
        return "请把启用链接交给安全管理员" + security;
    }
}

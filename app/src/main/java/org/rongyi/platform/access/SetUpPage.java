package org.rongyi.platform.access;

import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;

/** 启用账号. */
public record SetUpPage(String token, boolean firstAdministrator, String username, String name, FieldErrors errors)
        implements Page {

    @Override
    public String title() {
        return firstAdministrator ? "设置首位系统管理员" : "设置口令";
    }
}

package org.rongyi.platform.access;

import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;

/** 修改口令. @param rule what a new one must be */
public record PasswordPage(String username, boolean forced, String rule, FieldErrors errors) implements Page {

    @Override
    public String title() {
        return forced ? "首次登录，请先修改口令" : "修改口令";
    }
}

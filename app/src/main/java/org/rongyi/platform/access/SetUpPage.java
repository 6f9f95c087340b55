package org.rongyi.platform.access;

import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;

/**
 * 启用账号.
 *
 * @param missing which first administrators the link makes; NOTHING for the link of an account
 * @param rule what a password must be
 */
public record SetUpPage(String token, SetUp.Missing missing, SetUpForm form, String rule, FieldErrors errors)
        implements Page {

    @Override
    public String title() {
        return switch (missing) {
            case BOTH -> "设置首位系统管理员和安全管理员";
            case SECURITY -> "设置首位安全管理员";
            case NOTHING -> "设置口令";
        };
    }
}

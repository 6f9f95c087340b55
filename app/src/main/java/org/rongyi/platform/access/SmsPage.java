package org.rongyi.platform.access;

import org.jspecify.annotations.Nullable;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;

/**
 * 手机验证码登录: number and phone.
 *
 * @param offered whether codes can be sent here
 * @param refusal why nothing was sent; none before anything was asked
 */
public record SmsPage(
        boolean offered,
        String citizen,
        String phone,
        String next,
        @Nullable String refusal,
        FieldErrors errors) implements Page {

    @Override
    public String title() {
        return "手机验证码登录";
    }
}

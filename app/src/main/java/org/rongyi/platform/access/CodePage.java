package org.rongyi.platform.access;

import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;

/** 登录的第二步: the code on the phone. */
public record CodePage(String next, FieldErrors errors) implements Page {

    @Override
    public String title() {
        return "填写验证码";
    }
}

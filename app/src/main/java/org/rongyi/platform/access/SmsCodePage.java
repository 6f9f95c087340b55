package org.rongyi.platform.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;

/** 填写短信验证码. @param minutes how long a code is good for */
public record SmsCodePage(String next, long minutes, FieldErrors errors) implements Page {

    public String again() {
        return "/sign-in/sms?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    @Override
    public Set<String> restsOn() {
        return Set.of("access.sms.minutes");
    }

    @Override
    public String title() {
        return "填写短信验证码";
    }
}

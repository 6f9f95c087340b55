package org.rongyi.platform.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.part.Persona;

/**
 * 登录页.
 *
 * @param provider what the provider of 统一身份认证 is called; none when there is none
 */
public record SignInPage(
        String username,
        String next,
        @Nullable String refusal,
        List<Persona> personas,
        @Nullable String provider) implements Page {

    public String unifiedPath() {
        return "/sign-in/unified?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    public String smsPath() {
        return "/sign-in/sms?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    @Override
    public String title() {
        return "登录";
    }
}

package org.rongyi.platform.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.part.Persona;

/** 登录页. */
public record SignInPage(
        String username, String next, @Nullable String refusal, List<Persona> personas) implements Page {

    @Override
    public String title() {
        return "登录";
    }
}

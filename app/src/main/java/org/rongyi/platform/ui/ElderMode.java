package org.rongyi.platform.ui;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.util.WebUtils;

/** 长者模式: larger type and stronger contrast, remembered by this browser for a year. */
public final class ElderMode {

    public static final String COOKIE = "elder";

    private ElderMode() {}

    public static boolean isOn(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        return cookie != null && "1".equals(cookie.getValue());
    }
}

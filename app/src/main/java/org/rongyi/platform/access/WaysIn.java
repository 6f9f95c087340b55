package org.rongyi.platform.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.rongyi.platform.access.oidc.OidcSettings;
import org.rongyi.platform.kernel.Assurance;
import org.springframework.stereotype.Component;

/** 怎样达到某一实名等级: the ways in of this very installation that reach it, for whoever lacks it. */
@Component
public class WaysIn {

    private final SmsSignIn sms;
    private final OidcSettings provider;

    WaysIn(SmsSignIn sms, OidcSettings provider) {
        this.sms = sms;
        this.provider = provider;
    }

    /** One way: what it gives, and the door to it. */
    public record Way(String label, String path, String gives) {}

    /**
     * What is missing and what to do, before anything is filled in.
     *
     * @param reached by the way he signed in
     * @param service what he wanted
     * @param next the page he wanted it on
     */
    public IdentityNeededPage explain(Assurance reached, String service, Assurance wanted, String next) {
        return new IdentityNeededPage(service, reached, wanted, ways(wanted, next));
    }

    private List<Way> ways(Assurance wanted, String next) {
        var ways = new ArrayList<Way>();
        var to = "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        if (sms.isOffered() && Assurance.CHECKED.isAtLeast(wanted)) {
            ways.add(new Way("用手机验证码登录一次", "/sign-in/sms" + to, Assurance.CHECKED.inWords()));
        }
        provider.find()
                .filter(client -> client.assurance().values().stream().anyMatch(level -> level >= wanted.level()))
                .ifPresent(client ->
                        ways.add(new Way("用" + client.label() + "登录一次", "/sign-in/unified" + to, "以认证平台的为准")));
        ways.add(new Way("带身份证到服务站窗口开通账号", "/stations", Assurance.COUNTER.inWords()));
        return ways;
    }
}

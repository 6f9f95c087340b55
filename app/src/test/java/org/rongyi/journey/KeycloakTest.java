package org.rongyi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.journey.Chromium.Device;
import org.rongyi.platform.access.Accounts;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.access.Posts;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@RongyiTest
@Tag("slow")
@Tag("browser")
@EnabledIfSystemProperty(
        named = "rongyi.dose",
        matches = "full",
        disabledReason = "a minute of Keycloak's start: soak only")
@DisplayName("统一身份认证，对真的 Keycloak：绑定、登录、两边退出")
class KeycloakTest {

    private static final String PASSWORD = "Tong-Yi-2026";
    private static final List<String> SETTINGS = List.of("issuer", "client-id", "client-secret", "assurance");

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Posts posts;

    @Autowired
    private Transactions transactions;

    @LocalServerPort
    private int port;

    @TempDir
    private Path directory;

    @AfterEach
    void noProvider() {
        SETTINGS.forEach(name -> System.clearProperty("rongyi.oidc." + name));
    }

    @Test
    @DisplayName("凭口令绑定，用它登录，退出时把两边都退出")
    void linkSignInAndOut() throws IOException {
        var unit = TestCounty.office(program, "cun").unit();
        var somebody = somebody(unit);
        try (var keycloak = Keycloak.start(directory, port);
                var chromium = new Chromium(port)) {
            settings(keycloak);
            try (var context = chromium.open(Device.DESKTOP)) {
                var page = Chromium.signIn(context, somebody);
                page.navigate("/account");
                Chromium.follow(page, "统一身份认证");
                page.fill("input[name=present]", PASSWORD);
                Chromium.press(page, "绑定");
                Chromium.follow(page, "前往统一身份认证");
                proveIdentity(page);
                assertThat(page.url()).endsWith("/account/identity");
                assertThat(page.content()).contains("已绑定", "三级");
            }
            try (var context = chromium.open(Device.PHONE)) {
                var page = context.newPage();
                page.navigate("/sign-in?next=/account");
                Chromium.follow(page, "用统一身份认证登录");
                proveIdentity(page);
                assertThat(page.url()).endsWith("/account");
                page.evaluate("document.querySelector(\"form[action='/sign-out']\").submit()");
                page.waitForURL("**/sign-in/unified/left");
                Chromium.follow(page, "退出统一身份认证");
                page.click("#kc-logout");
                page.waitForURL("http://127.0.0.1:" + port + "/");
                page.navigate("/sign-in");
                Chromium.follow(page, "用统一身份认证登录");
                assertThat(page.locator("#kc-login").count()).as("asked anew").isOne();
            }
        }
    }

    private static void proveIdentity(Page page) {
        page.fill("#username", "lisi");
        page.fill("#password", Keycloak.PASSWORD);
        page.click("#kc-login");
        page.waitForURL(url -> !url.contains("/realms/"));
    }

    private static void settings(Keycloak keycloak) {
        System.setProperty("rongyi.oidc.issuer", keycloak.issuer());
        System.setProperty("rongyi.oidc.client-id", "rongyi");
        System.setProperty("rongyi.oidc.client-secret", Keycloak.SECRET);
        System.setProperty("rongyi.oidc.assurance", "1=3");
    }

    private Personas.Entry somebody(UUID unit) {
        var username = "k" + UUID.randomUUID().toString().substring(0, 12);
        return transactions.write(new Actor.Visitor(), () -> {
            var account = accounts.open(new Accounts.NewAccount(username, "受测人员", PASSWORD, false, null));
            posts.open(account, unit, Role.CLERK, LocalDate.of(2020, 1, 1));
            return new Personas.Entry(username, PASSWORD, "", "", 5, "受测人员", "");
        });
    }
}

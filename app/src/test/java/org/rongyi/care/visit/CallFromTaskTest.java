package org.rongyi.care.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.journey.Due;
import org.rongyi.people.person.OpenNumber;
import org.rongyi.people.person.PersonFile;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("从今日走访打电话：一按就显示，不再问；事由就是这项任务")
class CallFromTaskTest {

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Transactions transactions;

    @Autowired
    private PersonFile file;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    @LocalServerPort
    private int port;

    private Map<String, Personas.Entry> personas = Map.of();
    private UUID veteran;

    @BeforeEach
    void county() {
        personas = TestCounty.ensure(program);
        Due.somebody(program);
        veteran = everything
                .sql("select person_id from access.account where username = 'laobing'")
                .query(UUID.class)
                .single();
    }

    @Test
    @DisplayName("首页和名单上每个登记了电话的人都有“打电话”；按一下显示号码，留痕写明任务，本人看得到")
    void oneTapShowsThePhoneAndTheTaskIsThePurpose() {
        var clerk = at("cun");
        assertThat(clerk.get("/").body()).containsPattern("action=\"/contacts/[0-9a-f-]{36}/call\"");
        assertThat(clerk.get("/contacts?which=ALL").body()).containsPattern("action=\"/contacts/[0-9a-f-]{36}/call\"");
        var phone = transactions.read(
                TestCounty.office(program, "cun"),
                () -> file.openNumber(veteran, OpenNumber.Which.PHONE).orElseThrow());
        assertThat(clerk.get("/").body()).doesNotContain(phone);
        var shown = call(clerk);
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body()).contains("href=\"tel:" + phone + "\"", "登记这次联系");
        assertThat(shown.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(says -> assertThat(says).contains("no-store"));
        assertThat(latest()).startsWith("看电话，联系本人：今日走访，").contains("应联系日");
        assertThat(at("laobing").get("/me").body()).contains("谁看过我的档案", latest());
    }

    @Test
    @DisplayName("不归自己联系的人，从名单上打不了电话，也不留“看过”")
    void whoeverIsNotOnTheListIsNotCalled() {
        var before = readings();
        assertThat(call(at("cun2")).statusCode()).isEqualTo(404);
        assertThat(readings()).isEqualTo(before);
    }

    private HttpResponse<String> call(Browser browser) {
        return browser.post(
                "/contacts/" + veteran + "/call",
                Map.of("_command", Ids.next().toString(), "_post", browser.postOf("/contacts")));
    }

    private Browser at(String username) {
        return Browser.signedIn(port, Objects.requireNonNull(personas.get(username)));
    }

    private long readings() {
        return everything
                .sql("select count(*) from audit.trail where act = 'OpenNumber' and done and subject = :person")
                .param("person", veteran)
                .query(Long.class)
                .single();
    }

    private String latest() {
        return everything.sql("""
                        select purpose from audit.trail
                        where act = 'OpenNumber' and done and subject = :person
                        order by at desc, id desc limit 1
                        """).param("person", veteran).query(String.class).single();
    }
}

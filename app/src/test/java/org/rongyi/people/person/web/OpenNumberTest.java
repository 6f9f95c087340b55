package org.rongyi.people.person.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.people.person.OpenNumber;
import org.rongyi.people.person.PersonFile;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("查看号码：遮住的号码为办事打开，谁看过有痕迹，本人看得到")
class OpenNumberTest {

    @Autowired
    private ApplicationContext program;

    @Autowired
    private PersonFile file;

    @Autowired
    private Transactions transactions;

    @Autowired
    private AuditTrail audit;

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
        veteran = everything
                .sql("select person_id from access.account where username = 'laobing'")
                .query(UUID.class)
                .single();
    }

    @Test
    @DisplayName("打电话：一按就显示，不再问；档案页上仍然遮着；留痕写明看的是电话、为联系本人")
    void toCallAsksNothing() {
        var clerk = at("cun");
        var phone = number(OpenNumber.Which.PHONE);
        var path = "/persons/" + veteran;
        var before = readings();
        var shown = post(clerk, path + "/call", Map.of());
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body()).contains("href=\"tel:" + phone + "\"", "这次查看已留痕：联系本人");
        assertThat(shown.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(says -> assertThat(says).contains("no-store"));
        assertThat(clerk.get(path).body()).doesNotContain(phone);
        assertThat(readings()).isEqualTo(before + 1);
        assertThat(latest()).isEqualTo("看电话，联系本人");
    }

    @Test
    @DisplayName("看身份证号：要选做什么用；选“其他”要写明，没写的不显示、不留“看过”")
    void aCitizenNumberAsksWhatFor() {
        var clerk = at("cun");
        var number = number(OpenNumber.Which.CITIZEN_ID);
        var path = "/persons/" + veteran + "/number";
        var before = readings();
        var none = post(clerk, path, Map.of("which", "CITIZEN_ID"));
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("请选择做什么用").doesNotContain(number);
        var other = post(clerk, path, Map.of("which", "CITIZEN_ID", "purpose", "OTHER", "note", "  "));
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("请写明做什么用").doesNotContain(number);
        assertThat(readings()).isEqualTo(before);
        var shown = post(clerk, path, Map.of("which", "CITIZEN_ID", "purpose", "OTHER", "note", "代填优待证申请"));
        assertThat(shown.body()).contains(number);
        assertThat(latest()).isEqualTo("看身份证号，其他：代填优待证申请");
    }

    @Test
    @DisplayName("邻村的、审计员、管理员看不到，也没有“看过”的痕迹")
    void whoHasNoBusinessSeesNothing() {
        var before = readings();
        assertThat(post(at("cun2"), "/persons/" + veteran + "/call", Map.of()).statusCode())
                .isEqualTo(404);
        for (var other : new String[] {"shenji", "admin", "anquan"}) {
            assertThat(at(other).get("/persons/" + veteran + "/number").statusCode())
                    .isEqualTo(403);
        }
        assertThat(readings()).isEqualTo(before);
    }

    @Test
    @DisplayName("号码不在办理结果里，也不在留痕里")
    void theNumberIsKeptNowhere() {
        var phone = number(OpenNumber.Which.PHONE);
        post(at("cun"), "/persons/" + veteran + "/call", Map.of());
        assertThat(everything
                        .sql("select count(*) from act.command where outcome::text like :phone")
                        .param("phone", "%" + phone + "%")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(everything
                        .sql("select count(*) from audit.trail where (audit.trail.*)::text like :phone")
                        .param("phone", "%" + phone + "%")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    @DisplayName("本人在“我的档案”里看到谁看过；别人的、别的留痕看不到")
    void itsPersonReadsWhoLooked() {
        var clerk = Objects.requireNonNull(personas.get("cun"));
        post(at("cun"), "/persons/" + veteran + "/call", Map.of());
        assertThat(at("laobing").get("/me").body()).contains("谁看过我的档案", "看电话，联系本人", clerk.unitName());
        var stranger = new Actor.Self(UUID.randomUUID(), "别人", UUID.randomUUID());
        assertThat(transactions.<Integer>read(
                        stranger,
                        () -> audit.readings(veteran, List.of("OpenNumber"), 10).size()))
                .isZero();
        var own = new Actor.Self(UUID.randomUUID(), "本人", veteran);
        assertThat(transactions.<Integer>read(
                        own,
                        () -> audit.readings(veteran, List.of("CorrectPerson"), 10)
                                .size()))
                .isZero();
    }

    private String number(OpenNumber.Which which) {
        return transactions.read(
                TestCounty.office(program, "cun"),
                () -> file.openNumber(veteran, which).orElseThrow());
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
                        select purpose from audit.trail where act = 'OpenNumber' and done and subject = :person
                        order by at desc, id desc limit 1
                        """).param("person", veteran).query(String.class).single();
    }

    private Browser at(String username) {
        return Browser.signedIn(port, Objects.requireNonNull(personas.get(username)));
    }

    private static HttpResponse<String> post(Browser browser, String path, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("_command", Ids.next().toString());
        form.put("_post", browser.postOf("/persons/new"));
        return browser.post(path, form);
    }
}

package org.rongyi.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rongyi.journey.Chromium.follow;
import static org.rongyi.journey.Chromium.press;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.journey.Chromium.Device;
import org.rongyi.platform.access.Accounts;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Assurance;
import org.rongyi.platform.vault.SealedField;
import org.rongyi.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A veteran's ways in, on his phone without a script, and at the counter. */
@RongyiTest
@Tag("browser")
@DisplayName("老人在手机上用验证码登录；等级不够的看得明白；窗口打印纸条")
class OwnAccountSceneTest {

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Transactions transactions;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    @LocalServerPort
    private int port;

    private final List<String> barriers = new ArrayList<>();
    private Map<String, Personas.Entry> personas = Map.of();
    private Chromium chromium;
    private boolean scripts;
    private UUID person;
    private String number;

    @BeforeEach
    void county() {
        personas = TestCounty.ensure(program);
        chromium = new Chromium(port);
        person = everything
                .sql("select person_id from access.account where username = 'laobing'")
                .query(UUID.class)
                .single();
        number = open("citizen_sealed");
    }

    @AfterEach
    void goHome() {
        identified(Assurance.COUNTER);
        chromium.close();
    }

    @ParameterizedTest
    @EnumSource(value = Device.class, names = "PHONE.*", mode = EnumSource.Mode.MATCH_ALL)
    void withoutAPasswordAndWithoutAScript(Device device) {
        scripts = device == Device.PHONE; // what looks for barriers is a script itself
        identified(Assurance.DECLARED);
        var page = chromium.signIn(device, Objects.requireNonNull(personas.get("laobing")));
        page.navigate("/me");
        follow(page, "信息有误，申请更正");
        assertThat(look(page, "needed")).contains("二级（自行填报），还不够", "也可以请服务站的工作人员代办");
        follow(page, "用手机验证码登录一次");
        page.fill("input[name=citizen]", number.substring(0, 17));
        press(page, "获取验证码");
        assertThat(look(page, "sms-wrong")).contains("请填 11 位手机号");
        page.fill("input[name=citizen]", number);
        page.fill("input[name=phone]", open("phone_sealed"));
        press(page, "获取验证码");
        var shown = look(page, "sms-code").replaceAll("(?s).*这次的验证码是 (\\d{6}).*", "$1");
        page.fill("input[name=code]", shown.equals("000000") ? "111111" : "000000");
        press(page, "登录");
        assertThat(look(page, "sms-code-wrong")).contains("验证码不对");
        page.fill("input[name=code]", shown);
        press(page, "登录");
        page.waitForURL(Pattern.compile("^http://[^/]+/me/(correction|privacy)"));
        if (page.url().contains("/me/privacy")) { // told once, before anything is asked
            press(page, "我看过了");
        }
        assertThat(page.textContent("main")).contains("为什么更正");
        page.navigate("/me");
        assertThat(look(page, "me")).contains("三级（数据核验）");
        assertThat(barriers).isEmpty();
    }

    @Test
    void atTheCounter() {
        scripts = true;
        var page = chromium.signIn(Device.DESKTOP, Objects.requireNonNull(personas.get("cun")));
        page.navigate("/persons/" + neighbour());
        look(page, "person");
        follow(page, "当面核对身份证，开通账号");
        page.check("input[value=IDENTITY_CARD]");
        page.fill("input[name=purpose]", "要在手机上办事");
        look(page, "counter");
        page.check("input[name=present]");
        press(page, "开通，打印纸条");
        assertThat(look(page, "slip")).contains("您的用户名是", "72 小时内有效");
        assertThat(barriers).isEmpty();
    }

    /** Somebody of the same village without an account. */
    private UUID neighbour() {
        var village = Long.parseLong(Objects.requireNonNull(personas.get("cun")).unit());
        return everything.sql("""
                        select l.person_id
                        from person.place l
                        join person.person p on p.id = l.person_id and p.status = 'ACTIVE'
                        where l.code_now = :code and l.valid_to is null and l.responsible
                          and not exists (select from access.account a where a.person_id = l.person_id)
                        order by l.person_id
                        limit 1
                        """).param("code", village).query(UUID.class).single();
    }

    private String look(Page page, String name) {
        if (scripts) {
            Chromium.barriers(page).forEach(barrier -> barriers.add(name + " " + barrier));
        }
        return page.textContent("main");
    }

    private void identified(Assurance assurance) {
        transactions.write(new Actor.Visitor(), () -> {
            var accounts = program.getBean(Accounts.class);
            accounts.identified(accounts.findOwn(person).orElseThrow(), assurance);
            return true;
        });
    }

    private String open(String column) {
        var sealed = everything
                .sql("select " + column + " from person.person where id = :id")
                .param("id", person)
                .query((row, n) -> row.getBytes(1))
                .single();
        return program.getBean(Vault.class).open(new SealedField("person.person", column), person, sealed);
    }
}

package org.rongyi.people.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.access.UnitDirectory;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.Desks;
import org.rongyi.platform.database.Superuser;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.CitizenId;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.notice.Channel;
import org.rongyi.platform.notice.Outbox;
import org.rongyi.platform.notice.TestNotices;
import org.rongyi.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("手机验证码登录：号码和手机都对得上才发，从回答里看不出有没有这个人")
class SmsSignInTest {

    private static final String PHONE = "13900000000"; // the one Files writes into each file
    private static final Pattern SHOWN = Pattern.compile("这次的验证码是 (\\d{6})");

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Transactions transactions;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    @LocalServerPort
    private int port;

    private CitizenId number;
    private UUID person;

    @BeforeEach
    void somebodyOnFile() {
        everything.sql("delete from access.attempt").update();
        var clerk = TestCounty.office(program, "cun");
        number = Files.number();
        person = new Files(program).register(clerk, "孙验证", number, null);
    }

    /** What the first step answers, and the code a demo shows. */
    private record Asked(Browser browser, HttpResponse<String> answer, String code) {}

    @Test
    @DisplayName("首次登录即开通本人账号，看到自己的档案；再登录还是同一个账号；都有留痕")
    void theFirstSignInOpensTheAccount() {
        var browser = signIn();
        assertThat(browser.get("/me").body()).contains("孙验证");
        assertThat(browser.get("/persons/" + person).statusCode()).isEqualTo(403);
        everything
                .sql("select id from approval.case_file where person_id <> :id limit 3")
                .param("id", person)
                .query(UUID.class)
                .list()
                .forEach(another -> assertThat(browser.get("/cases/" + another).statusCode())
                        .isEqualTo(404));
        signIn();
        assertThat(count("select count(*) from access.account where person_id = :id", person))
                .isOne();
        assertThat(count("""
                        select count(*) from audit.trail t join access.account a on a.id = t.subject
                        where a.person_id = :id and t.act = 'OpenOwnAccount' and t.done
                        """, person)).isOne();
    }

    @Test
    @DisplayName("没有档案的号码、手机不对的号码、已故的人：状态、去向、页面一字不差，验证码填什么都不对")
    void nobodyLearnsWhoThereIs() {
        var known = ask(number.value(), PHONE);
        var stranger = ask(Files.number().value(), PHONE);
        var otherPhone = ask(number.value(), "13900000001");
        everything
                .sql(
                        "update person.person set status = 'DECEASED', status_on = '2026-01-01', status_ground = '户口注销' where id = :id")
                .param("id", person)
                .update();
        var dead = ask(number.value(), PHONE);
        for (var asked : new Asked[] {stranger, otherPhone, dead}) {
            assertThat(asked.answer().statusCode())
                    .isEqualTo(known.answer().statusCode())
                    .isEqualTo(303);
            assertThat(asked.answer().headers().firstValue("Location"))
                    .isEqualTo(known.answer().headers().firstValue("Location"));
            assertThat(plain(asked)).isEqualTo(plain(known));
            assertThat(enter(asked, asked.code()).body()).contains("验证码不对");
            assertThat(asked.browser().get("/me").statusCode()).isEqualTo(302);
        }
    }

    @Test
    @DisplayName("一个验证码填错五次即作废，之后填对也没有用；换一个浏览器填也没有用；用过的不能再用")
    void aCodeIsGoodForFewTriesOneUseAndOneBrowser() {
        var asked = ask(number.value(), PHONE);
        var other = ask(number.value(), PHONE);
        assertThat(enter(other, asked.code().equals(other.code()) ? "000000" : asked.code())
                        .body())
                .contains("验证码不对");
        var wrong = asked.code().equals("123456") ? "654321" : "123456";
        for (int i = 0; i < 5; i++) {
            assertThat(enter(asked, wrong).body()).contains("验证码不对");
        }
        assertThat(enter(asked, asked.code()).body()).contains("请重新获取");
        assertThat(enter(other, other.code()).statusCode()).isEqualTo(303);
        assertThat(enter(other, other.code()).statusCode())
                .as("the cookie is gone")
                .isEqualTo(422);
    }

    @Test
    @DisplayName("过了五分钟，验证码作废；库里没有验证码本身")
    void aCodeIsGoodForFiveMinutes() throws SQLException {
        var asked = ask(number.value(), PHONE);
        assertThat(everything
                        .sql("select code_hash from access.sms_code where person_id = :id")
                        .param("id", person)
                        .query(String.class)
                        .single())
                .hasSize(64)
                .doesNotContain(asked.code());
        try (var connection = new Superuser(program).connect();
                var late = connection.prepareStatement("""
                        update access.sms_code set expires_at = expires_at - interval '5 minutes' where person_id = ?
                        """)) {
            late.setObject(1, person);
            assertThat(late.executeUpdate()).isOne();
        }
        assertThat(enter(asked, asked.code()).body()).contains("请重新获取");
    }

    @Test
    @DisplayName("一个号码一小时只发五次，有档案没档案都一样；第六次 429，写明等多久")
    void aNumberIsSentSoManyCodes() {
        var stranger = Files.number().value();
        for (int i = 0; i < 5; i++) {
            assertThat(ask(number.value(), "1390000100" + i).answer().statusCode())
                    .isEqualTo(303);
            assertThat(ask(stranger, "1390000200" + i).answer().statusCode()).isEqualTo(303);
        }
        var known = ask(number.value(), PHONE).answer();
        var unknown = ask(stranger, PHONE).answer();
        assertThat(known.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(429);
        assertThat(known.headers().firstValue("Retry-After")).isPresent();
        assertThat(known.body()).contains("获取验证码的次数太多");
    }

    @Test
    @DisplayName("一个号码一天只能填错二十次，换多少个验证码都一样")
    void wrongCodesOfANumberAreCountedOverAllItsCodes() {
        Asked last = null;
        for (int round = 0; round < 5; round++) {
            last = ask(number.value(), PHONE);
            var wrong = last.code().equals("123456") ? "654321" : "123456";
            for (int i = 0; i < 4; i++) {
                enter(last, wrong);
            }
        }
        assertThat(enter(java.util.Objects.requireNonNull(last), last.code()).statusCode())
                .isEqualTo(429);
    }

    @Test
    @DisplayName("接通短信时：对得上的发一条，写明服务站；对不上的写了又撤，一条不留")
    void theCodeLeavesForThePhoneOfTheFileOnly() {
        var door = door();
        var sent = Ids.next();
        var undone = Ids.next();
        transactions.write(new Actor.Visitor(), () -> {
            assertThat(door.find(number.value(), PHONE)).contains(person);
            assertThat(door.find(number.value(), "13900000001")).isEmpty();
            door.send(sent, number.value(), PHONE, "024680", Duration.ofMinutes(5));
            transactions.undone(
                    () -> door.send(undone, Files.number().value(), PHONE, "135790", Duration.ofMinutes(5)));
            return true;
        });
        assertThat(count(
                        "select count(*) from notice.outbox where record_id = :id and template = 'code.sign-in'",
                        undone))
                .isZero();
        var row = everything
                .sql("select id, text_sealed, shown_as from notice.outbox where record_id = :id")
                .param("id", sent)
                .query()
                .singleRow();
        var text =
                program.getBean(Vault.class).open(Outbox.TEXT, (UUID) row.get("id"), (byte[]) row.get("text_sealed"));
        assertThat(text).contains("024680", "5分钟", "服务站").doesNotContain("http");
        assertThat(row).containsEntry("shown_as", "139****0000");
        everything
                .sql("update notice.outbox set state = 'DROPPED', text_sealed = null where record_id = :id")
                .param("id", sent)
                .update();
    }

    /** As an installation with a gateway has it. */
    private VeteransDoor door() {
        var vault = program.getBean(Vault.class);
        var notices = TestNotices.with(
                program.getBean(JdbcClient.class),
                vault,
                program.getBean(Clock.class),
                channel -> channel == Channel.SMS);
        return new VeteransDoor(
                everything, vault, notices, program.getBean(UnitDirectory.class), program.getBean(Desks.class));
    }

    private Browser signIn() {
        var asked = ask(number.value(), PHONE);
        assertThat(enter(asked, asked.code()).statusCode()).isEqualTo(303);
        return asked.browser();
    }

    private Asked ask(String citizen, String phone) {
        var browser = new Browser(port);
        var answer = browser.post("/sign-in/sms", Map.of("citizen", citizen, "phone", phone));
        var shown = SHOWN.matcher(
                answer.statusCode() == 303 ? browser.get("/sign-in/sms/code").body() : "");
        return new Asked(browser, answer, shown.find() ? shown.group(1) : "");
    }

    private static HttpResponse<String> enter(Asked asked, String code) {
        return asked.browser().post("/sign-in/sms/code", new HashMap<>(Map.of("code", code)));
    }

    /** The second page, without what differs from visit to visit. */
    private static String plain(Asked asked) {
        return asked.browser().get("/sign-in/sms/code").body().replaceAll("value=\"[^\"]*\"", "");
    }

    private long count(String sql, UUID id) {
        return everything.sql(sql).param("id", id).query(Long.class).single();
    }
}

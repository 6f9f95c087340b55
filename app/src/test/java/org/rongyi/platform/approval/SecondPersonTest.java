package org.rongyi.platform.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.access.client.ApproveClient;
import org.rongyi.platform.access.client.RegisterClient;
import org.rongyi.platform.access.client.RevokeClient;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.SecretWords;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.database.BusinessClock;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.ClientScope;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.CalendarYear;
import org.rongyi.platform.policy.SpecialDay;
import org.rongyi.platform.policy.StatutoryHolidays;
import org.rongyi.platform.policy.calendar.LoadCalendar;
import org.rongyi.platform.policy.calendar.RefuseCalendar;
import org.rongyi.platform.policy.change.NewValue;
import org.rongyi.platform.policy.change.ProposeChange;
import org.rongyi.platform.policy.change.RefuseChange;
import org.rongyi.platform.policy.change.WithdrawChange;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("等第二个人的：首页看得到；过了期限没有人办，上省级负责人的督办清单")
class SecondPersonTest {

    private static final int LONG_AGO = 30;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Acts acts;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private Map<String, Personas.Entry> personas = Map.of();

    @BeforeEach
    void county() {
        personas = TestCounty.ensure(program);
    }

    @Test
    @DisplayName("接口用户：登记当天安全管理员的首页就有；五个工作日没批准，省级负责人督办，点得开、改不了；办了就不再挂")
    void aClientThatNobodyApproves() {
        var system = TestCounty.office(program, "admin");
        var security = TestCounty.office(program, "anquan");
        var command = new RegisterClient.Command(
                CommandId.fresh(system),
                "等批准的系统",
                "某公司，李工，0758-3300000",
                "取办件进度",
                system.unitCode(),
                Set.of(ClientScope.CASE_STATE),
                60,
                1000);
        var id = ((RegisterClient.Outcome.Registered)
                        acts.perform(system, program.getBean(RegisterClient.class), command))
                .subject();
        var path = "/clients/" + id;
        assertThat(Browser.signedIn(port, personas.get("anquan")).get("/").body())
                .contains("待批准", path);
        var leader = TestCounty.office(program, "shengling");
        assertThat(raised(leader)).as("今天才登记的还不督办").doesNotContain(path);
        assertThat(later(leader)).contains(path);
        assertThat(later(TestCounty.office(program, "shi"))).doesNotContain(path);
        var reading = Browser.signedIn(port, personas.get("shengling"));
        assertThat(reading.get(path).body()).contains("等批准的系统").doesNotContain("/approval\"", "/revocation");
        assertThat(acts.perform(
                        security,
                        program.getBean(ApproveClient.class),
                        new ApproveClient.Command(CommandId.fresh(security), id)))
                .isEqualTo(new ApproveClient.Outcome.Approved(id));
        assertThat(later(leader)).doesNotContain(path);
        var revoke = program.getBean(RevokeClient.class);
        assertThat(acts.perform(
                        security, revoke, new RevokeClient.Command(CommandId.fresh(security), id, "对方文件标着机密★1年")))
                .isInstanceOf(RevokeClient.Outcome.LooksSecret.class);
        acts.perform(security, revoke, new RevokeClient.Command(CommandId.fresh(security), id, "不用了"));
    }

    @Test
    @DisplayName("参数变更：五个工作日没审核，省级负责人督办；撤回了就不再挂")
    void aChangeThatNobodyDecides() {
        var maker = TestCounty.office(program, "sheng");
        var leader = TestCounty.office(program, "shengling");
        var value = new NewValue(
                "access.delegation.days",
                BigDecimal.valueOf(20),
                LocalDate.now(clock).plusYears(3),
                null,
                "测试文件",
                null,
                "试一试");
        var id = ((ProposeChange.Outcome.Proposed) acts.perform(
                        maker,
                        program.getBean(ProposeChange.class),
                        new ProposeChange.Command(CommandId.fresh(maker), value)))
                .subject();
        var path = "/policy-changes/" + id;
        assertThat(raised(leader)).doesNotContain(path);
        assertThat(later(leader)).contains(path);
        var secret = new RefuseChange.Command(CommandId.fresh(leader), id, "见机密★1年的文件");
        assertThatThrownBy(() -> acts.perform(leader, program.getBean(RefuseChange.class), secret))
                .as("自己不查的，办理时也查得到")
                .isInstanceOf(SecretWords.class);
        var page = Browser.signedIn(port, personas.get("shengling"));
        var answer = page.post(
                path + "/refuse",
                Map.of(
                        "_command", Ids.next().toString(),
                        "_post", leader.post().toString(),
                        "reason", "见机密★1年的文件"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("没有保存", "机密★");
        acts.perform(
                maker, program.getBean(WithdrawChange.class), new WithdrawChange.Command(CommandId.fresh(maker), id));
        assertThat(later(leader)).doesNotContain(path);
    }

    @Test
    @DisplayName("放假安排：五个工作日没有另一位管理员确认，省级负责人督办，看得到是哪一年、确认不了；退回了就不再挂")
    void aYearThatNobodyConfirms() {
        var system = TestCounty.office(program, "admin");
        var security = TestCounty.office(program, "anquan");
        var leader = TestCounty.office(program, "shengling");
        int year = LocalDate.now(clock).getYear() + 20;
        var entered = acts.perform(
                system,
                program.getBean(LoadCalendar.class),
                new LoadCalendar.Command(
                        CommandId.fresh(system),
                        new CalendarYear(
                                year,
                                "测试通知",
                                StatutoryHolidays.of(year).stream()
                                        .map(StatutoryHolidays.Holiday::day)
                                        .distinct()
                                        .map(day -> new SpecialDay(day, "节日", false))
                                        .toList())));
        assertThat(entered).isInstanceOf(LoadCalendar.Outcome.Loaded.class);
        var what = "没有确认放假安排：" + year + " 年";
        assertThat(raisedWhat(leader)).doesNotContain(what);
        assertThat(inAMonth(() -> raisedWhat(leader))).contains(what);
        var page = Browser.signedIn(port, personas.get("shengling"));
        assertThat(page.get("/calendar").body())
                .contains("等确认：" + year + " 年放假安排")
                .doesNotContain("/calendar/agreement", "/calendar/refusal");
        assertThat(Browser.signedIn(port, personas.get("xian")).get("/calendar").body())
                .doesNotContain("等确认：");
        var id = ((LoadCalendar.Outcome.Loaded) entered).subject();
        assertThat(acts.perform(
                        security,
                        program.getBean(RefuseCalendar.class),
                        new RefuseCalendar.Command(CommandId.fresh(security), id, "测试完了")))
                .isInstanceOf(RefuseCalendar.Outcome.Declined.class);
        assertThat(inAMonth(() -> raisedWhat(leader))).doesNotContain(what);
    }

    @Test
    @DisplayName("统一身份：登记了五个工作日没有人确认，上面的负责人督办，看得到、确认不了；不等确认的打不开")
    void anIdentityThatNobodyConfirms() {
        var system = TestCounty.office(program, "admin");
        var leader = TestCounty.office(program, "shengling");
        var whose = TestCounty.besides(program, TestCounty.office(program, "xian"), Role.OFFICER);
        var path = "/accounts/" + whose.account() + "/identity";
        var reading = Browser.signedIn(port, personas.get("shengling"));
        assertThat(reading.get(path).statusCode()).isEqualTo(404);
        transactions.write(
                system,
                () -> as(whose.account())
                        .sql("""
                        insert into access.identity (id, issuer, subject, account_id, linked_at, waiting, proposed_by)
                        values (:id, 'https://issuer.test', :id::text, :account, :at, true, :by)
                        """)
                        .param("id", Ids.next())
                        .param("account", whose.account())
                        .param("at", OffsetDateTime.now(clock))
                        .param("by", system.account())
                        .update());
        assertThat(raised(leader)).doesNotContain(path);
        assertThat(later(leader)).contains(path);
        assertThat(later(TestCounty.office(program, "shi"))).doesNotContain(path);
        assertThat(later(TestCounty.office(program, "juzhang"))).doesNotContain(path);
        transactions.write(
                system,
                () -> as(whose.account())
                        .sql("delete from access.identity where account_id = :account")
                        .param("account", whose.account())
                        .update());
    }

    @Test
    @DisplayName("统一身份：别处等得更久的再多，也不把自己下面的挤出清单")
    void whatWaitsElsewhereHidesNothing() {
        var system = TestCounty.office(program, "admin");
        var whose = TestCounty.besides(program, TestCounty.office(program, "xian"), Role.OFFICER);
        var administrator = TestCounty.besides(program, TestCounty.office(program, "xian"), Role.SYSTEM_ADMIN);
        var city = TestCounty.office(program, "shi");
        var leader = TestCounty.besides(program, city, Role.LEADER);
        var found = new ArrayList<OtherRaised.Line>();
        transactions.write(system, () -> {
            transactions.undone(() -> {
                for (int i = 0; i < 55; i++) {
                    waits(TestCounty.office(program, "cun").account(), system, 60);
                }
                waits(whose.account(), administrator, LONG_AGO);
                found.addAll(program.getBean(RaisedApprovals.class).raised(leader));
            });
            return true;
        });
        assertThat(found)
                .extracting(OtherRaised.Line::path)
                .containsExactly("/accounts/" + whose.account() + "/identity");
    }

    /** Its rows may be written, says the second lock. */
    private JdbcClient as(java.util.UUID account) {
        jdbc.sql("select set_config('rongyi.whose', :account, true)")
                .param("account", account.toString())
                .query()
                .singleRow();
        return jdbc;
    }

    private void waits(java.util.UUID account, Actor.Office by, int days) {
        as(account)
                .sql("""
                        insert into access.identity (id, issuer, subject, account_id, linked_at, waiting, proposed_by)
                        values (:id, 'https://issuer.test/' || :id::text, :id::text, :account, :at, true, :by)
                        """)
                .param("id", Ids.next())
                .param("account", account)
                .param("at", OffsetDateTime.now(clock).minusDays(days))
                .param("by", by.account())
                .update();
    }

    private List<String> raisedWhat(Actor.Office reader) {
        return transactions.read(
                reader,
                () -> program.getBean(RaisedApprovals.class).raised(reader).stream()
                        .map(OtherRaised.Line::what)
                        .toList());
    }

    /** As the province's leaders see it some weeks later. */
    private List<String> later(Actor.Office reader) {
        return inAMonth(() -> raised(reader));
    }

    private List<String> inAMonth(Supplier<List<String>> work) {
        var answer = new AtomicReference<List<String>>(List.of());
        BusinessClock.at(clock.instant().plus(Duration.ofDays(LONG_AGO)), () -> answer.set(work.get()));
        return answer.get();
    }

    private List<String> raised(Actor.Office reader) {
        return transactions.read(
                reader,
                () -> program.getBeansOfType(OtherRaised.class).values().stream()
                        .flatMap(one -> one.raised(reader).stream())
                        .map(OtherRaised.Line::path)
                        .toList());
    }
}

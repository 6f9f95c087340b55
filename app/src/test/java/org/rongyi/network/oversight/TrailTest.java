package org.rongyi.network.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.network.organisation.Offices;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Assurance;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.kernel.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("留痕查询：审计员看本辖区，没有单位的只给省级审计员")
class TrailTest {

    private static final String UNITLESS = "select count(*) from audit.trail where unit_code is null";
    private static final Trail.Filter ALL = filter(null, null, null, "", null);

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Trail trail;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private Transactions transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    private Actor.Office auditor;
    private Actor.Office clerk;
    private Actor.Office neighbour;

    @BeforeEach
    void county() {
        auditor = TestCounty.office(program, "shenji");
        clerk = TestCounty.office(program, "cun");
        neighbour = TestCounty.office(program, "cun2");
    }

    @Test
    @DisplayName("公众、登录、本人的留痕：省级审计员看得到，省级干部、管理员、县级审计员都看不到")
    void rowsOfNoUnitAreTheProvincesAuditorsAlone() {
        note(new Actor.Visitor(), "SignIn", null, "Wrong", false);
        long all = everything.sql(UNITLESS).query(Long.class).single();
        assertThat(all).isPositive();
        assertThat(unitless(auditor)).isEqualTo(all);
        for (var other : List.of(
                TestCounty.office(program, "sheng"),
                TestCounty.office(program, "shengling"),
                TestCounty.office(program, "admin"),
                Offices.of(Role.AUDITOR, 441200000000L),
                Offices.of(Role.AUDITOR, clerk.unitCode().value()),
                clerk)) {
            assertThat(unitless(other)).as(other.name() + " " + other.role()).isZero();
        }
        assertThat(unitless(new Actor.Visitor())).isZero();
    }

    @Test
    @DisplayName("亲属代办人、接口用户各叫各的，不说成公众")
    void everyKindOfActorHasItsName() {
        var kin = new Actor.Kin(
                UUID.randomUUID(), "王代办", UUID.randomUUID(), UUID.randomUUID(), "配偶", Set.of(), Assurance.CHECKED);
        var client = new Actor.Client(UUID.randomUUID(), "民政接口", Scope.NOTHING, Set.of());
        var byKin = note(kin, "KindOfKin", null, "Done", true);
        var byClient = note(client, "KindOfClient", null, "Done", true);
        var byVisitor = note(new Actor.Visitor(), "KindOfVisitor", null, "Done", true);
        assertThat(transactions
                        .read(auditor, () -> trail.find(byKin))
                        .orElseThrow()
                        .actorKind())
                .isEqualTo("亲属代办人");
        assertThat(transactions
                        .read(auditor, () -> trail.find(byClient))
                        .orElseThrow()
                        .actorKind())
                .isEqualTo("接口用户");
        assertThat(transactions
                        .read(auditor, () -> trail.find(byVisitor))
                        .orElseThrow()
                        .actorKind())
                .isEqualTo("公众");
    }

    @Test
    @DisplayName("辖区外的一条也没有，用编号直接找也没有")
    void anAuditorSeesHisTerritory() {
        var mine = note(clerk, "SetAttention", UUID.randomUUID(), "Set", true);
        var other = note(neighbour, "SetAttention", UUID.randomUUID(), "Set", true);
        var villageAuditor = Offices.of(Role.AUDITOR, clerk.unitCode().value());
        var seen = everything(villageAuditor, ALL);
        assertThat(seen).extracting(Trail.Entry::id).contains(mine).doesNotContain(other);
        assertThat(transactions.read(villageAuditor, () -> trail.find(mine))).isPresent();
        assertThat(transactions.read(villageAuditor, () -> trail.find(other))).isEmpty();
        assertThat(everything(auditor, ALL)).extracting(Trail.Entry::id).contains(mine, other);
        assertThat(everything(auditor, filter(clerk.unitCode(), null, null, "", null)))
                .extracting(Trail.Entry::id)
                .contains(mine)
                .doesNotContain(other);
    }

    @Test
    @DisplayName("按人、按记录、按事项、按结果、按日期，各找到各的")
    void eachWayOfAskingFindsItsOwn() {
        var record = UUID.randomUUID();
        var done = note(clerk, "CloseUnit", record, "Closed", true);
        var refused = note(neighbour, "CloseUnit", null, "StaffInForce", false);
        assertThat(ids(filter(null, List.of(clerk.account()), null, "CloseUnit", null)))
                .containsExactly(done);
        assertThat(ids(filter(null, List.of(clerk.account(), neighbour.account()), null, "CloseUnit", null)))
                .containsExactly(refused, done);
        assertThat(ids(filter(null, null, record, "", null))).containsExactly(done);
        assertThat(ids(filter(null, null, null, "CloseUnit", false)))
                .contains(refused)
                .doesNotContain(done);
        assertThat(ids(filter(null, null, null, "CloseUnit", true)))
                .contains(done)
                .doesNotContain(refused);
        var day = everything(auditor, filter(null, null, record, "", null))
                .getFirst()
                .at()
                .atZoneSameInstant(java.time.ZoneId.of("Asia/Shanghai"))
                .toLocalDate();
        assertThat(ids(onDays(record, day, day))).containsExactly(done);
        assertThat(ids(onDays(record, day.plusDays(1), null))).isEmpty();
        assertThat(ids(onDays(record, null, day.minusDays(1)))).isEmpty();
    }

    @Test
    @DisplayName("用户名、姓名都找得到人；没有的人是空的")
    void peopleAreFoundByUserNameAndName() {
        assertThat(accounts("cun")).contains(clerk.account());
        assertThat(accounts(clerk.name())).contains(clerk.account());
        assertThat(accounts("没有这个人")).isEmpty();
    }

    @Test
    @DisplayName("翻页不漏不重，最近的在前")
    void pagesFollowEachOther() {
        for (int i = 0; i < Trail.PAGE + 3; i++) {
            note(clerk, "ChangeUnit", null, "Stale", false);
        }
        var filter = filter(clerk.unitCode(), null, null, "ChangeUnit", null);
        var all = everything(auditor, filter);
        assertThat(all).hasSizeGreaterThan(Trail.PAGE);
        assertThat(all).extracting(Trail.Entry::at).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        var paged = new HashSet<UUID>();
        @Nullable String next = "";
        while (next != null) {
            var after = Cursor.parse(next, java.time.OffsetDateTime::parse);
            var slice = transactions.read(auditor, () -> trail.page(auditor, filter, after));
            slice.rows().forEach(row -> assertThat(paged.add(row.id())).isTrue());
            next = slice.next();
        }
        assertThat(paged).hasSameSizeAs(all);
    }

    private List<UUID> accounts(String text) {
        return transactions.read(auditor, () -> trail.findAccounts(text)).orElseThrow();
    }

    private List<UUID> ids(Trail.Filter filter) {
        return everything(auditor, filter).stream().map(Trail.Entry::id).toList();
    }

    private List<Trail.Entry> everything(Actor.Office reader, Trail.Filter filter) {
        return transactions.read(reader, () -> {
            var read = new java.util.ArrayList<Trail.Entry>();
            trail.each(reader, filter, read::add);
            return List.copyOf(read);
        });
    }

    private long unitless(Actor reader) {
        return transactions.read(
                reader, () -> jdbc.sql(UNITLESS).query(Long.class).single());
    }

    private UUID note(Actor actor, String act, @Nullable UUID subject, String outcome, boolean done) {
        transactions.write(actor, () -> {
            audit.record(actor, new AuditTrail.Entry(act, subject, outcome, done));
            return true;
        });
        return everything
                .sql("select id from audit.trail where act = :act order by at desc, id desc limit 1")
                .param("act", act)
                .query(UUID.class)
                .single();
    }

    private static Trail.Filter filter(
            @Nullable DivisionCode unit,
            @Nullable List<UUID> accounts,
            @Nullable UUID subject,
            String act,
            @Nullable Boolean done) {
        return new Trail.Filter(unit, accounts, subject, null, act, null, null, done);
    }

    private static Trail.Filter onDays(UUID subject, @Nullable LocalDate from, @Nullable LocalDate to) {
        return new Trail.Filter(null, null, subject, null, "", from, to, null);
    }
}

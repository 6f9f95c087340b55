package org.rongyi.care.fund.raising;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.LookAgain;
import org.rongyi.RongyiTest;
import org.rongyi.care.fund.Gift;
import org.rongyi.care.fund.Lot;
import org.rongyi.care.fund.PaymentOffice;
import org.rongyi.care.fund.ReceiveGift;
import org.rongyi.care.fund.TestServices;
import org.rongyi.care.fund.ledger.LedgerCheck;
import org.rongyi.care.fund.raising.DisclosureTerms.Kind;
import org.rongyi.care.fund.raising.DisclosureTerms.Term;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.approval.OtherRaised;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.database.BusinessClock;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.Words;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("募捐提前结束、延长：一人凭文件提出、另一人核定；公开的期限从新的结束日期算，公开页看得到")
class PlanEndTest extends PaymentOffice {

    @Autowired
    private PlanEnds ends;

    @Autowired
    private RaisingPlans plans;

    @Autowired
    private DueDisclosures due;

    @Autowired
    @Qualifier("job")
    private DataSource source;

    @LocalServerPort
    private int port;

    private Actor.Office deputy;
    private UUID fund;
    private UUID plan;

    @BeforeEach
    void aPlanOfAMonth() {
        deputy = colleague("副局长", Role.LEADER);
        fund = fundOf(chief, licensed());
        plan = registered("助学", today.minusDays(10), today.plusDays(30));
    }

    private UUID registered(String title, LocalDate starts, LocalDate until) {
        var wanted = new RaisingPlan(
                id(),
                id(),
                title,
                starts,
                until,
                "怀集县",
                "资助老兵",
                List.of(RaisingPlan.Way.ONSITE),
                "演示负责人",
                "用于相近的项目",
                false,
                new RaisingPlan.Filing("备案" + id(), starts));
        var outcome =
                perform(officer, RegisterPlan.class, new RegisterPlan.Command(CommandId.fresh(officer), fund, wanted));
        assertThat(outcome).isInstanceOf(RegisterPlan.Outcome.Registered.class);
        return ((RegisterPlan.Outcome.Registered) outcome).subject();
    }

    @Test
    @DisplayName("提出以后期限不变；另一位负责人核定了才变，以前的日期留着；行摘要都对得上")
    void anotherOneConfirms() throws SQLException {
        assertThat(finalDue()).isEqualTo(today.plusDays(30).plusMonths(3));
        var early = proposed(chief, today.plusDays(3));
        assertThat(finalDue()).as("还没有核定").isEqualTo(today.plusDays(30).plusMonths(3));
        assertThat(propose(officer, today.plusDays(5), today))
                .isInstanceOf(ProposePlanEnd.Outcome.AlreadyProposed.class);
        assertThat(answer(chief, early, true, "")).isInstanceOf(ConfirmPlanEnd.Outcome.OwnProposal.class);
        assertThat(answer(standingIn(deputy, chief), early, true, ""))
                .isInstanceOf(ConfirmPlanEnd.Outcome.OwnProposal.class);
        assertThat(answer(provinceLeader, early, true, "")).isInstanceOf(ConfirmPlanEnd.Outcome.NotFound.class);
        assertThat(raised()).as("今天才提出").doesNotContain("/plans/" + plan + "/end");
        assertThat(raisedInAMonth()).contains("/plans/" + plan + "/end");
        assertThat(answer(deputy, early, true, "")).isEqualTo(new ConfirmPlanEnd.Outcome.Changed(early));
        assertThat(raisedInAMonth()).doesNotContain("/plans/" + plan + "/end");
        assertThat(answer(deputy, early, true, "")).isInstanceOf(ConfirmPlanEnd.Outcome.AlreadyAnswered.class);
        assertThat(endsOn()).isEqualTo(today.plusDays(3));
        assertThat(finalDue()).isEqualTo(today.plusDays(3).plusMonths(3));

        var longer = proposed(officer, today.plusDays(400));
        assertThat(answer(chief, longer, true, "")).isInstanceOf(ConfirmPlanEnd.Outcome.Changed.class);
        assertThat(finalDue()).isEqualTo(today.plusDays(400).plusMonths(3));
        assertThat(terms()).as("超过半年的要定期公开").anyMatch(term -> term.kind() == Kind.PERIODIC);
        assertThat(transactions.read(chief, () -> ends.published(fund)))
                .extracting(PlanEnds.Published::endsOn)
                .containsExactly(today.plusDays(3), today.plusDays(400));
        assertThat(findings()).noneMatch(one -> one.contains("募捐"));
    }

    @Test
    @DisplayName("没有文件、没有理由、没有改、早于开始、文件在以后、之后还有捐赠、结束以后才报的延长：都不行")
    void whatIsRefused() {
        assertThat(propose(officer, today.plusDays(30), today)).isInstanceOf(ProposePlanEnd.Outcome.SameDay.class);
        assertThat(propose(officer, today.minusDays(11), today))
                .isInstanceOf(ProposePlanEnd.Outcome.BeforeItBegan.class);
        assertThat(propose(officer, today.plusDays(3), today.plusDays(1)))
                .isInstanceOf(ProposePlanEnd.Outcome.WrongDay.class);
        assertThat(propose(officer, today.plusDays(3), today, " ", "善款够了"))
                .isInstanceOf(ProposePlanEnd.Outcome.NoPaper.class);
        assertThat(propose(officer, today.plusDays(3), today, "民备〔2026〕1 号", " "))
                .isInstanceOf(ProposePlanEnd.Outcome.NoReason.class);
        assertThat(propose(officer, today.plusDays(3), today, "民备〔2026〕1 号", "见机密★1年的文件"))
                .isInstanceOf(ProposePlanEnd.Outcome.LooksSecret.class);
        assertThat(propose(provinceOfficer, today.plusDays(3), today))
                .isInstanceOf(ProposePlanEnd.Outcome.NotFound.class);
        given(fund, Lot.Terms.FREE, Gift.Donor.PERSON, plan);
        assertThat(propose(officer, today.minusDays(1), today)).isEqualTo(new ProposePlanEnd.Outcome.GiftsAfter(today));
        var early = proposed(officer, today);
        assertThat(answer(chief, early, false, " ")).isInstanceOf(ConfirmPlanEnd.Outcome.NoReason.class);
        assertThat(answer(chief, early, false, "日期与文件不符")).isInstanceOf(ConfirmPlanEnd.Outcome.Declined.class);
        assertThat(endsOn()).isEqualTo(today.plusDays(30));
        var own = proposed(chief, today.plusDays(1));
        assertThat(answer(chief, own, false, "填错了")).isInstanceOf(ConfirmPlanEnd.Outcome.TakenBack.class);

        plan = registered("早结束的", today.minusDays(20), today.minusDays(5));
        assertThat(propose(officer, today.plusDays(9), today))
                .isEqualTo(new ProposePlanEnd.Outcome.OverBefore(today.minusDays(5)));
        assertThat(propose(officer, today.plusDays(9), today.minusDays(6)))
                .as("结束以前报的，后来才登记")
                .isInstanceOf(ProposePlanEnd.Outcome.Proposed.class);
    }

    @Test
    @DisplayName("登记捐赠时另一位正核定提前结束：等他定了再看，结束以后的不算在这个方案里")
    void aGiftThatWaitsWhileThePlanEnds() throws Exception {
        var early = proposed(officer, today.minusDays(1));
        var pool = Executors.newSingleThreadExecutor();
        try {
            var gift = transactions.write(deputy, () -> {
                funds.hold(fund);
                var started = pool.submit(this::aGiftOfToday);
                awaitLock(started);
                ends.decide(deputy, early, PlanEnds.State.CONFIRMED, null);
                program.getBean(AuditTrail.class)
                        .record(deputy, new AuditTrail.Entry("DecideForTest", null, "Done", true));
                return started;
            });
            assertThat(gift.get(30, TimeUnit.SECONDS)).isInstanceOf(ReceiveGift.Outcome.NotOfThisPlan.class);
        } finally {
            pool.shutdownNow();
        }
    }

    private ReceiveGift.Outcome aGiftOfToday() {
        var giver = new ReceiveGift.Giver(Gift.Donor.ANONYMOUS, null, false, null, null);
        return perform(
                officer,
                ReceiveGift.class,
                new ReceiveGift.Command(
                        CommandId.fresh(officer),
                        fund,
                        giver,
                        "粤财捐" + id(),
                        null,
                        Money.ofYuan(1),
                        "帮助困难老兵",
                        Lot.Terms.FREE,
                        today,
                        plan));
    }

    /** Until he waits, or has not waited at all. */
    private void awaitLock(Future<?> started) {
        var jobs = program.getBean("jobJdbc", JdbcClient.class);
        while (!started.isDone()
                && !jobs.sql("select exists (select from pg_locks where not granted)")
                        .query(Boolean.class)
                        .single()) {
            LookAgain.soon();
        }
    }

    @Test
    @DisplayName("在页面上：填错的留着；提出，首页有待核定，核定；公开页写明改到哪天、凭什么；村站打不开")
    void onTheScreen() {
        var personas = TestCounty.ensure(program);
        var clerk = Browser.signedIn(port, Objects.requireNonNull(personas.get("xian")));
        var leader = Browser.signedIn(port, Objects.requireNonNull(personas.get("juzhang")));
        var path = "/plans/" + plan + "/end";
        assertThat(clerk.get("/plans/" + plan).body()).contains(path);
        var fields = Map.of(
                "endsOn",
                today.minusDays(11).toString(),
                "document",
                "民备变更 7 号",
                "documentOn",
                today.toString(),
                "reason",
                "善款已经够了");
        var wrong = clerk.post(path, form("xian", fields));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("民备变更 7 号", "善款已经够了", "不能早于开始那天");
        var right = new HashMap<>(fields);
        right.put("endsOn", today.plusDays(2).toString());
        assertThat(clerk.post(path, form("xian", right)).statusCode()).isEqualTo(303);
        assertThat(clerk.get(path).body()).contains("等另一位负责人核定").doesNotContain("name=\"agrees\"");
        assertThat(leader.get("/").body()).contains("提前结束募捐，等您核定", path);
        var open = transactions.read(chief, () -> ends.open(plan)).orElseThrow().id();
        assertThat(leader.post("/plan-ends/" + open + "/answer", form("juzhang", Map.of("agrees", "yes")))
                        .statusCode())
                .isEqualTo(303);
        assertThat(new Browser(port)
                        .get("/open-books/" + fund + "/plans/" + plan)
                        .body())
                .contains(Words.day(today.plusDays(2)), "提前结束", "民备变更 7 号", "善款已经够了")
                .doesNotContain(officer.name());
        assertThat(leader.get(path).body()).contains("改过的", "已核定");
        assertThat(Browser.signedIn(port, Objects.requireNonNull(personas.get("cun")))
                        .get(path)
                        .statusCode())
                .isIn(403, 404);
    }

    private Map<String, String> form(String name, Map<String, String> typed) {
        var fields = new HashMap<>(typed);
        fields.put("_command", Ids.next().toString());
        fields.put("_post", TestCounty.office(program, name).post().toString());
        return fields;
    }

    private UUID proposed(Actor.Office by, LocalDate endsOn) {
        var outcome = propose(by, endsOn, today);
        assertThat(outcome).isInstanceOf(ProposePlanEnd.Outcome.Proposed.class);
        return ((ProposePlanEnd.Outcome.Proposed) outcome).subject();
    }

    private ProposePlanEnd.Outcome propose(Actor.Office by, LocalDate endsOn, LocalDate documentOn) {
        return propose(by, endsOn, documentOn, "民备变更 1 号", "善款已经够了");
    }

    private ProposePlanEnd.Outcome propose(
            Actor.Office by, LocalDate endsOn, LocalDate documentOn, String document, String reason) {
        return perform(
                by,
                ProposePlanEnd.class,
                new ProposePlanEnd.Command(CommandId.fresh(by), plan, endsOn, document, documentOn, reason));
    }

    private ConfirmPlanEnd.Outcome answer(Actor.Office by, UUID change, boolean agrees, String words) {
        return perform(
                by, ConfirmPlanEnd.class, new ConfirmPlanEnd.Command(CommandId.fresh(by), change, agrees, words));
    }

    /** What stands on the list of the city, above the bureau. */
    private List<String> raised() {
        var city = TestCounty.office(program, "shi");
        return transactions.read(
                city,
                () -> program.getBeansOfType(OtherRaised.class).values().stream()
                        .flatMap(one -> one.raised(city).stream())
                        .map(OtherRaised.Line::path)
                        .toList());
    }

    private List<String> raisedInAMonth() {
        var answer = new AtomicReference<List<String>>(List.of());
        BusinessClock.at(Instant.now().plus(Duration.ofDays(30)), () -> answer.set(raised()));
        return answer.get();
    }

    private LocalDate endsOn() {
        return transactions.read(chief, () -> plans.find(plan)).orElseThrow().endsOn();
    }

    private List<Term> terms() {
        return transactions.read(chief, () -> due.of(funds.find(fund).orElseThrow())).stream()
                .filter(term -> plan.equals(term.subject().plan()))
                .toList();
    }

    private LocalDate finalDue() {
        return terms().stream()
                .filter(term -> term.kind() == Kind.FINAL)
                .findFirst()
                .orElseThrow()
                .due();
    }

    private List<String> findings() throws SQLException {
        try (var connection = source.getConnection()) {
            return new LedgerCheck(connection, TestServices.ALL).check().first();
        }
    }
}

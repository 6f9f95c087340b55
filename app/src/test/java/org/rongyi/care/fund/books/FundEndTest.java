package org.rongyi.care.fund.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.care.fund.Commitments;
import org.rongyi.care.fund.FundKind;
import org.rongyi.care.fund.Funds;
import org.rongyi.care.fund.Gift;
import org.rongyi.care.fund.Lot;
import org.rongyi.care.fund.Lots;
import org.rongyi.care.fund.PaymentOffice;
import org.rongyi.care.fund.ReceiveGift;
import org.rongyi.care.fund.RecordIncome;
import org.rongyi.care.fund.books.Closings.Hindrance;
import org.rongyi.care.fund.giving.ProposePlatform;
import org.rongyi.care.fund.ledger.AccountKind;
import org.rongyi.care.fund.ledger.EntryKind;
import org.rongyi.care.fund.ledger.Ledger;
import org.rongyi.care.fund.ledger.Posting;
import org.rongyi.care.fund.purpose.ConfirmPurpose;
import org.rongyi.care.fund.purpose.ProposePurpose;
import org.rongyi.care.fund.purpose.PurposeChanges;
import org.rongyi.care.fund.raising.ProposePlanEnd;
import org.rongyi.care.fund.raising.RaisingPlan;
import org.rongyi.care.fund.raising.RegisterPlan;
import org.rongyi.care.fund.related.DeclareRelated;
import org.rongyi.care.fund.related.RelatedPerson;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("终止资金：没有余下的，或余下的连同限定转给同类资金；终止之后一张凭证也记不进")
class FundEndTest extends PaymentOffice {

    @Autowired
    private Closings closings;

    @Autowired
    private FundEnds ends;

    @Autowired
    private Ledger ledger;

    @Autowired
    private PurposeChanges changes;

    @Autowired
    private Statements statements;

    private Actor.Office deputy;

    @BeforeEach
    void aSecondLeader() {
        deputy = colleague("副局长", Role.LEADER);
    }

    @Test
    @DisplayName("空的资金，一人提出、另一人核定就终止；从此付不了款、收不了捐赠，硬记也记不进")
    void anEmptyFundEnds() {
        var fund = careFund();
        assertThat(propose(chief, fund, null, " ")).isInstanceOf(ProposeFundEnd.Outcome.NoReason.class);
        assertThat(propose(chief, fund, null, "并账")).isInstanceOf(ProposeFundEnd.Outcome.Proposed.class);
        assertThat(propose(officer, fund, null, "又提")).isInstanceOf(ProposeFundEnd.Outcome.AlreadyProposed.class);
        assertThat(end(chief, fund)).isInstanceOf(EndFund.Outcome.OwnProposal.class);
        assertThat(end(provinceLeader, fund)).isInstanceOf(EndFund.Outcome.NotFound.class);
        assertThat(end(deputy, fund)).isInstanceOf(EndFund.Outcome.Ended.class);
        assertThat(found(fund).closedOn()).isEqualTo(today);
        assertThat(gift(fund, "终止后", 5, Lot.Terms.FREE).getClass().getSimpleName())
                .isEqualTo("NotFound");
        assertThat(commit(grant(fund, new Money(1)))).isInstanceOf(Commitments.NoSuchFund.class);
        var plan = new RaisingPlan(fund, fund, "助学", today, today, "怀集县", "助学", List.of(), "负责人", "相近", false, null);
        assertThat(perform(officer, RegisterPlan.class, new RegisterPlan.Command(CommandId.fresh(officer), fund, plan)))
                .isInstanceOf(RegisterPlan.Outcome.FundEnded.class);
        var lines = new Posting.Lines()
                .money(AccountKind.BANK, AccountKind.NET_ASSETS, new Money(1))
                .list();
        var later = new Posting(fund, EntryKind.GIFT, "later:" + fund, today.plusYears(1), fund, null, "硬记", lines);
        assertThatThrownBy(() -> transactions.write(chief, () -> ledger.post(chief, later)))
                .hasStackTraceContaining("this fund has ended");
    }

    @Test
    @DisplayName("登记捐赠、收入时另一位正核定终止：等他定了再看，终止了就登记不了，不是出错")
    void whatComesInWhileTheFundEnds() throws Exception {
        var care = careFund();
        assertThat(whileItEnds(care, () -> gift(care, "终止时", 5, Lot.Terms.FREE)))
                .isInstanceOf(ReceiveGift.Outcome.NotFound.class);
        var budget = opened(chief, FundKind.BUDGET);
        assertThat(whileItEnds(budget, () -> income(officer, budget, RecordIncome.Kind.APPROPRIATION, 5)))
                .isInstanceOf(RecordIncome.Outcome.NotFound.class);
    }

    /** What waits for the books of a fund, and has them when it has ended. */
    private <T> T whileItEnds(UUID fund, Callable<T> coming) throws Exception {
        assertThat(propose(chief, fund, null, "并账")).isInstanceOf(ProposeFundEnd.Outcome.Proposed.class);
        var pool = Executors.newSingleThreadExecutor();
        try {
            var waited = transactions.write(deputy, () -> {
                program.getBean(Funds.class).hold(fund);
                var started = pool.submit(coming);
                awaitLock(started);
                closings.decide(deputy, closings.open(fund).orElseThrow().id(), Closings.State.CLOSED);
                ends.close(fund);
                audit.record(deputy, new AuditTrail.Entry("DecideForTest", null, "Done", true));
                return started;
            });
            return waited.get(30, TimeUnit.SECONDS);
        } finally {
            pool.shutdownNow();
        }
    }

    /** Until he waits, or has not waited at all. */
    private void awaitLock(Future<?> started) {
        var jobs = program.getBean("jobJdbc", JdbcClient.class);
        while (!started.isDone()
                && !jobs.sql("select exists (select from pg_locks where not granted)")
                        .query(Boolean.class)
                        .single()) {
            Thread.onSpinWait();
        }
    }

    @Test
    @DisplayName("还有承诺没有付、批次没有拨付：先办完；有余下的没有说转给谁、转给别类的：不行")
    void whatIsUnderWayComesFirst() {
        var fund = careFund();
        given(fund, 100, Lot.Terms.FREE);
        assertThat(propose(chief, fund, null, "并账")).isInstanceOf(ProposeFundEnd.Outcome.NobodyTakesOver.class);
        var budget = opened(chief, FundKind.BUDGET);
        assertThat(propose(chief, fund, budget, "并账")).isInstanceOf(ProposeFundEnd.Outcome.NotASuccessor.class);
        assertThat(propose(chief, fund, fund, "并账")).isInstanceOf(ProposeFundEnd.Outcome.NotASuccessor.class);
        made(fund, List.of(granted(fund, new Money(10_00))));
        assertThat(propose(chief, fund, careFund(), "并账"))
                .isEqualTo(new ProposeFundEnd.Outcome.Obstructed(List.of(
                        new Closings.InTheWay(Hindrance.UNRELEASED, 1),
                        new Closings.InTheWay(Hindrance.COMMITTED, 1))));
    }

    @Test
    @DisplayName("募捐改结束日期、捐赠改用途、换网上捐赠的页面，提出了没有核定的：终止以后核定不了，先核定或退回")
    void whatWaitsForASecondPersonComesFirst() {
        var fund = fundOf(chief, licensed());
        var gift = given(fund, new Lot.Terms("EDUCATION", null, today.minusDays(1)), Gift.Donor.PERSON, null);
        var wanted = new RaisingPlan(
                fund,
                fund,
                "助学",
                today,
                today.plusDays(30),
                "怀集县",
                "助学",
                List.of(RaisingPlan.Way.ONSITE),
                "负责人",
                "相近",
                false,
                new RaisingPlan.Filing("备案" + fund, today));
        var plan = ((RegisterPlan.Outcome.Registered) perform(
                        officer, RegisterPlan.class, new RegisterPlan.Command(CommandId.fresh(officer), fund, wanted)))
                .subject();
        assertThat(perform(
                        officer,
                        ProposePlanEnd.class,
                        new ProposePlanEnd.Command(
                                CommandId.fresh(officer), plan, today.plusDays(3), "民备变更 1 号", today, "善款够了")))
                .isInstanceOf(ProposePlanEnd.Outcome.Proposed.class);
        var form = CommandId.fresh(officer);
        attach(officer, form);
        var longer = new Lot.Terms(HARDSHIP, null, today.plusDays(100));
        assertThat(perform(
                        officer,
                        ProposePurpose.class,
                        new ProposePurpose.Command(form, gift, Money.ofYuan(100), longer, "改为帮助困难老兵", "陈丽华", today)))
                .isInstanceOf(ProposePurpose.Outcome.Proposed.class);
        assertThat(perform(
                        officer,
                        ProposePlatform.class,
                        new ProposePlatform.Command(CommandId.fresh(officer), fund, "", "撤下")))
                .isInstanceOf(ProposePlatform.Outcome.Proposed.class);
        assertThat(propose(chief, fund, null, "并账"))
                .isEqualTo(new ProposeFundEnd.Outcome.Obstructed(List.of(
                        new Closings.InTheWay(Hindrance.PLAN_CHANGING, 1),
                        new Closings.InTheWay(Hindrance.PURPOSE_CHANGING, 1),
                        new Closings.InTheWay(Hindrance.PLATFORM_CHANGING, 1))));
    }

    @Test
    @DisplayName("余下的逐笔转给接收的资金，限定不变，钱一分不差，不算它的收入")
    void whatIsLeftGoesOver() {
        var fund = careFund();
        var to = careFund();
        var bound = given(fund, 60, new Lot.Terms(HARDSHIP, null, null));
        given(fund, 40, Lot.Terms.FREE);
        propose(chief, fund, to, "并账");
        assertThat(end(deputy, fund)).isInstanceOf(EndFund.Outcome.Ended.class);

        balances(fund).forEach((kind, balance) -> {
            if (kind != AccountKind.RECEIVED && kind != AccountKind.SPENT) {
                assertThat(balance).as(kind.zh()).isZero();
            }
        });
        assertThat(lot(bound).standing().spent()).isEqualTo(Money.ofYuan(60));
        assertThat(balances(to))
                .containsEntry(AccountKind.BANK, 100_00L)
                .containsEntry(AccountKind.NET_ASSETS, -100_00L)
                .containsEntry(AccountKind.GIFT_INCOME, 0L)
                .containsEntry(AccountKind.AVAILABLE, -100_00L);
        var year = Statements.Period.ofYear(today.getYear());
        assertThat(transactions.read(chief, () -> statements.activity(to, year)))
                .extracting(Statements.Activity::earlierYearsFen, Statements.Activity::handedFen)
                .containsExactly(0L, 100_00L);
        var taken = transactions.read(chief, () -> lots.page(to, true, null)).rows();
        assertThat(taken).extracting(Lot::terms).contains(new Lot.Terms(HARDSHIP, null, null), Lot.Terms.FREE);
        assertThat(commit(grant(to, Money.ofYuan(100)))).isInstanceOf(Commitments.Done.class);
        var first = transactions.read(chief, () -> lots.uses(List.of(bound), null, 1));
        assertThat(first.rows()).extracting(Lots.Use::purpose).containsExactly(HARDSHIP);
        var uses = transactions
                .read(chief, () -> lots.uses(List.of(bound), null, 10))
                .rows();
        assertThat(transactions
                        .read(chief, () -> lots.uses(List.of(bound), Cursor.parse(first.next(), key -> key), 10))
                        .rows())
                .extracting(Lots.Use::zh)
                .containsExactly("已转入，用处接着列");
        var followed = transactions.read(chief, () -> lots.followed(bound));
        assertThat(followed.standing().spent()).as("转出去的不是支出").isEqualTo(Money.ZERO);
        assertThat(followed.standing().committed()).isEqualTo(Money.ofYuan(60));
        assertThat(followed.handed()).isEqualTo(Money.ofYuan(60));
        assertThat(followed.to()).startsWith("关爱基金");
        assertThat(uses).extracting(Lots.Use::purpose).containsExactly(HARDSHIP, "转入同类资金");
        assertThat(uses).extracting(Lots.Use::amount).containsOnly(Money.ofYuan(60));
    }

    @Test
    @DisplayName("应急救助基金：本金连同受托投资一起转，仍然动用不了")
    void thePrincipalGoesOverToo() {
        var fund = opened(provinceLeader, FundKind.EMERGENCY);
        var to = opened(provinceLeader, FundKind.EMERGENCY);
        income(provinceOfficer, fund, RecordIncome.Kind.PRINCIPAL, 1_000);
        income(provinceOfficer, fund, RecordIncome.Kind.RETURN, 10);
        assertThat(propose(provinceOfficer, fund, to, "并账")).isInstanceOf(ProposeFundEnd.Outcome.Proposed.class);
        assertThat(end(provinceLeader, fund)).isInstanceOf(EndFund.Outcome.Ended.class);
        assertThat(balances(to))
                .containsEntry(AccountKind.PRINCIPAL, -1_000_00L)
                .containsEntry(AccountKind.INVESTMENT, 1_000_00L)
                .containsEntry(AccountKind.BANK, 10_00L);
        assertThat(commit(grant(to, Money.ofYuan(11), "EMERGENCY", chief.unitCode())))
                .isInstanceOf(Commitments.Insufficient.class);
    }

    @Test
    @DisplayName("捐赠人不用自己捐的：资金终止、转到别的资金以后还是不用")
    void aGiversTiesFollowHisGift() {
        var fund = careFund();
        var to = careFund();
        var gift = given(fund, 60, Lot.Terms.FREE);
        var kin = new DeclareRelated.Command(
                CommandId.fresh(officer), fund, gift, "陈丽华", "", RelatedPerson.Relation.CHILD, "陈小华", null);
        assertThat(perform(officer, DeclareRelated.class, kin)).isInstanceOf(DeclareRelated.Outcome.Declared.class);
        propose(chief, fund, to, "并账");
        assertThat(end(deputy, fund)).isInstanceOf(EndFund.Outcome.Ended.class);
        for (var name : List.of("陈丽华", "陈小华")) {
            assertThat(commit(named(grant(to, Money.ofYuan(10)), name)))
                    .as(name)
                    .isEqualTo(new Commitments.Insufficient(Money.ZERO));
        }
        assertThat(commit(named(grant(to, Money.ofYuan(10)), "别人"))).isInstanceOf(Commitments.Done.class);
    }

    @Test
    @DisplayName("转来的钱约定的日子过了，照样可以变更用途，查得到原来是哪笔捐赠")
    void whatCameOverMayChangeItsPurpose() {
        var fund = careFund();
        var to = careFund();
        var over = new Lot.Terms("EDUCATION", null, today.minusDays(1));
        var gift = given(fund, over, Gift.Donor.PERSON, null);
        propose(chief, fund, to, "并账");
        assertThat(end(deputy, fund)).isInstanceOf(EndFund.Outcome.Ended.class);
        var taken = transactions.read(chief, () -> lots.leftOver(to, today)).getFirst();
        var form = CommandId.fresh(officer);
        attach(officer, form);
        var longer = new Lot.Terms(HARDSHIP, null, today.plusDays(100));
        var command = new ProposePurpose.Command(
                form, taken.id(), taken.standing().available(), longer, "改为帮助困难老兵", "陈丽华", today);
        var outcome = perform(officer, ProposePurpose.class, command);
        assertThat(outcome).isInstanceOf(ProposePurpose.Outcome.Proposed.class);
        var change = ((ProposePurpose.Outcome.Proposed) outcome).subject();
        assertThat(perform(
                        chief,
                        ConfirmPurpose.class,
                        new ConfirmPurpose.Command(CommandId.fresh(chief), change, true, "")))
                .isInstanceOf(ConfirmPurpose.Outcome.Changed.class);
        assertThat(transactions
                        .read(chief, () -> changes.find(change))
                        .orElseThrow()
                        .gift())
                .isEqualTo(gift);
        assertThat(lot(change).standing().available())
                .isEqualTo(taken.standing().available());
    }

    private static Commitments.Grant named(Commitments.Grant plain, String name) {
        return new Commitments.Grant(
                plain.fund(),
                plain.cause(),
                plain.purpose(),
                plain.words(),
                new Commitments.Recipient(Ids.next(), name, plain.recipient().place()),
                false,
                plain.amount(),
                plain.account());
    }

    private ProposeFundEnd.Outcome propose(Actor.Office by, UUID fund, @Nullable UUID to, String why) {
        return perform(by, ProposeFundEnd.class, new ProposeFundEnd.Command(CommandId.fresh(by), fund, to, why));
    }

    private EndFund.Outcome end(Actor.Office by, UUID fund) {
        var open = transactions.read(chief, () -> closings.open(fund)).orElseThrow();
        return perform(by, EndFund.class, new EndFund.Command(CommandId.fresh(by), open.id(), true));
    }

    private org.rongyi.care.fund.Fund found(UUID fund) {
        return transactions.read(chief, () -> funds.find(fund)).orElseThrow();
    }
}

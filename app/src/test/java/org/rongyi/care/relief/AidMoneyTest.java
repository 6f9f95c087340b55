package org.rongyi.care.relief;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.care.fund.PaymentOffice;
import org.rongyi.care.fund.payment.CancelGrant;
import org.rongyi.care.fund.recovery.DecideRecovery;
import org.rongyi.care.fund.recovery.OpenRecovery;
import org.rongyi.care.fund.recovery.RecordRepayment;
import org.rongyi.care.fund.recovery.StateOnRecovery;
import org.rongyi.care.fund.recovery.TakeBackRepayment;
import org.rongyi.insight.figures.FigureTable;
import org.rongyi.insight.figures.Period;
import org.rongyi.insight.figures.Question;
import org.rongyi.insight.figures.Recount;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("帮扶援助金额：决定的同时五级都有，解除、追回到账的同时少下去，一分不差")
class AidMoneyTest extends PaymentOffice {

    @Autowired
    private FigureTable figures;

    @Autowired
    private Recount recount;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    private HardshipCases aid;

    @BeforeEach
    void desks() {
        aid = new HardshipCases(program);
    }

    @Test
    @DisplayName("同意即计入，没有拨付也算；解除承诺的即时减去，人次不动")
    void whatIsGrantedCountsUntilItIsFreed() {
        var before = amounts();
        var grant = decided(richFund(10_000), "3000");
        assertThat(amounts()).isEqualTo(plus(before, 300_000));
        assertThat(cancel(grant)).isInstanceOf(CancelGrant.Outcome.Cancelled.class);
        assertThat(amounts()).isEqualTo(before);
        assertThat(recounted()).isEmpty();
    }

    @Test
    @DisplayName("先行帮扶给出去就计入，核定时只加多出的；没有同意的，给了的还是给了")
    void whatIsGivenFirstCountsAtOnce() {
        var before = amounts();
        var fund = richFund(10_000);
        var id = new FirstAid(program, aid).given(aid.person("先行记额"), fund, 800);
        assertThat(amounts()).isEqualTo(plus(before, 80_000));
        assertThat(recounted()).isEmpty();
        new FirstAid(program, aid).papers(id);
        aid.reviewed(id);
        aid.done(aid.county, id, task -> aid.decide(task, "3000", "", fund.toString()));
        assertThat(amounts()).isEqualTo(plus(before, 300_000));
        assertThat(recounted()).isEmpty();
    }

    @Test
    @DisplayName("决定追回的还没有少，退一次少一次，少在当初给的那个月")
    void whatComesBackIsTakenOffAsItComes() {
        var before = amounts();
        var grant = paid(decided(richFund(10_000), "3000"));
        var recovery = ordered(grant, 2_000);
        assertThat(amounts()).isEqualTo(plus(before, 300_000));
        var first = repaid(recovery, 500);
        assertThat(amounts()).isEqualTo(plus(before, 250_000));
        takenBack(recovery, first);
        assertThat(amounts()).as("登记错了，冲回").isEqualTo(plus(before, 300_000));
        assertThat(recounted()).isEmpty();
        repaid(recovery, 500);
        assertThat(amounts()).isEqualTo(plus(before, 250_000));
        repaid(recovery, 1_500);
        assertThat(amounts()).isEqualTo(plus(before, 100_000));
        assertThat(recounted()).isEmpty();
    }

    @Test
    @DisplayName("随机的一串决定、解除、拨付、追回之后，等于照办件和照账各重算一遍的数")
    void equalsTheRecordsAndTheBooks() {
        var random = new Random(37);
        var fund = richFund(100_000);
        var before = amounts();
        var mine = new ArrayList<UUID>();
        for (int i = 0; i < 8; i++) {
            var grant = decided(fund, List.of("3000", "2999", "1234.56").get(random.nextInt(3)));
            mine.add(grant);
            switch (random.nextInt(3)) {
                case 0 -> cancel(grant);
                case 1 -> repaid(ordered(paid(grant), 700), 1 + random.nextInt(700));
                default -> {}
            }
        }
        assertThat(amounts()).isEqualTo(plus(before, ofBooks(mine)));
        assertThat(recounted()).isEmpty();
    }

    /** What the entries say of these grants: promised, less what was freed and what came back. */
    private long ofBooks(List<UUID> mine) {
        return everything
                .sql("""
                select sum(case when e.kind = 'COMMIT' then l.amount else -l.amount end)
                from fund.entry e
                join fund.line l on l.entry_id = e.id and l.amount > 0 and l.lot_id is not null
                where e.kind in ('COMMIT', 'UNCOMMIT') and e.subject = any(:ids)
                   or e.kind = 'RECOVERED'
                      and e.subject in (select p.id from fund.repayment p
                                        join fund.recovery r on r.id = p.recovery_id where r.grant_id = any(:ids))
                """)
                .param("ids", mine.toArray(UUID[]::new))
                .query(Long.class)
                .single();
    }

    private UUID decided(UUID fund, String yuan) {
        var id = aid.asked(aid.person("记额" + id()));
        aid.reviewed(id);
        aid.done(aid.county, id, task -> aid.decide(task, yuan, "按实际支出", fund.toString()));
        return everything
                .sql("select id from fund.grant_made where case_id = :id")
                .param("id", id)
                .query(UUID.class)
                .single();
    }

    private CancelGrant.Outcome cancel(UUID grant) {
        return perform(cashier, CancelGrant.class, new CancelGrant.Command(CommandId.fresh(cashier), grant, "本人不要了"));
    }

    private UUID paid(UUID grant) {
        var fund = transactions.read(officer, () -> grants.find(grant)).orElseThrow();
        var batch = released(fund.fund(), List.of(grant));
        var reference = paymentsOf(batch).getFirst().reference();
        var paid = reference + ",PAID," + fund.amount().text().replace(",", "") + "," + today + ",";
        wasRead(batch, result(batch(batch).number(), List.of(paid)));
        return grant;
    }

    private UUID ordered(UUID grant, long yuan) {
        var form = CommandId.fresh(officer);
        attach(officer, form);
        var opened = perform(
                officer,
                OpenRecovery.class,
                new OpenRecovery.Command(form, grant, "FALSE_PAPERS", Money.ofYuan(yuan), "收入证明是假的"));
        var id = ((OpenRecovery.Outcome.Opened) opened).subject();
        var self = new Actor.Self(
                UUID.randomUUID(),
                "本人",
                transactions
                        .read(officer, () -> grants.find(grant))
                        .orElseThrow()
                        .person());
        acts.perform(
                self,
                program.getBean(StateOnRecovery.class),
                new StateOnRecovery.Command(CommandId.fresh(self), id, "没有瞒"));
        var leader = colleague("副局长", Role.LEADER);
        assertThat(perform(
                        leader,
                        DecideRecovery.class,
                        new DecideRecovery.Command(CommandId.fresh(leader), id, true, "查证属实")))
                .isInstanceOf(DecideRecovery.Outcome.Decided.class);
        return id;
    }

    private UUID repaid(UUID recovery, long yuan) {
        var command = new RecordRepayment.Command(CommandId.fresh(officer), recovery, Money.ofYuan(yuan), today, "回单");
        assertThat(perform(officer, RecordRepayment.class, command))
                .isInstanceOf(RecordRepayment.Outcome.Recorded.class);
        return everything
                .sql("select id from fund.repayment where recovery_id = :id order by id desc limit 1")
                .param("id", recovery)
                .query(UUID.class)
                .single();
    }

    private void takenBack(UUID recovery, UUID repayment) {
        assertThat(perform(
                        chief,
                        TakeBackRepayment.class,
                        new TakeBackRepayment.Command(CommandId.fresh(chief), recovery, repayment, "看错了回单")))
                .isInstanceOf(TakeBackRepayment.Outcome.TakenBack.class);
    }

    /** This month's 金额 from the village up to the province. */
    private List<Long> amounts() {
        var month = new Period.Month(YearMonth.from(today));
        return transactions.read(
                officer,
                () -> List.of(Level.values()).stream()
                        .map(level -> figures.total(new Question(
                                        aid.village.unitCode().at(level), List.of(AidKinds.MONEY), month, null))
                                .getFirst()
                                .times())
                        .toList());
    }

    private static List<Long> plus(List<Long> before, long fen) {
        return before.stream().map(one -> one + fen).toList();
    }

    private List<Recount.Difference> recounted() {
        return recount.run().stream()
                .filter(one -> one.kind().equals(AidKinds.MONEY))
                .toList();
    }
}

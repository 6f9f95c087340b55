package org.rongyi.care.relief;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.care.fund.BankedOffice;
import org.rongyi.care.fund.GrantState;
import org.rongyi.care.fund.TestServices;
import org.rongyi.care.fund.ledger.AccountKind;
import org.rongyi.care.fund.ledger.LedgerCheck;
import org.rongyi.care.fund.payee.ConfirmPayee;
import org.rongyi.care.fund.payee.PayeeChanges;
import org.rongyi.care.fund.payee.ProposePayee;
import org.rongyi.care.fund.payment.CancelGrant;
import org.rongyi.care.fund.payment.DissolveBatch;
import org.rongyi.care.fund.recovery.ConfirmWriteOff;
import org.rongyi.care.fund.recovery.RecordRepayment;
import org.rongyi.care.fund.recovery.TakeBackRepayment;
import org.rongyi.care.relief.CaseModel.Aid;
import org.rongyi.care.relief.CaseModel.Did;
import org.rongyi.care.relief.CaseModel.Owed;
import org.rongyi.care.relief.CaseModel.Promised;
import org.rongyi.insight.figures.Recount;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whole cases at random, from the application to what came back, beside a model that knows of each only what was decided, freed and
 * repaid: three numbers. The bank judges by its own register.
 */
@RongyiTest
@Tag("slow")
@DisplayName("整件整件地随便办，申请、补正、退回、审批、复核、先行、拨付、退汇、解除、追回、核销、慰问：账目校验、逐件另算、与银行的记录都一分不差")
class CaseStreamTest extends BankedOffice {

    private static final boolean FULL = "full".equals(System.getProperty("rongyi.dose"));
    private static final int STEPS = FULL ? 5_000 : 200;

    /** So many more at most, until each act was done. */
    private static final int MORE = STEPS;

    private static final int CHECKED_EVERY = FULL ? 500 : STEPS;
    private static final long IN = FULL ? 10_000_000 : 1_000_000;

    /** Numbers of accounts that people name in their place. */
    private static final long FRESH = 6_217_850_000_000_000_000L;

    private static final String GRANTS = """
            select m.id, m.case_id, m.state, m.amount from fund.grant_made m where m.fund_id = :fund order by m.id
            """;

    @Autowired
    private Recount recount;

    @Autowired
    private Vault vault;

    @Autowired
    private PayeeChanges changes;

    @Autowired
    @Qualifier("job")
    private DataSource source;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    private final Random random = new Random(20210304);
    private final Map<Did, Integer> did = new EnumMap<>(Did.class);
    private final List<UUID> withBank = new ArrayList<>();
    private final List<Owed> recoveries = new ArrayList<>();
    private Rescues rescues;
    private Greetings greetings;
    private Applications applications;
    private UUID fund;

    @BeforeEach
    void theDesks() {
        fund = richFund(IN);
        applications = new Applications(program, random, fund, did);
        rescues = new Rescues(program, random);
        greetings = new Greetings(program, random);
    }

    @Test
    @DisplayName("一件件随便走到哪一步，每件给了多少都与决定、解除、退回算出来的一样；应急救助、节日慰问夹在中间办")
    void atRandom() throws Exception {
        var before = findings();
        for (int step = 1; step <= STEPS || did.size() < Did.values().length && step <= STEPS + MORE; step++) {
            something();
            if (step % CHECKED_EVERY == 0) {
                same(before);
            }
        }
        answers();
        same(before);
        assertThat(did).as("每样都办过").containsOnlyKeys(Did.values());
    }

    private void something() throws IOException {
        switch (random.nextInt(20)) {
            case 0, 1 -> applications.begins();
            case 2, 3, 4, 5, 6, 7, 8 ->
                pick(applications.aids().stream().filter(Aid::isOpen).toList()).ifPresent(applications::moves);
            case 9, 10 -> batches();
            case 11 -> answers();
            case 12, 13 ->
                pick(grants(one -> one.state() == GrantState.RETURNED)).ifPresent(this::payeeIsPutRight);
            case 14 ->
                pick(grants(one -> one.state() == GrantState.WAITING || one.state() == GrantState.RETURNED))
                        .ifPresent(this::isFreed);
            case 15 -> pick(grants(one -> one.state() == GrantState.PAID)).ifPresent(this::isOwedBack);
            case 16 -> rescues.something();
            case 17 -> greetings.something();
            default ->
                pick(recoveries.stream().filter(one -> !one.over).toList()).ifPresent(this::comesBack);
        }
    }

    private void batches() throws IOException {
        var waiting = transactions.read(officer, () -> grants.waiting(fund, false, 20)).stream()
                .filter(one -> !one.held())
                .map(one -> one.id())
                .toList();
        if (waiting.isEmpty()) {
            return;
        }
        if (random.nextInt(3) == 0) {
            assertThat(dissolve(officer, made(fund, waiting))).isInstanceOf(DissolveBatch.Outcome.Dissolved.class);
            done(Did.DISSOLVED);
        }
        var batch = released(fund, waiting);
        sent(batch, letters("PPPPFHNXU"));
        wasRead(batch, answered(batch));
        withBank.add(batch);
        done(Did.BATCHED);
    }

    /** The inquiries of some accounts are over. */
    private void answers() throws IOException {
        for (var batch : List.copyOf(withBank)) {
            var number = batch(batch).number();
            bank.later(number, letters("PF"));
            read(batch, answered(batch));
            withBank.remove(batch);
            done(Did.ANSWERED_LATE);
        }
    }

    private String letters(String from) {
        var letters = new StringBuilder();
        for (int i = 0; i < 7; i++) {
            letters.append(from.charAt(random.nextInt(from.length())));
        }
        return letters.toString();
    }

    private void payeeIsPutRight(Promised grant) {
        var account = Long.toString(FRESH + did.getOrDefault(Did.PAYEE_CORRECTED, 0));
        var form = CommandId.fresh(officer);
        attach(officer, form);
        var payee = transactions
                .read(officer, () -> grants.find(grant.id()))
                .orElseThrow()
                .payee();
        var proposal = new ProposePayee.Command(form, grant.id(), payee, "建设银行怀集支行", account, "本人带存折来");
        assertThat(perform(officer, ProposePayee.class, proposal)).isInstanceOf(ProposePayee.Outcome.Proposed.class);
        var change =
                transactions.read(officer, () -> changes.ofGrant(grant.id())).getFirst();
        var confirmed = new ConfirmPayee.Command(CommandId.fresh(cashier), change.id(), account, "");
        assertThat(perform(cashier, ConfirmPayee.class, confirmed)).isInstanceOf(ConfirmPayee.Outcome.Confirmed.class);
        done(Did.PAYEE_CORRECTED);
    }

    /** What is freed is what neither the bank says it paid nor was handed over. */
    private void isFreed(Promised grant) {
        var cancel = new CancelGrant.Command(CommandId.fresh(cashier), grant.id(), "本人不要了");
        assertThat(perform(cashier, CancelGrant.class, cancel)).isInstanceOf(CancelGrant.Outcome.Cancelled.class);
        applications.of(grant.file()).freed += grant.fen() - paidByBank(grant.id());
        done(Did.FREED);
    }

    private long paidByBank(UUID grant) {
        try {
            var record = bank.record();
            return transactions.read(officer, () -> payments.ofGrants(List.of(grant))).stream()
                    .mapToLong(one -> Math.max(0, record.getOrDefault(one.reference(), 0L)))
                    .sum();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void isOwedBack(Promised grant) {
        if (recoveries.stream().anyMatch(one -> one.aid.id.equals(grant.file()))) {
            return;
        }
        long yuan = 1 + random.nextInt((int) (grant.fen() / 100));
        recoveries.add(new Owed(ordered(grant.id(), yuan), applications.of(grant.file()), yuan));
    }

    private void comesBack(Owed owed) {
        int what = random.nextInt(6);
        if (what == 0 && owed.left > 0) {
            propose(officer, owed.id, true);
            assertThat(confirm(chief, owed.id, true)).isInstanceOf(ConfirmWriteOff.Outcome.WrittenOff.class);
            owed.over = true;
            done(Did.WRITTEN_OFF);
        } else if (what < 3 && owed.last != null) {
            if (takeBack(chief, owed.id, owed.last, "看错了回单") instanceof TakeBackRepayment.Outcome.TakenBack) {
                owed.left += owed.lastYuan;
                owed.aid.back -= owed.lastYuan * 100;
                owed.last = null;
                done(Did.REPAYMENT_TAKEN_BACK);
            }
        } else if (owed.left > 0) {
            long yuan = random.nextBoolean() ? owed.left : 1 + random.nextInt((int) owed.left);
            assertThat(repay(
                            owed.id,
                            yuan,
                            today,
                            "回单 " + CommandId.fresh(officer).value()))
                    .isInstanceOf(RecordRepayment.Outcome.Recorded.class);
            owed.left -= yuan;
            owed.aid.back += yuan * 100;
            owed.lastYuan = yuan;
            owed.last = everything
                    .sql("select id from fund.repayment where recovery_id = :id order by id desc limit 1")
                    .param("id", owed.id)
                    .query(UUID.class)
                    .single();
            done(Did.REPAID);
        }
    }

    /** The check of the books, the figures recounted from the cases, and the model. */
    private void same(List<String> before) throws IOException, SQLException {
        assertThat(findings()).isEqualTo(before);
        assertThat(recount.run()).isEmpty();
        var promised = new HashMap<UUID, Long>();
        grants(one -> true).forEach(one -> promised.merge(one.file(), one.fen(), Long::sum));
        var model = new HashMap<UUID, Long>();
        applications.aids().stream().filter(one -> one.promised > 0).forEach(one -> model.put(one.id, one.promised));
        assertThat(promised).as("每件承诺了多少").isEqualTo(model);
        long stands = applications.aids().stream().mapToLong(Aid::stands).sum();
        long back = applications.aids().stream().mapToLong(one -> one.back).sum();
        assertThat(holds(fund, AccountKind.AVAILABLE))
                .isEqualTo(Money.ofYuan(IN).minus(new Money(stands)));
        long paid = assertPaymentsAreTheBanks(fund);
        long cash = applications.cash();
        assertThat(holds(fund, AccountKind.BANK)).isEqualTo(Money.ofYuan(IN).minus(new Money(paid + cash - back)));
        assertThat(holds(fund, AccountKind.SPENT)).isEqualTo(new Money(paid + cash - back));
        nothingIsSentTwice(fund);
        rescues.same();
        greetings.same();
    }

    private List<String> findings() throws SQLException {
        try (var connection = source.getConnection()) {
            return new LedgerCheck(connection, TestServices.ALL, vault).check().first();
        }
    }

    private List<Promised> grants(Predicate<Promised> which) {
        return everything
                .sql(GRANTS)
                .param("fund", fund)
                .query((row, n) -> new Promised(
                        row.getObject("id", UUID.class),
                        row.getObject("case_id", UUID.class),
                        GrantState.valueOf(row.getString("state")),
                        row.getLong("amount")))
                .list()
                .stream()
                .filter(which)
                .toList();
    }

    private <T> Optional<T> pick(List<T> from) {
        return CaseModel.pick(random, from);
    }

    private void done(Did what) {
        did.merge(what, 1, Integer::sum);
    }
}

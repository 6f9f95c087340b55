package org.rongyi.care.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.care.fund.bank.ConfirmSettlement;
import org.rongyi.care.fund.bank.ReadBankResult;
import org.rongyi.care.fund.payment.ApproveBatch;
import org.rongyi.care.fund.payment.Batch;
import org.rongyi.care.fund.payment.Grants;
import org.rongyi.care.fund.payment.MakeBatch;
import org.rongyi.care.fund.payment.Payment;
import org.rongyi.care.fund.payment.ReleaseBatch;
import org.rongyi.platform.act.Act.Outcome;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Saboteur;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Money;

@RongyiTest
@Tag("slow")
@DisplayName("许多批次、许多次中断之后，账与银行的记录分毫不差")
class BankStreamTest extends BankedOffice {

    private static final boolean FULL = "full".equals(System.getProperty("rongyi.dose"));
    private static final int ROUNDS = FULL ? 300 : 6;
    private static final int KILLS = FULL ? 200 : 8;
    private static final long IN = 1_000_000;

    /** Numbers of accounts people open meanwhile. */
    private static final long FRESH = 6_217_000_000_000_000_000L;

    private final Set<String> known = new HashSet<>();
    private final Map<String, Integer> arrived = new HashMap<>();

    @Test
    @DisplayName("账户销了、冻了、改了名、有限额，文件断在路上、重发、一周后才来、改口：银行自己判，最后逐笔、逐个账户与银行相同")
    void randomStreams() throws IOException {
        var random = new Random(20211231);
        var fund = richFund(IN);
        var sent = new ArrayList<UUID>();
        var promised = new ArrayList<UUID>();
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < 3; i++) {
                promised.add(granted(fund, new Money(1 + random.nextInt(50_000))));
            }
            for (var one : promised) {
                if (stateOf(one) == GrantState.RETURNED) {
                    putRight(random, one);
                }
            }
            var batch = released(fund, waiting(fund));
            var file = file(batch);
            customers(random, file);
            bank.take(file);
            if (random.nextInt(4) == 0) {
                bank.take(file(batch)); // once more by mistake: it pays nothing it has paid
            }
            sent.add(batch);
            bank.night();
            arrives(batch);
            for (int i = 0; i < 3; i++) {
                arrives(sent.get(random.nextInt(sent.size())));
            }
            settleAll(fund);
            nothingIsSentTwice(fund);
        }
        assertThat(arrived).as("完整的、断了的、重来的都来过").containsOnlyKeys("Read", "Broken", "ReadBefore");
        afterAWeek(fund, sent);
        assertThat(sent).extracting(one -> batch(one).state()).containsOnly(Batch.State.SETTLED);
        assertBooksAreTheBanks(fund, IN);
        var reasons = sent.stream()
                .flatMap(one -> paymentsOf(one).stream())
                .map(one -> one.result().reason())
                .toList();
        assertThat(reasons)
                .as("银行拒付的各种缘由都有过；少办几轮的，只求有拒付")
                .contains(FULL ? new String[] {"", "户名不符", "账户已销户", "超过账户收款限额", "无此账户"} : new String[] {"", "户名不符"});
    }

    private List<UUID> waiting(UUID fund) {
        return transactions.read(officer, () -> grants.waiting(fund, false, 100)).stream()
                .filter(one -> !one.held())
                .map(Grants.Grant::id)
                .toList();
    }

    /** Most have the account they named; some never had it, have it in another name, or one that takes in little. */
    private void customers(Random random, byte[] file) throws IOException {
        for (var order : BankProcess.orders(file)) {
            int one = random.nextInt(10);
            if (one > 0 && known.add(order.account())) {
                bank.open(order.account(), one == 1 ? "林国祥" : order.payee(), one == 2 ? random.nextInt(20_000) : -1);
            }
        }
    }

    /** What the bank sends is read, whole or not; of a broken file nothing is entered. */
    private void arrives(UUID batch) throws IOException {
        var seen = batch(batch);
        for (var file : bank.send(seen.number())) {
            var before = balances(seen.fund());
            var outcome = read(batch, file);
            if (!(outcome instanceof ReadBankResult.Outcome.Read)) {
                assertThat(balances(seen.fund())).isEqualTo(before);
            }
            arrived.merge(outcome.getClass().getSimpleName(), 1, Integer::sum);
        }
    }

    /** The inquiries are over, and the bank answers for all of it; until then nothing undecided was paid another way. */
    private void afterAWeek(UUID fund, List<UUID> sent) throws IOException {
        try (var later = new NextYear(program, today.plusDays(7))) {
            bank.day(later.today);
            for (var batch : sent) {
                var number = batch(batch).number();
                bank.later(number, "PF");
                var read = new ReadBankResult.Command(CommandId.fresh(officer), batch, "一周后.csv", bank.answer(number));
                assertThat(acts.perform(officer, later.bean(ReadBankResult.class), read))
                        .isInstanceOf(ReadBankResult.Outcome.Read.class);
            }
            settleAll(fund);
        }
    }

    private void settleAll(UUID fund) {
        for (var open : transactions.read(officer, () -> settlements.open(fund))) {
            propose(officer, open.payment(), open.said().paid());
            assertThat(confirm(chief, open.payment())).isInstanceOf(ConfirmSettlement.Outcome.Settled.class);
        }
    }

    /** Who was not paid goes to the bank about his account, or names another one. */
    private void putRight(Random random, UUID grant) throws IOException {
        var one = transactions.read(officer, () -> grants.find(grant)).orElseThrow();
        var account = random.nextBoolean() ? one.account() : Long.toString(FRESH + known.size());
        if (one.held() || account == null) {
            return;
        }
        known.add(account);
        bank.open(account, one.payee(), -1);
        transactions.write(officer, () -> {
            grants.direct(grant, one.payee(), one.bank(), account);
            audit.record(officer, new AuditTrail.Entry("DirectForTest", null, "Done", true));
            return true;
        });
    }

    @Test
    @DisplayName("编制、批准、拨付、登记结果，在任何一句上断了数据库连接，重来一次：不丢，不重")
    void killedAnywhere() throws IOException {
        var fund = richFund(IN);
        var random = new Random(1949);
        int killed = 0;
        for (int round = 0; killed < KILLS; round++) {
            var chosen = List.of(granted(fund, new Money(100 + round)), granted(fund, new Money(200 + round)));
            var make = new MakeBatch.Command(CommandId.fresh(officer), fund, chosen, null);
            killed += insist(random, () -> perform(officer, MakeBatch.class, make));
            var batch = ((MakeBatch.Outcome.Made) perform(officer, MakeBatch.class, make)).subject();
            var seen = batch(batch);
            var approve = new ApproveBatch.Command(CommandId.fresh(chief), batch, 2, seen.amount());
            killed += insist(random, () -> perform(chief, ApproveBatch.class, approve));
            var release = new ReleaseBatch.Command(CommandId.fresh(cashier), batch, seen.amount());
            killed += insist(random, () -> perform(cashier, ReleaseBatch.class, release));
            sent(batch, "PH");
            var result = new ReadBankResult.Command(CommandId.fresh(officer), batch, "结果.csv", answered(batch));
            killed += insist(random, () -> perform(officer, ReadBankResult.class, result));
            assertThat(paymentsOf(batch))
                    .extracting(Payment::state)
                    .containsExactly(Payment.State.PAID, Payment.State.PARTIAL);
        }
        assertBooksAreTheBanks(fund, IN);
    }

    /** Kills the connection at a random statement until the act gets through; answers how often. */
    private int insist(Random random, Supplier<Outcome> act) {
        int killed = 0;
        while (true) {
            Saboteur.arm(1 + random.nextInt(60), Saboteur.Way.KILL_CONNECTION);
            Outcome outcome = null;
            RuntimeException thrown = null;
            try {
                outcome = act.get();
            } catch (RuntimeException e) {
                thrown = e;
            }
            boolean struck = Saboteur.disarm();
            if (outcome != null) {
                assertThat(outcome).isInstanceOf(Outcome.Done.class);
                return killed;
            }
            assertThat(struck).as(String.valueOf(thrown)).isTrue();
            killed++;
        }
    }

    @Test
    @DisplayName("64 人同时把同一批承诺编批：每一笔只在一个批次里")
    void sixtyFourMakers() throws Exception {
        var fund = richFund(IN);
        var all = new ArrayList<UUID>();
        for (int i = 0; i < 12; i++) {
            all.add(granted(fund, new Money(100 + i)));
        }
        Map<String, Integer> outcomes = new HashMap<>();
        try (var pool = Executors.newFixedThreadPool(64)) {
            var makers = new ArrayList<Callable<MakeBatch.Outcome>>();
            for (int i = 0; i < 64; i++) {
                var chosen = List.of(all.get(i % 12), all.get((i * 5 + 3) % 12));
                makers.add(() -> make(officer, fund, chosen));
            }
            for (var made : pool.invokeAll(makers)) {
                outcomes.merge(made.get().getClass().getSimpleName(), 1, Integer::sum);
            }
        }
        assertThat(outcomes.keySet()).containsExactlyInAnyOrder("Made", "NotWaiting");
        var planned = transactions.read(officer, () -> payments.ofGrants(all));
        assertThat(planned).extracting(Payment::grant).doesNotHaveDuplicates();
        assertThat(all).filteredOn(one -> stateOf(one) == GrantState.IN_BATCH).hasSameSizeAs(planned);
    }
}

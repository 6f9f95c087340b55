package org.rongyi.care.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Outcome;
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

    @Test
    @DisplayName("银行随意拒付、只付一部分、拖着不答、改口、重发：最后逐笔与银行相同")
    void randomStreams() throws IOException {
        var random = new Random(20211231);
        var fund = richFund(IN);
        var sent = new ArrayList<UUID>();
        var promised = new ArrayList<UUID>();
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < 3; i++) {
                promised.add(granted(fund, new Money(1 + random.nextInt(50_000))));
            }
            promised.stream().filter(one -> stateOf(one) == GrantState.RETURNED).forEach(this::putRight);
            var waiting = transactions.read(officer, () -> grants.waiting(fund, false, 100)).stream()
                    .filter(one -> !one.held())
                    .map(Grants.Grant::id)
                    .toList();
            var batch = released(fund, waiting);
            sent(batch, fates(random));
            sent.add(batch);
            for (int i = 0; i < 3; i++) {
                something(random, sent.get(random.nextInt(sent.size())));
            }
            settleAll(fund);
        }
        for (var batch : sent) {
            bank.decide(batch(batch).number(), "PF");
            read(batch, answered(batch));
        }
        settleAll(fund);
        assertThat(sent).extracting(one -> batch(one).state()).containsOnly(Batch.State.SETTLED);
        assertBooksAreTheBanks(fund, IN);
    }

    private static String fates(Random random) {
        var fates = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            fates.append("PPFHU".charAt(random.nextInt(5)));
        }
        return fates.toString();
    }

    private void something(Random random, UUID batch) throws IOException {
        var number = batch(batch).number();
        switch (random.nextInt(3)) {
            case 0 -> bank.decide(number, fates(random));
            case 1 -> {
                var answered = paymentsOf(batch).stream()
                        .filter(one -> one.result() != null)
                        .toList();
                if (!answered.isEmpty()) {
                    var one = answered.get(random.nextInt(answered.size()));
                    bank.change(
                            one.reference(), random.nextInt(3) * one.amount().fen() / 2);
                }
            }
            default -> {}
        }
        assertThat(read(batch, answered(batch)))
                .isInstanceOfAny(ReadBankResult.Outcome.Read.class, ReadBankResult.Outcome.ReadBefore.class);
    }

    private void settleAll(UUID fund) {
        for (var open : transactions.read(officer, () -> settlements.open(fund))) {
            propose(officer, open.payment(), open.said().paid());
            assertThat(confirm(chief, open.payment())).isInstanceOf(ConfirmSettlement.Outcome.Settled.class);
        }
    }

    private void putRight(UUID grant) {
        transactions.write(officer, () -> {
            var one = grants.find(grant).orElseThrow();
            if (!one.held()) {
                grants.direct(grant, one.payee(), one.bank(), one.account());
                audit.record(officer, new AuditTrail.Entry("DirectForTest", null, "Done", true));
            }
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

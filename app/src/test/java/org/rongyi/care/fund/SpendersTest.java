package org.rongyi.care.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.care.fund.ledger.AccountKind;
import org.rongyi.platform.kernel.Money;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@Tag("slow")
@DisplayName("许多人同时用一笔钱：一分也不多出")
class SpendersTest extends FundOffice {

    private static final int SPENDERS = 64;

    /** What the accounts say beside what the lines and the sources add up to. */
    private static final String DIFFERENCES = """
            select a.kind
            from fund.account a
            where a.fund_id = :fund
              and (a.balance <> coalesce((select sum(l.amount) from fund.line l where l.account_id = a.id), 0)
                   or a.kind = 'AVAILABLE' and -a.balance <> (select coalesce(sum(s.available), 0) from fund.lot s
                                                              where s.fund_id = a.fund_id))
            """;

    @Autowired
    private JdbcClient jdbc;

    @Test
    @DisplayName("64 人同时各承诺 70.01 元，账上够 40 人的：恰好 40 人成，其余说不够，账分毫不差")
    void sixtyFourSpendersOfOneFund() throws Exception {
        var fund = careFund();
        var each = new Money(7_001);
        for (int i = 0; i < 8; i++) {
            given(fund, 351, i % 2 == 0 ? Lot.Terms.FREE : new Lot.Terms(HARDSHIP, null, null));
        }
        int enough = 8 * 35_100 / 7_001;
        var done = atOnce(() -> commit(grant(fund, each)));
        assertThat(done.get(Commitments.Done.class.getSimpleName())).isEqualTo(enough);
        assertThat(done.get(Commitments.Insufficient.class.getSimpleName())).isEqualTo(SPENDERS - enough);
        assertThat(balances(fund)).containsEntry(AccountKind.COMMITTED, -each.fen() * enough);
        assertThat(differences(fund)).isEmpty();
    }

    @Test
    @DisplayName("捐赠、承诺、冲回混在一起，多人同时：任何时候收到的 = 可用 + 已承诺，没有一笔来源透支")
    void randomStreamsKeepTheSum() throws Exception {
        var fund = careFund();
        int rounds = "full".equals(System.getProperty("rongyi.dose")) ? 2_000 : 6;
        var random = new Random(20210623);
        for (int round = 0; round < rounds; round++) {
            long seed = random.nextLong();
            atOnce(8, () -> step(fund, new Random(seed ^ Thread.currentThread().threadId())));
        }
        assertThat(differences(fund)).isEmpty();
        var balances = balances(fund);
        assertThat(balances.get(AccountKind.RECEIVED))
                .isEqualTo(-balances.get(AccountKind.AVAILABLE) - balances.get(AccountKind.COMMITTED));
    }

    private Object step(UUID fund, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> given(fund, 1 + random.nextInt(100), Lot.Terms.FREE);
            case 1 ->
                transactions.read(chief, () -> journal.page(fund, null)).rows().stream()
                        .filter(entry -> entry.kind().isReversibleByItself())
                        .findFirst()
                        .map(entry -> (Object) reverse(chief, entry.id()))
                        .orElse("none");
            default -> commit(grant(fund, new Money(1 + random.nextInt(9_000))));
        };
    }

    private Map<String, Integer> atOnce(Callable<?> work) throws Exception {
        return atOnce(SPENDERS, work);
    }

    private static Map<String, Integer> atOnce(int many, Callable<?> work) throws Exception {
        try (var pool = Executors.newFixedThreadPool(many)) {
            var started = new ArrayList<java.util.concurrent.Future<?>>();
            for (int i = 0; i < many; i++) {
                started.add(pool.submit(work));
            }
            var counts = new java.util.HashMap<String, Integer>();
            for (var future : started) {
                counts.merge(future.get().getClass().getSimpleName(), 1, Integer::sum);
            }
            return counts;
        }
    }

    private java.util.List<String> differences(UUID fund) {
        return jdbc.sql(DIFFERENCES).param("fund", fund).query(String.class).list();
    }
}

package org.rongyi.care.relief;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.rongyi.care.fund.Lot;
import org.rongyi.care.fund.RecordIncome;
import org.rongyi.care.relief.emergency.EmergencyCases;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.approval.TaskOutcome;
import org.rongyi.platform.approval.route.Position.Verdict;
import org.rongyi.platform.kernel.Money;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Emergency aid at random for {@link CaseStreamTest}: asked for, brought to the province, paid or refused there. */
final class Rescues {

    private static final long YUAN = 10_000;

    private final Random random;
    private final EmergencyCases desks;
    private final JdbcClient everything;

    /** What each case was granted in fen; of those that wait for the province nothing yet, of those refused nothing ever. */
    private final Map<UUID, Long> granted = new LinkedHashMap<>();

    private int names;

    Rescues(ApplicationContext program, Random random) {
        this.random = random;
        this.desks = new EmergencyCases(program);
        this.everything = program.getBean("jobJdbc", JdbcClient.class);
    }

    void something() {
        var waiting = granted.entrySet().stream()
                .filter(one -> one.getValue() < 0)
                .map(Map.Entry::getKey)
                .toList();
        if (waiting.isEmpty() || random.nextInt(3) == 0) {
            var id = desks.asked("流水急" + ++names);
            desks.toTheProvince(id, Long.toString(YUAN));
            granted.put(id, -1L);
            return;
        }
        var id = waiting.get(random.nextInt(waiting.size()));
        boolean pays = random.nextInt(3) > 0;
        var answer = EmergencyCases.answer(
                desks.province, desks.open(id).id(), pays ? Verdict.AGREE : Verdict.AGAINST, Map.of());
        if (desks.<TaskOutcome>perform(desks.province, answer) instanceof TaskOutcome.Done) {
            granted.put(id, pays ? YUAN * 100 : 0);
            if (pays) {
                refill(id);
            }
        }
    }

    /** As much return as was set aside: others find the fund as it was. */
    private void refill(UUID id) {
        var fund = everything
                .sql("select fund_id from fund.grant_made where case_id = :id")
                .param("id", id)
                .query(UUID.class)
                .single();
        var income = new RecordIncome.Command(
                CommandId.fresh(desks.province),
                fund,
                RecordIncome.Kind.RETURN,
                "收益",
                "入账通知 " + id,
                Money.ofYuan(YUAN),
                desks.today,
                Lot.Terms.FREE);
        assertThat(desks.<RecordIncome.Outcome>perform(desks.province, income))
                .isInstanceOf(RecordIncome.Outcome.Recorded.class);
    }

    void same() {
        granted.forEach((id, fen) -> assertThat(everything
                        .sql("select amount from fund.grant_made where case_id = :id")
                        .param("id", id)
                        .query(Long.class)
                        .list())
                .as("应急救助 " + id)
                .isEqualTo(fen > 0 ? List.of(fen) : List.of()));
    }
}

package org.rongyi.care.relief;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.care.fund.PaymentOffice;
import org.rongyi.care.relief.rule.Mode;
import org.rongyi.care.relief.rule.Situation;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("从申请到到账：一半在多少天里、九成在多少天里；只付了一部分的、还没付的，不算到账")
class AidTimesTest extends PaymentOffice {

    private static final AidList.Filter GRANTED =
            new AidList.Filter(null, AidState.GRANTED, "HARDSHIP", Situation.OTHER.name(), null, null);

    @Autowired
    private AidList list;

    @Autowired
    @Qualifier("job")
    private JdbcClient job;

    private HardshipCases aid;

    @BeforeEach
    void desks() {
        aid = new HardshipCases(program);
    }

    @Test
    @DisplayName("十件付清的用了 10、20……100 天：一半在 50 天里，九成在 90 天里；付了一部分的、批了没付的只算决定")
    void halfAndNineOfTen() {
        var before = list(aid, GRANTED).keySet();
        assertThat(before).as("别的测试没有这种情形的").isEmpty();
        var fund = richFund(100_000);
        UUID quick = null;
        for (int tens = 1; tens <= 10; tens++) {
            var id = decided(fund, tens * 10);
            said(grantOf(id), "PAID", "3000.00");
            quick = quick == null ? id : quick;
        }
        var partly = decided(fund, 300);
        said(grantOf(partly), "PARTIAL", "1000.00");
        var waiting = decided(fund, 400);

        var times = transactions.read(aid.county, () -> list.times(aid.county.scope(), GRANTED));
        assertThat(times.paid()).isEqualTo(new AidList.Time(10, 50, 90));
        assertThat(times.released()).as("送过银行的十一件").isEqualTo(new AidList.Time(11, 60, 100));
        assertThat(times.decided()).isEqualTo(new AidList.Time(12, 60, 300));

        var days = list(aid, GRANTED);
        assertThat(days).containsEntry(quick, 10L).containsEntry(partly, null).containsEntry(waiting, null);
    }

    @Test
    @DisplayName("先行给了的，核定的其余部分也付清了才算到账")
    void helpThatCameFirst() {
        var fund = richFund(10_000);
        var id = new FirstAid(program, aid).given(aid.person("到账先行"), fund, 800);
        new FirstAid(program, aid).papers(id);
        aid.reviewed(id);
        aid.done(aid.county, id, task -> aid.decide(task, "3000", "", fund.toString()));
        var granted = new AidList.Filter(null, AidState.GRANTED, "HARDSHIP", "", null, null);
        assertThat(list(aid, granted)).containsEntry(id, null);
        said(grantOf(id), "PAID", "2200.00");
        assertThat(list(aid, granted)).containsEntry(id, 0L);
    }

    private Map<UUID, @Nullable Long> list(HardshipCases of, AidList.Filter filter) {
        var days = new HashMap<UUID, @Nullable Long>();
        transactions.read(of.county, () -> {
            list.each(of.county.scope(), filter, row -> days.put(row.id(), row.daysToMoney()));
            return true;
        });
        return days;
    }

    private UUID decided(UUID fund, int daysAgo) {
        var like = HardshipCases.request(aid.today);
        var request = new AidRequest(
                Situation.OTHER,
                aid.today.minusDays(20),
                like.words(),
                "",
                like.household(),
                "",
                Set.of(Mode.MONEY),
                Set.of("FORM", "IDENTITY"),
                like.account());
        var id = ((org.rongyi.platform.approval.apply.Applied.Asked) aid.ask(aid.person("到账" + daysAgo), request, null))
                .subject();
        aid.reviewed(id);
        aid.done(aid.county, id, task -> aid.decide(task, "3000", "按实际支出", fund.toString()));
        job.sql("update relief.aid set applied_on = :on where id = :id")
                .param("on", aid.today.minusDays(daysAgo))
                .param("id", id)
                .update();
        return id;
    }

    /** What of it is to be paid by the bank. */
    private UUID grantOf(UUID aid) {
        return job.sql("select id from fund.grant_made where case_id = :id and state = 'WAITING'")
                .param("id", aid)
                .query(UUID.class)
                .single();
    }

    private void said(UUID grant, String fate, String yuan) {
        var of = transactions.read(officer, () -> grants.find(grant)).orElseThrow();
        var batch = released(of.fund(), List.of(grant));
        var reference = paymentsOf(batch).getFirst().reference();
        said(batch, reference + "," + fate + "," + yuan + "," + today + "," + (fate.equals("PAID") ? "" : "限额"));
    }
}

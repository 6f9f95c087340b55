package org.rongyi.care.fund.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.care.fund.RecoveryOffice;
import org.rongyi.care.fund.payee.ProposePayee;
import org.rongyi.care.fund.recovery.ConfirmWriteOff;
import org.rongyi.care.fund.recovery.DecideRecovery;
import org.rongyi.care.fund.recovery.ProposeWriteOff;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.approval.OtherRaised;
import org.rongyi.platform.database.BusinessClock;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Money;
import org.springframework.beans.factory.annotation.Autowired;

@RongyiTest
@DisplayName("追回、核销、更正的账号没有人办的：过了期限列在上一级的督办清单，办了就下去")
class RaisedRecoveryTest extends RecoveryOffice {

    @Autowired
    private RaisedMoney raised;

    private Actor.Office city;

    @BeforeEach
    void theCityWatches() {
        city = TestCounty.office(program, "shi");
    }

    @Test
    @DisplayName("听了本人的话没有决定的、提出核销没有核定的：从听了、提出那天算起")
    void aRecoveryThatNobodyDecides() {
        var id = opened(paid(richFund(1_000), 40), 40);
        var path = "/recoveries/" + id;
        heard(id);
        assertThat(now(city)).noneMatch(line -> line.path().equals(path));
        assertThat(later(city)).anySatisfy(line -> {
            assertThat(line.path()).isEqualTo(path);
            assertThat(line.what()).startsWith("没有决定追回：");
            assertThat(line.since()).isEqualTo(today);
        });
        assertThat(decide(leader(), id, true)).isInstanceOf(DecideRecovery.Outcome.Decided.class);
        assertThat(later(city)).noneMatch(line -> line.path().equals(path));
        assertThat(propose(officer, id, true)).isInstanceOf(ProposeWriteOff.Outcome.Proposed.class);
        assertThat(now(city)).as("今天才提出").noneMatch(line -> line.path().equals(path));
        assertThat(later(city)).anySatisfy(line -> {
            assertThat(line.path()).isEqualTo(path);
            assertThat(line.what()).startsWith("没有核定核销：");
            assertThat(line.since()).isEqualTo(today);
        });
        assertThat(confirm(leader(), id, true)).isInstanceOf(ConfirmWriteOff.Outcome.WrittenOff.class);
        assertThat(later(city)).noneMatch(line -> line.path().equals(path));
    }

    @Test
    @DisplayName("更正了收款账号没有人核对的：列在更正的地方的上一级")
    void anAccountThatNobodyCompares() {
        var fund = richFund(1_000);
        var grant = granted(fund, Money.ofYuan(40));
        var batch = released(fund, List.of(grant));
        var reference = paymentsOf(batch).getFirst().reference();
        wasRead(batch, result(batch(batch).number(), List.of(reference + ",FAILED,0.00," + today + ",账号已销户")));
        var entered = new ProposePayee.Command(
                CommandId.fresh(officer), grant, "林国强", "建设银行怀集支行", "6217000000000000003", "本人换了卡");
        assertThat(perform(officer, ProposePayee.class, entered)).isInstanceOf(ProposePayee.Outcome.Proposed.class);
        var path = "/grants/" + grant;
        assertThat(now(city)).noneMatch(line -> line.path().equals(path));
        assertThat(later(city))
                .anyMatch(line -> line.path().equals(path) && line.what().startsWith("没有核对更正的收款账号："));
    }

    private List<OtherRaised.Line> now(Actor.Office reader) {
        return transactions.read(reader, () -> raised.raised(reader));
    }

    /** As it stands a month from now. */
    private List<OtherRaised.Line> later(Actor.Office reader) {
        var answer = new AtomicReference<List<OtherRaised.Line>>(List.of());
        BusinessClock.at(Instant.now().plus(Duration.ofDays(30)), () -> answer.set(now(reader)));
        return answer.get();
    }
}

package org.rongyi.care.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.rongyi.care.fund.recovery.ConfirmWriteOff;
import org.rongyi.care.fund.recovery.DecideRecovery;
import org.rongyi.care.fund.recovery.OpenRecovery;
import org.rongyi.care.fund.recovery.ProposeWriteOff;
import org.rongyi.care.fund.recovery.RecordRepayment;
import org.rongyi.care.fund.recovery.Recoveries;
import org.rongyi.care.fund.recovery.Recovery;
import org.rongyi.care.fund.recovery.Repayments;
import org.rongyi.care.fund.recovery.StateOnRecovery;
import org.rongyi.care.fund.recovery.TakeBackRepayment;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;

/** A bureau that pays, and has some of it back. */
public abstract class RecoveryOffice extends PaymentOffice {

    @Autowired
    protected Recoveries recoveries;

    @Autowired
    protected Repayments repayments;

    /** Two sources bear it: the narrowly bound first. */
    protected UUID paid(UUID fund, long yuan) {
        var grant = granted(fund, Money.ofYuan(yuan));
        var batch = released(fund, List.of(grant));
        var reference = paymentsOf(batch).getFirst().reference();
        wasRead(batch, result(batch(batch).number(), List.of(reference + ",PAID," + yuan + ".00," + today + ",")));
        assertThat(stateOf(grant)).isEqualTo(GrantState.PAID);
        return grant;
    }

    protected Actor.Office leader() {
        return colleague("副局长", Role.LEADER);
    }

    protected Recovery read(UUID id) {
        return transactions.read(officer, () -> recoveries.find(id)).orElseThrow();
    }

    protected OpenRecovery.Outcome open(Actor.Office by, UUID grant, long yuan, boolean paper) {
        var form = CommandId.fresh(by);
        if (paper) {
            attach(by, form);
        }
        return perform(
                by,
                OpenRecovery.class,
                new OpenRecovery.Command(form, grant, "FALSE_PAPERS", Money.ofYuan(yuan), "收入证明是假的，单位已来函说明"));
    }

    protected UUID opened(UUID grant, long yuan) {
        return ((OpenRecovery.Outcome.Opened) open(officer, grant, yuan, true)).subject();
    }

    protected UUID ordered(UUID grant, long yuan) {
        var id = opened(grant, yuan);
        heard(id);
        assertThat(decide(leader(), id, true)).isInstanceOf(DecideRecovery.Outcome.Decided.class);
        return id;
    }

    /** He says it himself. */
    protected void heard(UUID id) {
        var person = transactions
                .read(officer, () -> recoveries.find(id))
                .orElseThrow()
                .person();
        assertThat(say(new Actor.Self(UUID.randomUUID(), "本人", person), id))
                .isInstanceOf(StateOnRecovery.Outcome.Heard.class);
    }

    protected StateOnRecovery.Outcome say(Actor by, UUID id) {
        return acts.perform(
                by,
                program.getBean(StateOnRecovery.class),
                new StateOnRecovery.Command(CommandId.fresh(by), id, "家里的事我没有瞒，是单位写错了"));
    }

    protected DecideRecovery.Outcome decide(Actor.Office by, UUID id, boolean recovers) {
        return perform(by, DecideRecovery.class, new DecideRecovery.Command(CommandId.fresh(by), id, recovers, "查证属实"));
    }

    protected TakeBackRepayment.Outcome takeBack(Actor.Office by, UUID id, UUID repayment, String words) {
        return perform(
                by, TakeBackRepayment.class, new TakeBackRepayment.Command(CommandId.fresh(by), id, repayment, words));
    }

    protected void record(Actor.Office by, UUID id, long yuan, String document) {
        perform(
                by,
                RecordRepayment.class,
                new RecordRepayment.Command(CommandId.fresh(by), id, Money.ofYuan(yuan), today, document));
    }

    protected RecordRepayment.Outcome repay(UUID id, long yuan, LocalDate on, String document) {
        return perform(
                officer,
                RecordRepayment.class,
                new RecordRepayment.Command(CommandId.fresh(officer), id, Money.ofYuan(yuan), on, document));
    }

    protected ProposeWriteOff.Outcome propose(Actor.Office by, UUID id, boolean paper) {
        var form = CommandId.fresh(by);
        if (paper) {
            attach(by, form);
        }
        return perform(by, ProposeWriteOff.class, new ProposeWriteOff.Command(form, id, "本人去世，没有遗产"));
    }

    protected ConfirmWriteOff.Outcome confirm(Actor.Office by, UUID id, boolean agrees) {
        return perform(by, ConfirmWriteOff.class, new ConfirmWriteOff.Command(CommandId.fresh(by), id, agrees));
    }
}

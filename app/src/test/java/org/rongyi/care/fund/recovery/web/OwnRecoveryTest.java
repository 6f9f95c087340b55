package org.rongyi.care.fund.recovery.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.care.fund.RecoveryOffice;
import org.rongyi.care.fund.recovery.RecordLateRepayment;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.ui.FieldErrors;
import org.springframework.beans.factory.annotation.Autowired;

@RongyiTest
@DisplayName("本人看自己的追回：到哪一步都打得开，看不到别人登记、等核定的")
class OwnRecoveryTest extends RecoveryOffice {

    @Autowired
    private RecoveryDesk desk;

    @Test
    @DisplayName("等退回的、核销了的、核销以后又有退回等核定的，本人都打得开")
    void hisOwnPageOpens() {
        var id = ordered(paid(richFund(1_000), 600), 600);
        assertThat(own(id).plain()).contains("还要退 600.00 元");
        propose(officer, id, true);
        confirm(chief, id, true);
        var form = CommandId.fresh(officer);
        attach(officer, form);
        assertThat(perform(
                        officer,
                        RecordLateRepayment.class,
                        new RecordLateRepayment.Command(form, id, Money.ofYuan(100), today, "回单 9 号")))
                .isInstanceOf(RecordLateRepayment.Outcome.Recorded.class);
        assertThat(own(id).plain()).contains("剩下的不用退了");
        assertThat(own(id).late()).isEmpty();
        assertThat(page(officer, id).late()).hasSize(1);
    }

    private RecoveryPage own(UUID id) {
        return page(new Actor.Self(UUID.randomUUID(), "本人", read(id).person()), id);
    }

    private RecoveryPage page(Actor reader, UUID id) {
        return desk.page(reader, id, CommandId.fresh(reader), Map.of(), FieldErrors.none());
    }
}

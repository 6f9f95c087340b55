package org.rongyi.care.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.platform.act.CommandId;
import org.springframework.beans.factory.annotation.Autowired;

@RongyiTest
@DisplayName("更正、撤回走访")
class VisitCorrectionTest extends VillageClerk {

    @Autowired
    private CorrectVisit correctVisit;

    @Autowired
    private WithdrawVisit withdrawVisit;

    @Test
    @DisplayName("更正为未遇，数字随之减去；历史留下原记录和理由")
    void aCorrectionTakesBackWhatWasCounted() {
        var person = register(clerk, null);
        var before = counts(VisitKinds.CONTACT, VisitKinds.VISIT);
        var visit = recorded(Map.of(person, Result.MET), "HOME");
        var outcome = acts.perform(
                clerk,
                correctVisit,
                new CorrectVisit.Command(
                        CommandId.fresh(clerk),
                        visit,
                        1,
                        content(Map.of(person, Result.NOT_IN), "HOME", today),
                        "记错了人"));
        assertThat(outcome).isInstanceOf(CorrectVisit.Outcome.Corrected.class);
        assertThat(counts(VisitKinds.CONTACT, VisitKinds.VISIT)).isEqualTo(before);
        var view = view(visit);
        assertThat(view.version()).isEqualTo(2);
        assertThat(view.changes()).singleElement().satisfies(change -> {
            assertThat(change.reason()).isEqualTo("记错了人");
            assertThat(change.before().attendees()).singleElement().asString().endsWith("见到");
        });
    }

    @Test
    @DisplayName("两人同时更正，后到的被告知，不覆盖先到的")
    void theSecondToCorrectIsTold() {
        var person = register(clerk, null);
        var visit = recorded(Map.of(person, Result.MET), "HOME");
        correct(visit, 1, person);
        assertThat(correct(visit, 1, person)).isInstanceOf(CorrectVisit.Outcome.Stale.class);
    }

    @Test
    @DisplayName("撤回后数字复原，未答复的需求一并撤销，不能再撤第二次")
    void aWithdrawalCountsNoLonger() {
        var person = register(clerk, null);
        var before = counts(VisitKinds.CONTACT, VisitKinds.VISIT);
        var visit = recorded(Map.of(person, Result.MET), "HOME");
        assertThat(view(visit).needs()).hasSize(1);
        assertThat(withdraw(visit, 1, "重复登记")).isInstanceOf(WithdrawVisit.Outcome.Withdrawn.class);
        assertThat(counts(VisitKinds.CONTACT, VisitKinds.VISIT)).isEqualTo(before);
        assertThat(view(visit).needs()).isEmpty();
        assertThat(withdraw(visit, 2, "再撤一次")).isInstanceOf(WithdrawVisit.Outcome.AlreadyWithdrawn.class);
    }

    @Test
    @DisplayName("没有理由不能更正，也不能撤回")
    void aReasonIsRequired() {
        var visit = recorded(Map.of(register(clerk, null), Result.MET), "HOME");
        assertThat(withdraw(visit, 1, " ")).isInstanceOf(WithdrawVisit.Outcome.NoReason.class);
    }

    private CorrectVisit.Outcome correct(UUID visit, int version, UUID person) {
        return acts.perform(
                clerk,
                correctVisit,
                new CorrectVisit.Command(
                        CommandId.fresh(clerk),
                        visit,
                        version,
                        content(Map.of(person, Result.AWAY), "HOME", today),
                        "更正结果"));
    }

    private WithdrawVisit.Outcome withdraw(UUID visit, int version, String reason) {
        return acts.perform(
                clerk, withdrawVisit, new WithdrawVisit.Command(CommandId.fresh(clerk), visit, version, reason));
    }
}

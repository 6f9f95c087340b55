package org.rongyi.people.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.platform.act.CommandId;

@RongyiTest
@DisplayName("两人同时办同一份移交：只有一个算数")
class HandoverRaceTest extends TwoVillages {

    @Test
    @DisplayName("两人同时同意同一份：一人成，一人得知已答复；档案只动一次")
    void twoAcceptancesAtOnceMoveHimOnce() throws Exception {
        for (int round = 0; round < 8; round++) {
            var person = register("并发人");
            var request = asked(person, there.unitCode(), PlaceKind.RESIDENCE);
            var outcomes = atOnce(() -> accepted(there, request), () -> accepted(town, request));
            assertThat(outcomes)
                    .containsExactlyInAnyOrder(
                            new AcceptHandover.Outcome.Accepted(request),
                            new AcceptHandover.Outcome.AlreadyAnswered(HandoverState.ACCEPTED));
            assertThat(files.text("select count(*)::text from person.history where person_id = :person", person))
                    .isEqualTo("1");
        }
    }

    @Test
    @DisplayName("一人同意、一人撤回：只有一个算数，另一个得知结果")
    void acceptanceAndWithdrawalAtOnce() throws Exception {
        for (int round = 0; round < 8; round++) {
            var person = register("抢答人");
            var request = asked(person, there.unitCode(), PlaceKind.RESIDENCE);
            var outcomes = atOnce(() -> accepted(there, request), () -> withdrawn(here, request));
            boolean moved = files.places(person).size() == 2;
            assertThat(outcomes)
                    .containsExactly(
                            moved
                                    ? new AcceptHandover.Outcome.Accepted(request)
                                    : new AcceptHandover.Outcome.AlreadyAnswered(HandoverState.WITHDRAWN),
                            moved
                                    ? new WithdrawHandover.Outcome.AlreadyAnswered(HandoverState.ACCEPTED)
                                    : new WithdrawHandover.Outcome.Withdrawn(request));
        }
    }

    @Test
    @DisplayName("有移交的档案不能当作误建撤回；移交与撤回档案同时发生，也只有一个算数")
    void aFileWithAHandoverIsNotWithdrawn() throws Exception {
        var kept = register("不撤人");
        asked(kept, there.unitCode(), PlaceKind.RESIDENCE);
        assertThat(takeBack(kept)).isEqualTo(new WithdrawPerson.Outcome.InUse("建档后已变更或移交"));
        for (int round = 0; round < 8; round++) {
            var person = register("两难人");
            var outcomes =
                    atOnce(() -> ask(here, person, there.unitCode(), PlaceKind.RESIDENCE), () -> takeBack(person));
            boolean gone = outcomes.getLast() instanceof WithdrawPerson.Outcome.Withdrawn;
            assertThat(outcomes.getFirst())
                    .isInstanceOf(gone ? AskHandover.Outcome.NotFound.class : AskHandover.Outcome.Asked.class);
        }
    }

    private WithdrawPerson.Outcome takeBack(UUID person) {
        return acts.perform(
                here, program.getBean(WithdrawPerson.class), new WithdrawPerson.Command(CommandId.fresh(here), person));
    }

    private static List<Object> atOnce(Callable<Object> one, Callable<Object> other) throws Exception {
        try (var both = Executors.newFixedThreadPool(2)) {
            var first = both.submit(one);
            var second = both.submit(other);
            return List.of(first.get(), second.get());
        }
    }
}

package org.rongyi.platform.approval;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.approval.route.Move;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.Policy;
import org.springframework.stereotype.Service;

/** 送达: on which day, which way, and by what it is proved (行政许可法 第 44 条). It closes the case. */
@Service
@Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
public class DeliverDecision implements Act<DeliverDecision.Command, TaskOutcome> {

    private static final int LONGEST_PROOF = 200;

    private final TaskHold hold;
    private final Cases cases;
    private final Policy policy;
    private final Clock clock;

    DeliverDecision(TaskHold hold, Cases cases, Policy policy, Clock clock) {
        this.hold = hold;
        this.cases = cases;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * @param way an entry of the list {@code approval.delivery.way}
     * @param proof who signed, the number of the receipt, who was witness
     */
    public record Command(CommandId id, UUID task, String way, LocalDate on, String proof) implements Act.Command {}

    @Override
    public TaskOutcome run(Actor actor, Command command) {
        return switch (hold.take(actor, command.task(), Task.Kind.DELIVER)) {
            case TaskHold.Not(var why) -> why;
            case TaskHold.Held held -> deliver(actor, held, command);
        };
    }

    private TaskOutcome deliver(Actor actor, TaskHold.Held held, Command command) {
        var today = LocalDate.now(clock);
        var way = policy.choices("approval.delivery.way", today).stream()
                .filter(choice -> choice.code().equals(command.way()))
                .findFirst();
        if (way.isEmpty()) {
            return new TaskOutcome.Missing("way", "请选择怎么送达的");
        }
        var decided = held.file().decision().on();
        if (command.on().isAfter(today) || decided != null && command.on().isBefore(decided)) {
            return new TaskOutcome.Missing("on", "送达日期应在作出决定之后，不晚于今天");
        }
        if (command.proof().isBlank() || command.proof().length() > LONGEST_PROOF) {
            return new TaskOutcome.Missing("proof", "请写明凭什么证明已送达，例如签收人、回执号，不超过 200 字");
        }
        cases.keepDelivery(held.file(), held.by(), new Delivery(way.get().zh(), command.on(), command.proof()));
        var secret = hold.unfit("proof", command.proof());
        if (secret.isPresent()) {
            return secret.get();
        }
        return hold.move(actor, held, new Move.Deliver(), "送达：" + way.get().zh(), command.proof(), "DELIVERED");
    }
}

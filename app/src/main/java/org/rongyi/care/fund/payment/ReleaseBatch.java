package org.rongyi.care.fund.payment;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.care.fund.GrantState;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/**
 * 拨付: lets an approved batch go to the bank. By a third person, who neither made nor approved it nor decided a grant in it
 * (会计法 第 37 条), and who typed its sum. From now on nobody pays any of it another way until the bank has answered.
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class ReleaseBatch implements OfficeAct<ReleaseBatch.Command, ReleaseBatch.Outcome> {

    private static final String HELD = "收款人已故，没有送银行：请查明由谁领，更正收款账号，或者解除承诺";

    private final PaymentBatches batches;
    private final Payments payments;
    private final Grants grants;
    private final BankFile file;
    private final PaymentBooks books;
    private final Clock clock;
    private final AuditTrail audit;

    ReleaseBatch(
            PaymentBatches batches,
            Payments payments,
            Grants grants,
            BankFile file,
            PaymentBooks books,
            Clock clock,
            AuditTrail audit) {
        this.audit = audit;
        this.batches = batches;
        this.payments = payments;
        this.grants = grants;
        this.file = file;
        this.books = books;
        this.clock = clock;
    }

    /** @param typed the sum, as he typed it */
    public record Command(CommandId id, UUID batch, Money typed) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Released(UUID subject) implements Outcome, Done {}

        /**
         * It has not gone: recipients have died, and theirs are out of it now, for somebody to look into. What is left is looked at and
         * released anew; a batch of which nothing is left is dissolved.
         */
        record HeldBack(UUID subject, int many) implements Outcome, Done {}

        /** Absent, or another unit's. */
        record NotFound() implements Outcome, Refused {}

        record WrongState(Batch.State state) implements Outcome, Refused {}

        /** 不相容岗位: he made or approved it. */
        record OwnBatch() implements Outcome, Refused {}

        /** 不相容岗位: he decided one of the grants in it. */
        record OwnDecision(String caseNumber) implements Outcome, Refused {}

        record OtherSum() implements Outcome, Refused {}

        /** Somebody changed them around the acts since the batch was made: the account, or anything else. */
        record Altered(List<String> references) implements Outcome, Refused {}

        /** The bank says two things of an earlier payment of one of them. */
        record Unsettled(List<String> caseNumbers) implements Outcome, Refused {}

        /** The account at the bank holds less than it. */
        record NotEnough(Money free) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = batches.lock(office, command.batch());
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        var batch = found.get();
        var planned = payments.ofBatch(batch.id());
        var held = grants.lock(planned.stream().map(Payment::grant).toList());
        return duty(office, batch, held)
                .or(() -> heldBack(office, batch, planned))
                .or(() -> objection(batch, planned, held, command.typed()))
                .orElseGet(() -> release(office, batch, planned));
    }

    private static Optional<Outcome> duty(Actor.Office office, Batch batch, List<Grants.Grant> held) {
        if (batch.state() != Batch.State.APPROVED) {
            return Optional.of(new Outcome.WrongState(batch.state()));
        }
        var approved = batch.approved();
        if (batch.made().isOf(office) || approved == null || approved.isOf(office)) {
            return Optional.of(new Outcome.OwnBatch());
        }
        return held.stream()
                .filter(grant -> grant.isGrantedBy(office))
                .findFirst()
                .map(own -> new Outcome.OwnDecision(own.caseNumber()));
    }

    private Optional<Outcome> heldBack(Actor.Office office, Batch batch, List<Payment> planned) {
        var dead = grants.deceased(planned.stream().map(Payment::grant).toList());
        if (dead.isEmpty()) {
            return Optional.empty();
        }
        var left = planned.stream().filter(one -> !dead.contains(one.grant())).toList();
        audit.said("收款人已故，没有送银行", dead.size() + " 笔");
        payments.hold(batch.id(), List.copyOf(dead), HELD);
        grants.move(List.copyOf(dead), GrantState.RETURNED);
        if (left.isEmpty()) {
            var hand = Batch.Hand.of(office, OffsetDateTime.now(clock));
            batches.dissolve(batch.id(), new Batch.Dissolved(hand.name(), hand.at(), HELD));
        } else {
            var sum = left.stream().map(Payment::amount).reduce(Money.ZERO, Money::plus);
            batches.shrink(batch.id(), left.size(), sum);
        }
        return Optional.of(new Outcome.HeldBack(batch.id(), dead.size()));
    }

    private Optional<Outcome> objection(Batch batch, List<Payment> planned, List<Grants.Grant> held, Money typed) {
        var altered = payments.altered(batch.id(), planned);
        if (!altered.isEmpty()) {
            return Optional.of(
                    new Outcome.Altered(altered.stream().map(Payment::reference).toList()));
        }
        var unsettled = held.stream()
                .filter(Grants.Grant::held)
                .map(Grants.Grant::caseNumber)
                .toList();
        if (!unsettled.isEmpty()) {
            return Optional.of(new Outcome.Unsettled(unsettled));
        }
        if (!batch.amount().equals(typed)) {
            return Optional.of(new Outcome.OtherSum());
        }
        var free = books.free(batch.fund());
        return free.compareTo(batch.amount()) < 0 ? Optional.of(new Outcome.NotEnough(free)) : Optional.empty();
    }

    private Outcome release(Actor.Office office, Batch batch, List<Payment> planned) {
        var hand = Batch.Hand.of(office, OffsetDateTime.now(clock));
        audit.changed("批次", batch.state().zh(), Batch.State.RELEASED.zh());
        audit.said("合计", batch.count() + " 笔，" + batch.amount().text() + " 元");
        payments.send(batch.id());
        batches.release(batch.id(), hand, BankFile.digest(file.bytes(batch, hand, planned)));
        grants.move(planned.stream().map(Payment::grant).toList(), GrantState.IN_PAYMENT);
        books.release(
                office, batch, Shares.sum(planned.stream().map(Payment::shares).toList()));
        return new Outcome.Released(batch.id());
    }
}

package org.rongyi.care.fund.payment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.Funds;
import org.rongyi.care.fund.GrantState;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 编制批次: puts grants that wait into a batch for the bank, each whole, each in one batch only. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class MakeBatch implements OfficeAct<MakeBatch.Command, MakeBatch.Outcome> {

    /** A bank takes them in files of a few thousand lines; so does a person who looks through them. */
    public static final int MOST = 2000;

    private final Funds funds;
    private final PaymentBatches batches;
    private final Payments payments;
    private final Grants grants;
    private final Clock clock;
    private final AuditTrail audit;

    MakeBatch(Funds funds, PaymentBatches batches, Payments payments, Grants grants, Clock clock, AuditTrail audit) {
        this.funds = funds;
        this.audit = audit;
        this.batches = batches;
        this.payments = payments;
        this.grants = grants;
        this.clock = clock;
    }

    /**
     * @param grants which ones
     * @param shown what they come to, as it was shown; none when the choice was not added up on the page
     */
    public record Command(
            CommandId id,
            UUID fund,
            List<UUID> grants,
            @Nullable Money shown) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Made(UUID subject, String number) implements Outcome, Done {}

        /** Absent, or another unit's. */
        record NotFound() implements Outcome, Refused {}

        record NothingChosen() implements Outcome, Refused {}

        record TooManyChosen(int most) implements Outcome, Refused {}

        /** Some are in another batch by now, cancelled, or held until somebody settles something. */
        record NotWaiting(List<String> caseNumbers) implements Outcome, Refused {}

        /** The account cannot stand in a bank file. */
        record Unpayable(String caseNumber, String why) implements Outcome, Refused {}

        /** Somebody changed them around the acts: the account, or anything else that says who gets how much. */
        record Altered(List<String> caseNumbers) implements Outcome, Refused {}

        /** They come to something else than was shown. */
        record OtherSum(Money now) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var fund = batches.ownFund(office, command.fund());
        if (fund.isEmpty()) {
            return new Outcome.NotFound();
        }
        var ids = command.grants().stream().distinct().toList();
        if (ids.isEmpty()) {
            return new Outcome.NothingChosen();
        }
        if (ids.size() > MOST) {
            return new Outcome.TooManyChosen(MOST);
        }
        funds.hold(fund.get().id());
        var chosen = grants.lock(ids).stream()
                .filter(grant -> grant.fund().equals(fund.get().id()))
                .toList();
        if (chosen.size() != ids.size()) {
            return new Outcome.NotFound();
        }
        var objection = objection(chosen);
        return objection.isPresent() ? objection.get() : make(office, fund.get(), chosen, command.shown());
    }

    private Optional<Outcome> objection(List<Grants.Grant> chosen) {
        var gone = chosen.stream()
                .filter(grant -> grant.state() != GrantState.WAITING || grant.held() || grant.inKind())
                .map(Grants.Grant::caseNumber)
                .toList();
        if (!gone.isEmpty()) {
            return Optional.of(new Outcome.NotWaiting(gone));
        }
        var altered = grants.altered(chosen);
        if (!altered.isEmpty()) {
            return Optional.of(new Outcome.Altered(
                    altered.stream().map(Grants.Grant::caseNumber).toList()));
        }
        for (var grant : chosen) {
            var why = BankAccountCheck.objection(grant.payee(), grant.bank(), grant.account());
            if (why.isPresent()) {
                return Optional.of(new Outcome.Unpayable(grant.caseNumber(), why.get()));
            }
        }
        return Optional.empty();
    }

    private Outcome make(Actor.Office office, Fund fund, List<Grants.Grant> chosen, @Nullable Money shown) {
        var ids = chosen.stream().map(Grants.Grant::id).toList();
        var left = grants.left(ids);
        var sum = left.values().stream().map(Shares::total).reduce(Money.ZERO, Money::plus);
        if (shown != null && !shown.equals(sum)) {
            return new Outcome.OtherSum(sum);
        }
        var at = OffsetDateTime.now(clock);
        var batch = new Batch(
                Ids.next(),
                fund.id(),
                batches.nextNumber(fund, LocalDate.now(clock).getYear()),
                Batch.State.DRAFT,
                chosen.size(),
                sum,
                Batch.Hand.of(office, at),
                null,
                null,
                null,
                null,
                null);
        audit.said("批次", batch.number() + "，" + Batch.State.DRAFT.zh());
        audit.said("合计", chosen.size() + " 笔，" + sum.text() + " 元");
        batches.add(batch, fund);
        plan(batch, chosen, left);
        grants.move(ids, GrantState.IN_BATCH);
        return new Outcome.Made(batch.id(), batch.number());
    }

    private void plan(Batch batch, List<Grants.Grant> chosen, Map<UUID, Shares> left) {
        int line = 0;
        for (var grant : chosen) {
            line++;
            var account = grant.account();
            var shares = left.get(grant.id());
            if (account == null || shares == null || !shares.total().isPositive()) {
                throw new IllegalStateException("a grant that waits with nothing to pay: " + grant.id());
            }
            var payment = new Payment(
                    Ids.next(),
                    batch.fund(),
                    batch.id(),
                    batch.number() + "-%04d".formatted(line),
                    grant.id(),
                    Payment.Way.BANK,
                    grant.code(),
                    Payment.State.PLANNED,
                    shares,
                    grant.payee(),
                    grant.bank(),
                    null);
            payments.plan(payment, account, batch.made().at());
        }
    }
}

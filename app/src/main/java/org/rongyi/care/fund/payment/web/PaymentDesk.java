package org.rongyi.care.fund.payment.web;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.Funds;
import org.rongyi.care.fund.bank.ResultFiles;
import org.rongyi.care.fund.bank.Settlements;
import org.rongyi.care.fund.payment.Grants;
import org.rongyi.care.fund.payment.MakeBatch;
import org.rongyi.care.fund.payment.Payment;
import org.rongyi.care.fund.payment.PaymentBatches;
import org.rongyi.care.fund.payment.Payments;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.ui.FieldErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Puts the pages of payments together. */
@Component
class PaymentDesk {

    private final Funds funds;
    private final PaymentBatches batches;
    private final Payments payments;
    private final Grants grants;
    private final ResultFiles files;
    private final Settlements settlements;
    private final Divisions divisions;
    private final Transactions transactions;

    PaymentDesk(
            Funds funds,
            PaymentBatches batches,
            Payments payments,
            Grants grants,
            ResultFiles files,
            Settlements settlements,
            Divisions divisions,
            Transactions transactions) {
        this.funds = funds;
        this.batches = batches;
        this.payments = payments;
        this.grants = grants;
        this.files = files;
        this.settlements = settlements;
        this.divisions = divisions;
        this.transactions = transactions;
    }

    /** What a unit's funds have to pay. */
    PaymentsPage unit(Actor.Office actor) {
        return transactions.read(
                actor,
                () -> new PaymentsPage(
                        funds.ofUnit(actor.unit()).stream()
                                .filter(fund -> fund.closedOn() == null)
                                .map(fund -> new PaymentsPage.Row(
                                        fund,
                                        grants.standing(fund.id(), false),
                                        grants.standing(fund.id(), true),
                                        settlements.open(fund.id()).size()))
                                .toList(),
                        batches.open(actor.unit())));
    }

    /** @param chosen which were ticked when it was sent; none when all of them are proposed */
    FundPaymentsPage fund(
            Actor.Office actor, UUID id, @Nullable String after, @Nullable Set<UUID> chosen, FieldErrors errors) {
        return transactions.read(actor, () -> {
            var fund = readable(actor, id);
            var waiting = grants.waiting(id, false, MakeBatch.MOST);
            var goods = grants.waiting(id, true, MakeBatch.MOST);
            var open = settlements.open(id).stream()
                    .map(one -> new FundPaymentsPage.Open(
                            one, payments.find(one.payment()).orElseThrow()))
                    .toList();
            return new FundPaymentsPage(
                    fund,
                    fund.unit().equals(actor.unit()),
                    waiting,
                    grants.standing(id, false),
                    grants.left(waiting.stream().map(Grants.Grant::id).toList()),
                    goods,
                    places(actor, waiting, goods),
                    batches.page(id, Cursor.parse(after == null ? "" : after, OffsetDateTime::parse)),
                    open,
                    chosen,
                    actor,
                    errors);
        });
    }

    /** Its batches alone, for a list of all of them: what waits is not read and no account is opened. */
    FundPaymentsPage batches(Actor.Office actor, UUID id, String after) {
        return transactions.read(
                actor,
                () -> FundPaymentsPage.ofBatches(
                        readable(actor, id), batches.page(id, Cursor.parse(after, OffsetDateTime::parse)), actor));
    }

    /**
     * @param reason why it is to be dissolved, as it was typed
     * @param problems of a result file
     */
    BatchPage batch(Actor.Office actor, UUID id, String reason, FieldErrors errors, List<String> problems) {
        return transactions.read(actor, () -> {
            var batch = batches.find(id).orElseThrow(PaymentDesk::notFound);
            var fund = readable(actor, batch.fund());
            var all = payments.ofBatch(id);
            var sent = all.stream()
                    .filter(one -> one.state() != Payment.State.PLANNED && one.state() != Payment.State.DROPPED)
                    .map(Payment::grant)
                    .toList();
            return new BatchPage(
                    batch,
                    fund,
                    all,
                    files.ofBatch(id),
                    payments.heldOf(id),
                    grants.deceased(sent),
                    actor,
                    reason,
                    errors,
                    problems);
        });
    }

    ResultPage result(Actor.Office actor, UUID id) {
        return transactions.read(actor, () -> {
            var file = files.find(id).orElseThrow(PaymentDesk::notFound);
            return new ResultPage(batches.find(file.batch()).orElseThrow(PaymentDesk::notFound), file, files.lines(id));
        });
    }

    /** Its fund, where the actor may see it. */
    Optional<Payment> payment(Actor.Office actor, UUID id) {
        return transactions.read(actor, () -> payments.find(id));
    }

    /** His own unit's, or of a unit below. */
    Fund readable(Actor.Office actor, UUID id) {
        return funds.find(id)
                .filter(fund ->
                        fund.unit().equals(actor.unit()) || actor.scope().contains(fund.code()))
                .orElseThrow(PaymentDesk::notFound);
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private Map<DivisionCode, String> places(Actor.Office actor, List<Grants.Grant> some, List<Grants.Grant> others) {
        var places = new HashMap<DivisionCode, String>();
        for (var list : List.of(some, others)) {
            list.forEach(
                    grant -> places.computeIfAbsent(grant.code(), code -> divisions.nameBelow(actor.unitCode(), code)));
        }
        return places;
    }
}

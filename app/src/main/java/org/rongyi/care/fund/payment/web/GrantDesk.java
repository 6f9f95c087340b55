package org.rongyi.care.fund.payment.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rongyi.care.fund.Funds;
import org.rongyi.care.fund.handout.HandOut;
import org.rongyi.care.fund.payee.PayeeChanges;
import org.rongyi.care.fund.payment.Grants;
import org.rongyi.care.fund.payment.Payment;
import org.rongyi.care.fund.payment.Payments;
import org.rongyi.care.fund.payment.Shares;
import org.rongyi.care.fund.recovery.Recoveries;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.documents.attachment.AttachmentKind;
import org.rongyi.platform.documents.attachment.Attachments;
import org.rongyi.platform.documents.attachment.FormFiles;
import org.rongyi.platform.documents.attachment.UploadCheck;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.ui.FieldErrors;
import org.springframework.stereotype.Component;

/** Puts the page of a grant together, and the list of what came back. */
@Component
class GrantDesk {

    static final FormFiles.Field SLIP = new FormFiles.Field("slip", new AttachmentKind("SLIP", "签收单"));

    private final Grants grants;
    private final Payments payments;
    private final PayeeChanges changes;
    private final Recoveries recoveries;
    private final Funds funds;
    private final Attachments attachments;
    private final FormFiles files;
    private final UploadCheck check;
    private final Divisions divisions;
    private final Transactions transactions;
    private final Clock clock;

    GrantDesk(
            Grants grants,
            Payments payments,
            PayeeChanges changes,
            Recoveries recoveries,
            Funds funds,
            Attachments attachments,
            FormFiles files,
            UploadCheck check,
            Divisions divisions,
            Transactions transactions,
            Clock clock) {
        this.grants = grants;
        this.payments = payments;
        this.changes = changes;
        this.recoveries = recoveries;
        this.funds = funds;
        this.attachments = attachments;
        this.files = files;
        this.check = check;
        this.divisions = divisions;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param form the command id of the form that takes the signed slip */
    GrantPage grant(Actor.Office actor, UUID id, CommandId form, Map<String, String> typed, FieldErrors errors) {
        var upload = new GrantPage.Upload(form.value().toString(), files.kept(actor, form, SLIP), check.limits());
        return transactions.read(actor, () -> {
            var grant = grants.find(id).orElseThrow(PaymentDesk::notFound);
            var tries = payments.ofGrants(List.of(id));
            return new GrantPage(
                    grant,
                    funds.find(grant.fund()).orElseThrow(PaymentDesk::notFound),
                    divisions.nameBelow(actor.unitCode(), grant.code()),
                    grants.left(List.of(id)).getOrDefault(id, Shares.NONE).total(),
                    tries,
                    changes.ofGrant(id),
                    recoveries.ofGrant(id),
                    tries.stream()
                            .map(Payment::id)
                            .collect(Collectors.toMap(
                                    Function.identity(), one -> attachments.list(HandOut.OWNER_KIND, one))),
                    upload,
                    LocalDate.now(clock),
                    actor,
                    typed,
                    errors);
        });
    }

    PayeesPage returned(Actor.Office actor, String after) {
        return transactions.read(actor, () -> {
            var ranges = actor.scope().toMultirange();
            var slice = changes.returned(ranges, Cursor.parse(after, LocalDate::parse));
            var places = new HashMap<DivisionCode, String>();
            slice.rows()
                    .forEach(row ->
                            places.computeIfAbsent(row.code(), code -> divisions.nameBelow(actor.unitCode(), code)));
            return new PayeesPage(
                    slice.rows(),
                    places,
                    changes.count(ranges),
                    slice.next() == null ? null : "/payees?after=" + slice.next());
        });
    }
}

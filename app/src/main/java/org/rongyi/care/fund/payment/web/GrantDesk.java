package org.rongyi.care.fund.payment.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Funds;
import org.rongyi.care.fund.handout.HandOut;
import org.rongyi.care.fund.payee.PayeeChanges;
import org.rongyi.care.fund.payee.ProposePayee;
import org.rongyi.care.fund.payment.Grants;
import org.rongyi.care.fund.payment.Payment;
import org.rongyi.care.fund.payment.Payments;
import org.rongyi.care.fund.payment.Shares;
import org.rongyi.care.fund.recovery.Overpaid;
import org.rongyi.care.fund.recovery.Recoveries;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.documents.attachment.Attachment;
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

    static final FormFiles.Field PAPER = new FormFiles.Field("paper", AttachmentKind.EVIDENCE);

    private final Grants grants;
    private final Payments payments;
    private final PayeeChanges changes;
    private final Recoveries recoveries;
    private final Overpaid overpaid;
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
            Overpaid overpaid,
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
        this.overpaid = overpaid;
        this.funds = funds;
        this.attachments = attachments;
        this.files = files;
        this.check = check;
        this.divisions = divisions;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A form that takes files, as it was sent. */
    record Form(FormFiles.Field field, CommandId id) {}

    /** @param sent the form that is shown again with its files; none when all of them are new */
    GrantPage grant(Actor.Office actor, UUID id, @Nullable Form sent, Map<String, String> typed, FieldErrors errors) {
        var paper = upload(actor, PAPER, sent);
        var slip = upload(actor, SLIP, sent);
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
                    papers(tries, changes.ofGrant(id)),
                    overs(tries),
                    paper,
                    slip,
                    LocalDate.now(clock),
                    actor,
                    typed,
                    errors);
        });
    }

    /** Each form has an id of its own: what is uploaded to one belongs to no other, and sending one does not use up the other. */
    private GrantPage.Upload upload(Actor.Office actor, FormFiles.Field field, @Nullable Form sent) {
        var id = sent != null && sent.field().equals(field) ? sent.id() : CommandId.fresh(actor);
        return new GrantPage.Upload(id.value().toString(), files.kept(actor, id, field), check.limits());
    }

    /** What was signed, by payment, and what speaks for an account in another's name, by correction. */
    private Map<UUID, List<Attachment>> papers(List<Payment> tries, List<PayeeChanges.Change> named) {
        var papers = new HashMap<UUID, List<Attachment>>();
        tries.forEach(one -> papers.put(one.id(), attachments.list(HandOut.OWNER_KIND, one.id())));
        named.forEach(one -> papers.put(one.id(), attachments.list(ProposePayee.OWNER_KIND, one.id())));
        return papers;
    }

    private List<GrantPage.Twice> overs(List<Payment> tries) {
        return tries.stream()
                .map(one -> new GrantPage.Twice(one, overpaid.owed(one.id()), overpaid.of(one.id())))
                .filter(one -> one.owed().isPositive() || !one.ended().isEmpty())
                .toList();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    PayeesPage returned(Actor.Office actor, String after) {
        return transactions.read(actor, () -> {
            var ranges = actor.scope().toMultirange();
            var slice = changes.returned(ranges, Cursor.parse(after, LocalDate::parse));
            var places = new HashMap<DivisionCode, String>();
            slice.rows()
                    .forEach(row ->
                            places.computeIfAbsent(row.code(), code -> divisions.nameBelow(actor.unitCode(), code)));
            return new PayeesPage(slice.rows(), places, changes.count(ranges), slice.next());
        });
    }
}

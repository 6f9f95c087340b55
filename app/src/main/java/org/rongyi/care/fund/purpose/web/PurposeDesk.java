package org.rongyi.care.fund.purpose.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.care.fund.Gift;
import org.rongyi.care.fund.Gifts;
import org.rongyi.care.fund.Lot;
import org.rongyi.care.fund.Lots;
import org.rongyi.care.fund.purpose.ProposePurpose;
import org.rongyi.care.fund.purpose.PurposeChange;
import org.rongyi.care.fund.purpose.PurposeChanges;
import org.rongyi.care.fund.web.FundReach;
import org.rongyi.care.fund.web.GiftTrace;
import org.rongyi.care.fund.web.Purposes;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.documents.attachment.Attachments;
import org.rongyi.platform.documents.attachment.FormFiles;
import org.rongyi.platform.documents.attachment.UploadCheck;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.ui.FieldErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** What the pages of a change of purpose show. */
@Component
class PurposeDesk {

    private final Lots lots;
    private final Gifts gifts;
    private final PurposeChanges changes;
    private final FundReach reach;
    private final GiftTrace trace;
    private final Attachments attachments;
    private final FormFiles files;
    private final UploadCheck check;
    private final Policy policy;
    private final Transactions transactions;
    private final Clock clock;

    PurposeDesk(
            Lots lots,
            Gifts gifts,
            PurposeChanges changes,
            FundReach reach,
            GiftTrace trace,
            Attachments attachments,
            FormFiles files,
            UploadCheck check,
            Policy policy,
            Transactions transactions,
            Clock clock) {
        this.lots = lots;
        this.gifts = gifts;
        this.changes = changes;
        this.reach = reach;
        this.trace = trace;
        this.attachments = attachments;
        this.files = files;
        this.check = check;
        this.policy = policy;
        this.transactions = transactions;
        this.clock = clock;
    }

    LeftoversPage leftovers(Actor.Office actor, UUID fund) {
        var found = reach.require(actor, fund);
        return transactions.read(actor, () -> {
            var left = lots.leftOver(fund, LocalDate.now(clock)).stream()
                    .map(lot -> new LeftoversPage.Row(lot, trace.bonds(lot), giftOf(lot.id())))
                    .toList();
            return new LeftoversPage(found, left, changes.waiting(fund));
        });
    }

    PurposeFormPage form(Actor.Office actor, UUID lot, CommandId id, Map<String, String> typed, FieldErrors errors) {
        var found = transactions.read(actor, () -> lots.find(lot)).orElseThrow(PurposeDesk::notFound);
        var fund = reach.require(actor, found.fund());
        if (!FundReach.keeps(actor, fund)) {
            throw notFound();
        }
        var kept = files.kept(actor, id, PurposeController.PAPER);
        return transactions.read(actor, () -> {
            var gift = gift(lot);
            return new PurposeFormPage(
                    fund,
                    gift,
                    found,
                    trace.bonds(found),
                    ProposePurpose.basis(gift),
                    Purposes.of(fund, policy, LocalDate.now(clock)),
                    new PurposeFormPage.Upload(id.value().toString(), kept, check.limits()),
                    typed,
                    LocalDate.now(clock),
                    errors);
        });
    }

    PurposePage change(Actor.Office actor, UUID id, String words, FieldErrors errors) {
        var found = transactions.read(actor, () -> changes.find(id)).orElseThrow(PurposeDesk::notFound);
        var fund = reach.require(actor, found.fund());
        return transactions.read(actor, () -> {
            var lot = lots.find(found.lot()).orElseThrow();
            return new PurposePage(
                    fund,
                    gifts.find(found.gift()).orElseThrow(),
                    found,
                    trace.bonds(lot),
                    trace.bonds(bound(lot, found)),
                    attachments.list(ProposePurpose.OWNER_KIND, id),
                    actor,
                    words,
                    errors);
        });
    }

    /** The source as it would be bound. */
    private static Lot bound(Lot lot, PurposeChange change) {
        return Lot.empty(
                lot.id(), lot.fund(), lot.source(), lot.title(), change.terms(), lot.inKind(), lot.receivedOn());
    }

    private Gift gift(UUID lot) {
        return gifts.find(giftOf(lot).orElseThrow(PurposeDesk::notFound)).orElseThrow(PurposeDesk::notFound);
    }

    private Optional<UUID> giftOf(UUID lot) {
        return changes.giftOf(lot).flatMap(gifts::find).map(Gift::id);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}

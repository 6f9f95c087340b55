package org.rongyi.care.fund.recovery.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rongyi.care.fund.Funds;
import org.rongyi.care.fund.payment.Grants;
import org.rongyi.care.fund.recovery.LateRepayments;
import org.rongyi.care.fund.recovery.OpenRecovery;
import org.rongyi.care.fund.recovery.Recoveries;
import org.rongyi.care.fund.recovery.Recovery;
import org.rongyi.care.fund.recovery.Repayments;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.documents.attachment.AttachmentKind;
import org.rongyi.platform.documents.attachment.Attachments;
import org.rongyi.platform.documents.attachment.FormFiles;
import org.rongyi.platform.documents.attachment.UploadCheck;
import org.rongyi.platform.documents.issued.IssuedDocuments;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.policy.Choice;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.field.KeptFile;
import org.rongyi.platform.ui.field.Option;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Puts the pages of recoveries together. */
@Component
class RecoveryDesk {

    static final FormFiles.Field PAPER = new FormFiles.Field("paper", AttachmentKind.EVIDENCE);

    private final Recoveries recoveries;
    private final Repayments repayments;
    private final LateRepayments late;
    private final Grants grants;
    private final Funds funds;
    private final Attachments attachments;
    private final IssuedDocuments documents;
    private final FormFiles files;
    private final UploadCheck check;
    private final Divisions divisions;
    private final Policy policy;
    private final Transactions transactions;
    private final Clock clock;

    RecoveryDesk(
            Recoveries recoveries,
            Repayments repayments,
            LateRepayments late,
            Grants grants,
            Funds funds,
            Attachments attachments,
            IssuedDocuments documents,
            FormFiles files,
            UploadCheck check,
            Divisions divisions,
            Policy policy,
            Transactions transactions,
            Clock clock) {
        this.recoveries = recoveries;
        this.repayments = repayments;
        this.late = late;
        this.grants = grants;
        this.funds = funds;
        this.attachments = attachments;
        this.documents = documents;
        this.files = files;
        this.check = check;
        this.divisions = divisions;
        this.policy = policy;
        this.transactions = transactions;
        this.clock = clock;
    }

    RecoveriesPage list(Actor.Office actor, Recovery.State state, String after) {
        return transactions.read(actor, () -> {
            var ranges = actor.scope().toMultirange();
            var slice = recoveries.page(ranges, state, Cursor.parse(after, LocalDate::parse));
            var places = new HashMap<DivisionCode, String>();
            slice.rows()
                    .forEach(row ->
                            places.computeIfAbsent(row.code(), code -> divisions.nameBelow(actor.unitCode(), code)));
            var grounds = policy.choices(OpenRecovery.GROUNDS, LocalDate.now(clock)).stream()
                    .collect(Collectors.toMap(Choice::code, Choice::zh));
            return new RecoveriesPage(slice.rows(), places, grounds, recoveries.counts(ranges), state, slice.next());
        });
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    RecoveryPage page(Actor actor, UUID id, CommandId form, Map<String, String> typed, FieldErrors errors) {
        var upload = upload(actor, form);
        return transactions.read(actor, () -> {
            var recovery = recoveries.find(id).orElseThrow(RecoveryDesk::notFound);
            var grant = actor instanceof Actor.Office ? grants.find(recovery.grant()) : Optional.<Grants.Grant>empty();
            return new RecoveryPage(
                    recovery,
                    funds.find(recovery.fund()).orElseThrow(RecoveryDesk::notFound),
                    divisions.fullName(recovery.code()),
                    policy.label(OpenRecovery.GROUNDS, recovery.ground()),
                    actor instanceof Actor.Office office
                            && grant.map(one -> one.isGrantedBy(office)).orElse(false),
                    repayments.of(id),
                    // beside the books: no grant of the person's own to read
                    actor instanceof Actor.Office ? late.of(id) : List.of(),
                    attachments.list(OpenRecovery.OWNER_KIND, id),
                    documents.list(OpenRecovery.OWNER_KIND, id),
                    upload,
                    LocalDate.now(clock),
                    actor,
                    typed,
                    errors);
        });
    }

    RecoveryFormPage form(Actor.Office actor, UUID id, CommandId form, Map<String, String> typed, FieldErrors errors) {
        var upload = upload(actor, form);
        return transactions.read(actor, () -> {
            var grant = grants.find(id).orElseThrow(RecoveryDesk::notFound);
            var grounds = policy.choices(OpenRecovery.GROUNDS, LocalDate.now(clock)).stream()
                    .map(choice -> Option.of(choice.code(), choice.zh()))
                    .toList();
            return new RecoveryFormPage(
                    grant,
                    recoveries.recoverable(id),
                    recoveries.ofGrant(id).stream()
                            .filter(Recovery::isOpen)
                            .findFirst()
                            .orElse(null),
                    grant.isGrantedBy(actor),
                    grounds,
                    upload,
                    typed,
                    errors);
        });
    }

    private RecoveryPage.Upload upload(Actor actor, CommandId form) {
        var kept = actor instanceof Actor.Office ? files.kept(actor, form, PAPER) : List.<KeptFile>of();
        return new RecoveryPage.Upload(form.value().toString(), kept, check.limits());
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}

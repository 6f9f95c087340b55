package org.rongyi.platform.approval.apply;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.access.WaysIn;
import org.rongyi.platform.act.Act.Command;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.Cases;
import org.rongyi.platform.approval.Task;
import org.rongyi.platform.approval.route.Position;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.documents.attachment.AttachmentKind;
import org.rongyi.platform.documents.attachment.FormFiles;
import org.rongyi.platform.documents.attachment.UploadCheck;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Assurance;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Typed;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** What every application's form asks of the house: identity, the notice, files kept with it, what the counter wants. */
@Component
class ApplicationDesk {

    private static final FormFiles.Field EVIDENCE = new FormFiles.Field("evidence", AttachmentKind.EVIDENCE);

    private final Acts acts;
    private final Cases cases;
    private final Transactions transactions;
    private final FormFiles files;
    private final UploadCheck check;
    private final WaysIn waysIn;
    private final AuditTrail audit;
    private final ReadFirst readFirst;

    ApplicationDesk(
            Acts acts,
            Cases cases,
            Transactions transactions,
            FormFiles files,
            UploadCheck check,
            WaysIn waysIn,
            AuditTrail audit,
            ReadFirst readFirst) {
        this.acts = acts;
        this.cases = cases;
        this.transactions = transactions;
        this.files = files;
        this.check = check;
        this.waysIn = waysIn;
        this.audit = audit;
        this.readFirst = readFirst;
    }

    /** Runs the service's act. */
    <C extends Command> Applied perform(Actor actor, ApplicationForm.Filed<C> filed) {
        return acts.perform(actor, filed.act(), filed.command());
    }

    /** What the counter asked for last, in its words. */
    String askedFor(Actor actor, UUID file) {
        return transactions.read(actor, () -> cases.tasks(file)).stream()
                .filter(task -> task.kind() == Task.Kind.SEAT && task.done() != null)
                .map(Task::done)
                .filter(done -> "SUPPLEMENT".equals(done.verdict()) && done.opinion() != null)
                .reduce((earlier, later) -> later)
                .map(Task.Done::opinion)
                .orElse("请看办理经过");
    }

    WaysIn waysIn() {
        return waysIn;
    }

    /** The 实名等级 that is missing to file it; asked before anything is filled in or handed in. */
    Optional<Assurance> lacking(Actor actor, String service, @Nullable DivisionCode place) {
        return place == null ? Optional.empty() : cases.lacking(actor, service, place);
    }

    Optional<Assurance> lacking(Actor actor, UUID file) {
        return transactions.read(
                actor, () -> cases.find(file).flatMap(found -> found.route().lacking(actor)));
    }

    /** Whether the case waits for what was missing. */
    boolean isAsked(Actor actor, UUID file) {
        return transactions.read(
                actor,
                () -> cases.find(file)
                        .filter(found -> found.state() == Position.State.SUPPLEMENT)
                        .isPresent());
    }

    /** Where he has to read the notice first; none when he has. */
    Optional<String> readFirst(Actor.Self actor, String then) {
        return transactions.read(actor, () -> readFirst.isTold(actor.person()))
                ? Optional.empty()
                : Optional.of(readFirst.ownPath(then));
    }

    /** Whether the person was told before his data are asked for; his family does not see whether he was. */
    boolean isTold(Actor actor, UUID person) {
        return !(actor instanceof Actor.Kin) && transactions.read(actor, () -> readFirst.isTold(person));
    }

    String noticePath() {
        return readFirst.path();
    }

    /** Shown and explained at a counter, or read by who acts for him: kept at once, whatever becomes of the form. */
    void told(Actor actor, UUID person) {
        transactions.write(actor, () -> {
            if (actor instanceof Actor.Kin kin) {
                audit.recordForFamily(kin, "已看个人信息处理告知书");
            } else {
                readFirst.told(actor, person);
                audit.record(actor, new AuditTrail.Entry("TellPerson", person, "Told", true));
            }
            return true;
        });
    }

    /** What a family member sees of the file on the form, the veteran reads in 谁看过我的档案. */
    void seenByFamily(Actor.Kin actor, String what) {
        transactions.write(actor, () -> {
            audit.recordForFamily(actor, what);
            return true;
        });
    }

    void take(Actor actor, CommandId id, Typed form, @Nullable List<MultipartFile> uploads, FieldErrors errors) {
        var sent = uploads == null ? List.<MultipartFile>of() : uploads;
        files.take(actor, id, EVIDENCE, sent, form.values(EVIDENCE.dropName()), errors);
    }

    Sheet.Evidence evidence(Actor actor, CommandId id, String what) {
        return new Sheet.Evidence(id.value().toString(), files.kept(actor, id, EVIDENCE), check.limits(), what);
    }
}

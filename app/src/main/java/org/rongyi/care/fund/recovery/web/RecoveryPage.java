package org.rongyi.care.fund.recovery.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.recovery.ConfirmLateRepayment;
import org.rongyi.care.fund.recovery.ConfirmWriteOff;
import org.rongyi.care.fund.recovery.DecideRecovery;
import org.rongyi.care.fund.recovery.LateRepayments;
import org.rongyi.care.fund.recovery.OpenRecovery;
import org.rongyi.care.fund.recovery.ProposeWriteOff;
import org.rongyi.care.fund.recovery.RecordLateRepayment;
import org.rongyi.care.fund.recovery.RecordRepayment;
import org.rongyi.care.fund.recovery.Recovery;
import org.rongyi.care.fund.recovery.Repayments;
import org.rongyi.care.fund.recovery.StateOnRecovery;
import org.rongyi.care.fund.recovery.TakeBackRepayment;
import org.rongyi.platform.documents.attachment.Attachment;
import org.rongyi.platform.documents.attachment.UploadCheck;
import org.rongyi.platform.documents.issued.IssuedDocument;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.field.KeptFile;

/**
 * 一件追回: how far it is, and what its reader can do about it. The person himself reads it in plain words.
 *
 * @param typed what was typed, by field, to be shown again
 */
public record RecoveryPage(
        Recovery recovery,
        Fund fund,
        String place,
        String ground,
        boolean decidedHere,
        List<Repayments.Repayment> repayments,
        List<LateRepayments.Late> late,
        List<Attachment> evidence,
        List<IssuedDocument> papers,
        Upload upload,
        LocalDate today,
        Actor reader,
        Map<String, String> typed,
        FieldErrors errors)
        implements Page {

    /** The form that takes the document of a write-off. */
    public record Upload(String form, List<KeptFile> kept, UploadCheck.Limits limits) {}

    @Override
    public Set<String> restsOn() {
        return Set.of("fund.recovery.hear.days", "fund.recovery.pay.days");
    }

    @Override
    public String title() {
        if (!own()) {
            return "追回：" + recovery.personName();
        }
        return switch (recovery.state()) {
            case HEARING -> "在核实的帮扶款";
            case DROPPED -> "核实过的帮扶款";
            case ORDERED, RECOVERED, WRITTEN_OFF -> "要退回的帮扶款";
        };
    }

    @Override
    public List<Crumb> crumbs() {
        if (reader instanceof Actor.Office office) {
            return readsList(office)
                    ? List.of(new Crumb("追回", "/recoveries"))
                    : List.of(new Crumb("拨付：" + recovery.personName(), "/grants/" + recovery.grant()));
        }
        return List.of(new Crumb("我的档案", "/me"));
    }

    /** Who may read {@code /recoveries}. */
    private static boolean readsList(Actor.Office office) {
        return office.role() == Role.AUDITOR || Permission.mayPerform(OpenRecovery.class, office);
    }

    /** The grant it is about; none for who may not read that. */
    public @Nullable String grantPath() {
        return reader instanceof Actor.Office office && office.role() != Role.AUDITOR
                ? "/grants/" + recovery.grant()
                : null;
    }

    public boolean own() {
        return reader instanceof Actor.Self;
    }

    public String path() {
        return "/recoveries/" + recovery.id();
    }

    /** How it stands, in two words for him whom it is about. */
    public String standing() {
        return recovery.state() != Recovery.State.HEARING
                ? recovery.state().zh()
                : recovery.said() == null ? "等您说明情况" : "等决定";
    }

    /** How it stands, in a sentence for him whom it is about. */
    public String plain() {
        return switch (recovery.state()) {
            case HEARING -> recovery.said() == null ? "还没有决定。您可以先说明情况，说了的都会看。" : "还没有决定。您说的已经记下，等另一个人来定。";
            case DROPPED -> "决定不追回，您不用退。";
            case ORDERED -> "决定追回，还要退 " + recovery.owed().text() + " 元。可以分次退，退一次记一次。";
            case RECOVERED -> "已经全部退清，了结了。";
            case WRITTEN_OFF -> recovery.owed().isPositive() ? "剩下的不用退了，了结了。" : "已经全部退回，了结了。";
        };
    }

    public boolean mayState() {
        return recovery.state() == Recovery.State.HEARING
                && (recovery.said() == null || mayAdd(recovery.said()))
                && !(reader instanceof Actor.Office office && recovery.opened().isOf(office))
                && Permission.mayPerform(StateOnRecovery.class, reader);
    }

    /** What a desk wrote down does not end his own say. */
    private boolean mayAdd(Recovery.Said said) {
        return reader instanceof Actor.Self && !said.name().equals("本人");
    }

    private Actor.@Nullable Office keeper() {
        return reader instanceof Actor.Office office && fund.unit().equals(office.unit()) ? office : null;
    }

    public boolean mayDecide() {
        var office = keeper();
        return office != null
                && recovery.state() == Recovery.State.HEARING
                && !recovery.opened().isOf(office)
                && !decidedHere
                && recovery.isHeard(today)
                && Permission.mayPerform(DecideRecovery.class, office);
    }

    /** Why somebody of the unit that keeps the fund cannot decide it now; none where he can, or nothing is to be decided. */
    public @Nullable String whyNotDecided() {
        var office = keeper();
        if (office == null || recovery.state() != Recovery.State.HEARING || mayDecide()) {
            return null;
        }
        if (recovery.opened().isOf(office)) {
            return "您提出的，由另一位负责人决定。";
        }
        if (decidedHere) {
            return "当初是您决定给的，由另一位负责人决定。";
        }
        return recovery.isHeard(today) ? "等负责人决定。" : "等本人说明情况；他说过，或者" + Words.day(recovery.hearUntil()) + "过了，才能决定。";
    }

    /** Whether its fund is the reader's own. */
    public boolean keeps() {
        return keeper() != null;
    }

    private boolean isOwed() {
        return keeper() != null && recovery.state() == Recovery.State.ORDERED;
    }

    public boolean mayRecord() {
        return isOwed() && recovery.waiver() == null && Permission.mayPerform(RecordRepayment.class, reader);
    }

    public boolean mayTakeBack(Repayments.Repayment repayment) {
        var office = keeper();
        return office != null
                && repayment.counts()
                && fund.closedOn() == null
                && !repayment.by().isOf(office)
                && lateOf(repayment.id()).map(one -> !one.isTouchedBy(office)).orElse(recovery.waiver() == null)
                && Permission.mayPerform(TakeBackRepayment.class, office);
    }

    /** What it came of, when it had been written off before. */
    private Optional<LateRepayments.Late> lateOf(UUID repayment) {
        return late.stream().filter(one -> one.id().equals(repayment)).findFirst();
    }

    public boolean isWrittenOff() {
        return recovery.state() == Recovery.State.WRITTEN_OFF;
    }

    /** Confirmed, and taken back since. */
    public boolean isTakenBack(LateRepayments.Late one) {
        return repayments.stream().anyMatch(back -> back.id().equals(one.id()) && !back.counts());
    }

    /** The form of one instalment: what was typed belongs to the one it was typed for. */
    public boolean isWrong(Repayments.Repayment repayment) {
        return !errors.isEmpty() && repayment.id().toString().equals(typed.get("repayment"));
    }

    public boolean mayProposeWriteOff() {
        return isOwed() && recovery.waiver() == null && Permission.mayPerform(ProposeWriteOff.class, reader);
    }

    public boolean mayConfirmWriteOff() {
        var office = keeper();
        var waiver = recovery.waiver();
        return office != null
                && isOwed()
                && waiver != null
                && !waiver.by().isOf(office)
                && Permission.mayPerform(ConfirmWriteOff.class, office);
    }

    /** What was written off has come after all. */
    public boolean mayRecordLate() {
        return keeper() != null
                && fund.closedOn() == null
                && recovery.state() == Recovery.State.WRITTEN_OFF
                && recovery.owed().isPositive()
                && waitingLate() == null
                && Permission.mayPerform(RecordLateRepayment.class, reader);
    }

    /** What waits to be confirmed. */
    public LateRepayments.@Nullable Late waitingLate() {
        return late.stream()
                .filter(one -> one.state() == LateRepayments.State.PROPOSED)
                .findFirst()
                .orElse(null);
    }

    public boolean mayConfirmLate() {
        var office = keeper();
        var waiting = waitingLate();
        return office != null
                && waiting != null
                && !waiting.by().isOf(office)
                && Permission.mayPerform(ConfirmLateRepayment.class, office);
    }

    public String typed(String field, String otherwise) {
        return typed.getOrDefault(field, otherwise);
    }
}

package org.rongyi.people.consent.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.people.consent.Consents;
import org.rongyi.people.consent.Consents.Standing;
import org.rongyi.people.consent.Reply;
import org.rongyi.people.consent.Statement;
import org.rongyi.platform.documents.attachment.Attachment;
import org.rongyi.platform.documents.attachment.UploadCheck;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Tone;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.field.KeptFile;
import org.rongyi.platform.ui.part.Happening;

/**
 * 告知与同意 of one person, before himself or before a post.
 *
 * @param signing the form for what takes a signature; null where it cannot be signed here
 * @param proposed the term of a 授权书 is only the system's own proposal
 * @param then where he was on his way to when he was sent here to read first
 */
public record ConsentPage(
        UUID person,
        String name,
        boolean own,
        boolean mayAnswer,
        List<Standing> standings,
        List<Consents.Kept> history,
        Map<UUID, List<Attachment>> signed,
        @Nullable Signing signing,
        boolean proposed,
        LocalDate today,
        FieldErrors errors,
        @Nullable String then)
        implements Page {

    /** The form he was on his way to, if it is one that sends people here. */
    ConsentPage goingOnTo(@Nullable String form) {
        var next = ConsentController.CORRECTION.equals(form) ? form : null;
        return new ConsentPage(
                person, name, own, mayAnswer, standings, history, signed, signing, proposed, today, errors, next);
    }

    /** The form's own command id, under which its files wait, and what they may be. */
    public record Signing(String form, List<KeptFile> kept, UploadCheck.Limits limits) {

        public String inWords() {
            return "本人签了字的授权书，拍照或扫描。" + limits.inWords();
        }
    }

    public String path() {
        return own ? "/me/privacy" : "/persons/" + person + "/privacy";
    }

    public String paperPath(Statement statement) {
        return path() + "/" + statement.id() + "/paper";
    }

    /** The page of its own, where this one is answered. */
    public String elsewhere(Statement statement) {
        return (own ? "/me/" : "/persons/" + person + "/") + statement.at();
    }

    public boolean isYes(Standing one) {
        return one.latest() != null && one.latest().isYes(today);
    }

    /** How it stands, in a word or two. */
    public String word(Standing one) {
        var kept = one.latest();
        if (kept == null) {
            return one.statement().isConsent() ? "未答复" : "未告知";
        }
        if (kept.reply() == Reply.AGREED && !kept.isYes(today)) {
            return "已过期";
        }
        return kept.reply().zh();
    }

    public Tone tone(Standing one) {
        var kept = one.latest();
        if (kept == null) {
            return one.statement().isConsent() ? Tone.NEUTRAL : Tone.WARNING;
        }
        return isYes(one) || kept.reply() == Reply.TOLD ? Tone.SUCCESS : Tone.NEUTRAL;
    }

    /** When, how, by whom, until when; empty where nobody has asked. */
    public String note(Standing one) {
        var kept = one.latest();
        if (kept == null) {
            return "";
        }
        var until = kept.validUntil() == null ? "" : "，有效到" + Words.day(kept.validUntil());
        var by = kept.unitName() == null ? "" : "，" + kept.unitName() + kept.recordedBy() + "登记";
        var old = one.isUpToDate() ? "" : "；看的是以前的版本";
        return Words.day(kept.onDay()) + kept.way().zh() + by + until + old;
    }

    /** Whether it is still to be told: never, or in older words. */
    public boolean isOpen(Standing one) {
        return !one.isUpToDate();
    }

    /** He reads what he is asked; a post that knows the texts sees of the open ones only what is to be told. */
    public boolean opensAtOnce(Standing one) {
        return mayAnswer && isOpen(one) && (own || !one.statement().isConsent());
    }

    public List<Attachment> papers(Standing one) {
        return one.latest() == null
                ? List.of()
                : signed.getOrDefault(one.latest().id(), List.of());
    }

    public List<Happening> happenings() {
        return history.stream()
                .map(kept -> new Happening(
                        Words.day(kept.onDay()),
                        title(kept.statement()) + "：" + kept.reply().zh(),
                        kept.unitName() == null ? kept.recordedBy() : kept.recordedBy() + "（" + kept.unitName() + "）",
                        kept.way().zh() + "，" + Words.day(kept.version()) + "版",
                        Tone.NEUTRAL))
                .toList();
    }

    private String title(String statement) {
        return standings.stream()
                .map(Standing::statement)
                .filter(one -> one.id().equals(statement))
                .map(Statement::zh)
                .findFirst()
                .orElse(statement);
    }

    @Override
    public String title() {
        return "告知与同意";
    }

    @Override
    public List<Crumb> crumbs() {
        return own
                ? List.of(new Crumb("我的档案", "/me"))
                : List.of(new Crumb("人员名册", "/persons"), new Crumb(name, "/persons/" + person));
    }

    @Override
    public @Nullable String door() {
        return own ? "/me" : null;
    }
}

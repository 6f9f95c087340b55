package org.rongyi.care.visit.web;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.need.Needs;
import org.rongyi.care.visit.HandOver;
import org.rongyi.care.visit.Sent;
import org.rongyi.people.person.PersonFile;
import org.rongyi.people.person.Place;
import org.rongyi.platform.policy.Choice;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Icon;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.field.Option;

/**
 * 登记或更正走访.
 *
 * @param offers what waits for somebody of the household
 * @param correcting the record being corrected; none for a new one
 * @param draftSavedAt when the draft that fills the form was kept
 * @param repeated a record of the same person, day and way that is there already
 */
public record RecordVisitPage(
        PersonFile.View person,
        Place place,
        String placeName,
        String phone,
        List<PersonFile.View> household,
        List<HandOver.Offer> offers,
        VisitForm form,
        FieldErrors errors,
        Choices choices,
        LocalDate today,
        boolean mayEnterPaperSlip,
        @Nullable Correcting correcting,
        @Nullable OffsetDateTime draftSavedAt,
        @Nullable Repeated repeated)
        implements Page {

    /** The dated lists the form offers. */
    public record Choices(List<Choice> kinds, List<Choice> modes, List<Choice> needs) {}

    /**
     * Which version of which record.
     *
     * @param fixed needs it opened that the correction does not touch
     */
    public record Correcting(UUID visit, int version, String reason, List<Needs.Opened> fixed) {}

    /**
     * What is there already, and who wrote it.
     *
     * @param sameForm it was this very form, saved before with other content
     */
    public record Repeated(UUID visit, String by, OffsetDateTime at, boolean sameForm) {}

    @Override
    public String title() {
        return (correcting == null ? "登记走访：" : "更正走访：") + person.name();
    }

    @Override
    public List<Crumb> crumbs() {
        return correcting == null
                ? List.of(new Crumb(mayEnterPaperSlip ? "联系名单" : "今日走访", "/contacts"))
                : List.of(new Crumb("走访动态", "/visits"), new Crumb("走访记录", "/visits/" + correcting.visit()));
    }

    @Override
    public @Nullable String door() {
        return correcting == null ? "/contacts" : "/visits";
    }

    /** The six, each with the sign it has everywhere. */
    public List<Option> gifts() {
        return Arrays.stream(Sent.values())
                .map(sent -> new Option(sent.name(), sent.zh(), sent.hint(), icon(sent)))
                .toList();
    }

    private static Icon icon(Sent sent) {
        return switch (sent) {
            case POLICY -> Icon.DOCUMENT;
            case SKILL -> Icon.BOOK;
            case JOB -> Icon.BRIEFCASE;
            case HELP -> Icon.HEART;
            case SECURITY -> Icon.SHIELD;
            case HONOUR -> Icon.MEDAL;
        };
    }

    public String action() {
        return correcting == null ? "/visits" : "/visits/" + correcting.visit() + "/correction";
    }
}

package org.rongyi.care.visit.web;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.need.Needs;
import org.rongyi.care.visit.HandOver;
import org.rongyi.care.visit.Sent;
import org.rongyi.care.visit.VisitFile;
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
        List<Seen> household,
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
     * @param photos the numbers of its pictures
     * @param away those that were chosen to leave it
     */
    public record Correcting(
            UUID visit,
            int version,
            String reason,
            List<Needs.Opened> fixed,
            List<VisitFile.Person> named,
            List<Integer> photos,
            List<Integer> away) {}

    /**
     * Somebody who may have been seen.
     *
     * @param bornYear none of whom the record names and this household does not: settled, or of another one by now
     */
    public record Seen(
            UUID id,
            String name,
            @Nullable String sex,
            @Nullable Integer bornYear) {

        public String about(LocalDate today) {
            return bornYear == null ? "现已不在这一户" : sex + " " + (today.getYear() - bornYear) + "岁";
        }
    }

    /** Who the form is for and his household of today, and of a record that is corrected whoever it names besides. */
    static List<Seen> seen(PersonFile.View person, List<PersonFile.View> household, @Nullable Correcting correcting) {
        var all = new ArrayList<Seen>();
        if (household.stream().noneMatch(one -> one.id().equals(person.id()))) {
            all.add(new Seen(person.id(), person.name(), null, null));
        }
        household.forEach(one -> all.add(new Seen(one.id(), one.name(), one.sex(), one.bornYear())));
        if (correcting != null) {
            correcting.named().stream()
                    .filter(one -> all.stream().noneMatch(known -> known.id().equals(one.personId())))
                    .forEach(one -> all.add(new Seen(one.personId(), one.name(), null, null)));
        }
        return all;
    }

    /**
     * What is there already, and who wrote it.
     *
     * @param sameForm it was this very form, saved before with other content
     */
    public record Repeated(UUID visit, String by, OffsetDateTime at, boolean sameForm) {}

    @Override
    public Set<String> restsOn() {
        return Set.of("visit.kind", "visit.mode", "need.kind");
    }

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

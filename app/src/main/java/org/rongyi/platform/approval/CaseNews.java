package org.rongyi.platform.approval;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.approval.route.Position.Result;
import org.rongyi.platform.approval.route.RouteBook;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.notice.Notice;
import org.rongyi.platform.notice.Notices;
import org.rongyi.platform.notice.Recipient;
import org.rongyi.platform.ui.Words;

/**
 * 办件的消息: whom it waits for learns that it waits, and the applicant what he has to know, in the transaction of what is done. No
 * reason and no number of his stands in it.
 */
final class CaseNews {

    /** Who answers where a station has no phone written down. */
    private static final String HOTLINE = "12345";

    private final Notices notices;
    private final RouteBook book;
    private final Desks desks;

    CaseNews(Notices notices, RouteBook book, Desks desks) {
        this.notices = notices;
        this.book = book;
        this.desks = desks;
    }

    /** @param occasion the same task waits for somebody else than before; none the first time */
    void waiting(CaseFile file, UUID task, TaskStore.Wanted wanted, @Nullable String occasion) {
        if (wanted.kind() == Task.Kind.WAIT) {
            return; // the applicant is asked, nobody else
        }
        var notice = Notice.of(
                "case.waiting",
                task,
                "/tasks/" + task,
                Map.of(
                        "service", service(file),
                        "number", file.number(),
                        "step", wanted.zh(),
                        "due", Words.day(wanted.due().on())));
        var assigned = wanted.assigned();
        var said = occasion == null ? notice : notice.again(occasion);
        if (assigned != null) {
            notices.send(said, new Recipient.Account(assigned.account()));
            return;
        }
        notices.send(
                said,
                wanted.roles().stream()
                        .sorted()
                        .map(role ->
                                (Recipient) new Recipient.Post(wanted.desk().unit(), role))
                        .toArray(Recipient[]::new));
    }

    /** A paper of what waits there is another one now. */
    void exchanged(CaseFile file, Task task, UUID paper) {
        var fields = Map.of("service", service(file), "number", file.number(), "step", task.zh());
        var assigned = task.assigned();
        notices.send(
                Notice.of("case.evidence", task.id(), "/tasks/" + task.id(), fields)
                        .again(paper.toString()),
                assigned != null
                        ? new Recipient[] {new Recipient.Account(assigned.account())}
                        : task.roles().stream()
                                .sorted()
                                .map(role -> (Recipient)
                                        new Recipient.Post(task.desk().unit(), role))
                                .toArray(Recipient[]::new));
    }

    /** The unit that is to take a case over learns of it. */
    void transferAsked(Transfer asked, Set<Role> roles) {
        var fields = Map.of(
                "service", book.get(asked.service()).zh(),
                "number", asked.number(),
                "unit", asked.from().name(),
                "due", Words.day(asked.due()));
        notices.send(
                Notice.of("case.transfer-asked", asked.id(), "/transfers/" + asked.id(), fields),
                roles.stream()
                        .sorted()
                        .map(role -> (Recipient) new Recipient.Post(asked.to().unit(), role))
                        .toArray(Recipient[]::new));
    }

    /** Whoever handed it over learns how it was answered. */
    void transferAnswered(Transfer asked, Transfer.State state) {
        var fields = Map.of("number", asked.number(), "unit", asked.to().name(), "result", state.zh());
        notices.send(
                Notice.of("case.transfer-answered", asked.id(), "/transfers/" + asked.id(), fields),
                new Recipient.Account(asked.asked().account()));
    }

    /** The applicant learns who handles it now. */
    void transferred(CaseFile file, Desks.Desk counter, Transfer how) {
        var fields = new HashMap<String, String>();
        fields.put("service", service(file));
        fields.put("unit", how.to().name());
        fields.put("station", counter.name());
        fields.put(
                "stationPhone",
                desks.phone(counter.unit()).filter(phone -> !phone.isBlank()).orElse(HOTLINE));
        notices.send(
                Notice.of("case.transferred", file.id(), "/cases/" + file.id(), fields)
                        .again(how.id().toString()),
                new Recipient.Person(file.person()));
    }

    /** To those whose list it stands on now. */
    void raised(CaseFile file, Task task, UUID unit) {
        var late = task.raised() == null || task.raised().ground() == Task.Ground.LATE;
        var fields = Map.of(
                "service", service(file),
                "number", file.number(),
                "step", task.zh(),
                "due", Words.day(task.due().on()),
                "unit", task.desk().name());
        var notice = Notice.of(late ? "case.overdue" : "case.unmanned", task.id(), "/tasks/" + task.id(), fields)
                .again(unit.toString());
        notices.send(notice, new Recipient.Post(unit, Role.OFFICER), new Recipient.Post(unit, Role.LEADER));
    }

    /** The desk that published it learns that somebody objects. */
    void objected(PublicNotice notice, UUID task, String number, Term.Due due) {
        var publisher = notice.publisher();
        var fields = Map.of("service", notice.service(), "number", number, "due", Words.day(due.on()));
        notices.send(
                Notice.of("case.objection", task, "/tasks/" + task, fields),
                publisher.roles().stream()
                        .sorted()
                        .map(role -> (Recipient) new Recipient.Post(publisher.unit(), role))
                        .toArray(Recipient[]::new));
    }

    /** Whoever objected learns that the answer is there. */
    void answered(Objection objection, PublicNotice notice) {
        var publisher = notice.publisher();
        var fields = Map.of(
                "number", objection.number(),
                "station", publisher.name(),
                "stationPhone", publisher.phone().isBlank() ? HOTLINE : publisher.phone());
        notices.send(
                Notice.of("case.objection-answered", objection.id(), null, fields),
                new Recipient.Phone(objection.by().phone()));
    }

    /** What the applicant has to know of a move. */
    void moved(CaseFile before, CaseFile after, Desks.Desk counter, Term.@Nullable Due until) {
        if (before.state() == after.state() || after.result() == Result.WITHDRAWN) {
            return;
        }
        switch (after.state()) {
            case SUPPLEMENT -> {
                if (until != null) {
                    tell(after, "case.completion", counter, Map.of("due", Words.day(until.on())));
                }
            }
            case DECIDED -> tell(after, "case.decided", counter, Map.of());
            case CLOSED -> tell(after, "case.rating", counter, Map.of());
            case HANDLING -> {
                var due = after.acceptance().due();
                if (before.acceptance().on() == null && due != null) {
                    tell(after, "case.accepted", counter, Map.of("due", Words.day(due.on())));
                }
            }
            case RECEIVED, PAUSED -> {}
        }
    }

    /** What one of his family did for him. */
    void family(CaseFile file, String who, String what, Desks.Desk counter) {
        var fields = Map.of(
                "who", who,
                "what", what,
                "service", service(file),
                "number", file.number(),
                "station", counter.name(),
                "stationPhone",
                        desks.phone(counter.unit())
                                .filter(phone -> !phone.isBlank())
                                .orElse(HOTLINE));
        notices.send(
                Notice.of("case.family", file.id(), "/cases/" + file.id(), fields)
                        .again(what + file.version()),
                new Recipient.Person(file.person()));
    }

    private void tell(CaseFile file, String template, Desks.Desk counter, Map<String, String> more) {
        var fields = new HashMap<>(more);
        fields.put("service", service(file));
        fields.put("station", counter.name());
        fields.put(
                "stationPhone",
                desks.phone(counter.unit()).filter(phone -> !phone.isBlank()).orElse(HOTLINE));
        notices.send(
                Notice.of(template, file.id(), "/cases/" + file.id(), fields), new Recipient.Person(file.person()));
    }

    private String service(CaseFile file) {
        return book.get(file.service()).zh();
    }
}

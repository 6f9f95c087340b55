package org.rongyi.care.visit.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.rongyi.care.visit.CorrectVisit;
import org.rongyi.care.visit.HandOver;
import org.rongyi.care.visit.Sent;
import org.rongyi.care.visit.TakeAwayPhoto;
import org.rongyi.care.visit.VisitDoor;
import org.rongyi.care.visit.VisitFile;
import org.rongyi.people.person.Villages;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;

/**
 * 走访记录.
 *
 * @param given what was handed over and signed for in it
 * @param gone needs that went with their person to another place
 * @param ways what other rooms can do for those who were visited
 * @param mayChange the reader's post may correct and withdraw it
 * @param mayTrace the reader audits: he may see who did what to it
 * @param justRecorded it was written a moment ago
 */
public record VisitPage(
        VisitFile.View visit,
        List<HandOver.Given> given,
        String placeName,
        String kind,
        String mode,
        List<String> needKinds,
        List<Gone> gone,
        List<VisitDoor.Way> ways,
        boolean mayChange,
        boolean mayTakeAway,
        boolean mayTrace,
        boolean justRecorded)
        implements Page {

    /** A need another place answers now. */
    public record Gone(String kind, String where, String day) {}

    static VisitPage of(
            VisitFile.View visit,
            List<HandOver.Given> given,
            List<VisitDoor.Way> ways,
            Villages villages,
            Policy policy,
            Actor reader,
            boolean recorded) {
        return new VisitPage(
                visit,
                given,
                villages.fullName(visit.code()),
                policy.label("visit.kind", visit.kind()),
                policy.label("visit.mode", visit.mode()),
                visit.needs().stream()
                        .map(need -> policy.label("need.kind", need.kind()))
                        .toList(),
                visit.moved().stream()
                        .map(need -> new Gone(
                                policy.label("need.kind", need.kind()),
                                villages.fullName(need.to()),
                                Words.day(need.on())))
                        .toList(),
                ways,
                Permission.mayPerform(CorrectVisit.class, reader) && !visit.withdrawn(),
                Permission.mayPerform(TakeAwayPhoto.class, reader),
                reader instanceof Actor.Office office && office.role() == Role.AUDITOR,
                recorded);
    }

    /** What the record said before a change, in a line. */
    public String before(VisitFile.Change change) {
        var was = change.before();
        return "原记录：" + Words.day(was.happenedOn()) + "，"
                + String.join("、", was.attendees())
                + was.sent().stream()
                        .map(Sent::zh)
                        .collect(Collectors.joining("、", was.sent().isEmpty() ? "" : "，", ""));
    }

    @Override
    public Set<String> restsOn() {
        return Set.of("visit.kind", "visit.mode", "need.kind");
    }

    @Override
    public String title() {
        return "走访记录";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("走访动态", "/visits"));
    }
}

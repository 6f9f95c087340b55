package org.rongyi.care.visit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.kernel.NameMask;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.ui.Words;

/**
 * What the trail says of a corrected record: which fields; day, kind, way, 六送 and results as they were and are, whom it names
 * masked. What was brought and talked about stays in the record.
 */
final class ChangedVisit {

    private final Policy policy;
    private final List<Detail.Change> changes = new ArrayList<>();

    private ChangedVisit(Policy policy) {
        this.policy = policy;
    }

    /**
     * @param said what was talked about, before
     * @param photos the numbers of its pictures, before
     */
    record Before(Visits.Stored visit, List<Visits.Attendee> attendees, String said, List<Integer> photos) {}

    static Detail of(
            Before before,
            VisitContent content,
            List<Integer> photos,
            List<Contacts.Locked> persons,
            String reason,
            Policy policy) {
        var names =
                before.attendees().stream().collect(Collectors.toMap(Visits.Attendee::personId, Visits.Attendee::name));
        persons.forEach(person -> names.put(person.personId(), person.name()));
        var changed = new ChangedVisit(policy);
        changed.look(before, content, names);
        changed.say("照片", pictures(before.photos()), pictures(photos));
        return new Detail(masked(reason, names.values()), changed.changes);
    }

    private void look(Before before, VisitContent content, Map<UUID, String> names) {
        var visit = before.visit();
        say("日期", Words.day(visit.happenedOn()), Words.day(content.happenedOn()));
        say("类型", policy.label("visit.kind", visit.kind()), policy.label("visit.kind", content.kind()));
        say("方式", policy.label("visit.mode", visit.mode()), policy.label("visit.mode", content.mode()));
        say("六送", words(Sent.of(visit.sent())), words(content.sent()));
        var was = before.attendees().stream()
                .collect(Collectors.toMap(Visits.Attendee::personId, Visits.Attendee::result));
        say("对象", words(was, names), words(content.results(), names));
        if (!visit.brought().equals(content.brought())) {
            changes.add(Detail.unsaid("带去"));
        }
        if (!before.said().equals(content.said())) {
            changes.add(Detail.unsaid("所谈"));
        }
    }

    private void say(String what, String before, String after) {
        if (!before.equals(after)) {
            changes.add(new Detail.Change(what, before, after));
        }
    }

    private static String pictures(List<Integer> numbers) {
        return numbers.isEmpty()
                ? "无"
                : "第 " + numbers.stream().map(String::valueOf).collect(Collectors.joining("、")) + " 张";
    }

    private static String words(Set<Sent> sent) {
        return sent.isEmpty() ? "无" : new TreeSet<>(sent).stream().map(Sent::zh).collect(Collectors.joining("、"));
    }

    private static String words(Map<UUID, Result> results, Map<UUID, String> names) {
        return results.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(UUID::toString)))
                .map(one -> NameMask.mask(names.getOrDefault(one.getKey(), "")) + "（"
                        + one.getValue().zh() + "）")
                .collect(Collectors.joining("、"));
    }

    private static String masked(String reason, Collection<String> names) {
        var text = reason;
        for (var name : names) {
            text = text.replace(name, NameMask.mask(name));
        }
        return text;
    }
}

package org.rongyi.care.relief;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.relief.rule.Facts;
import org.rongyi.care.visit.VisitFile;
import org.rongyi.platform.approval.CaseFile;
import org.rongyi.platform.approval.CaseService.Ask;
import org.rongyi.platform.approval.CaseService.Input;
import org.rongyi.platform.approval.CaseService.Wrong;
import org.rongyi.platform.secrecy.Secrets;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.field.Option;
import org.springframework.stereotype.Component;

/**
 * 入户核查, as a step of either service asks for it: the day, two people, what they found, and whether the 户籍 is in the province. A
 * visit that is on record already is named and not written a second time.
 */
@Component
public class HomeChecks {

    private static final int VISITS = 5;
    private static final String HOME = "HOME";

    private final VisitFile visits;
    private final HomeVisitors visitors;
    private final Secrets secrets;
    private final Clock clock;

    HomeChecks(VisitFile visits, HomeVisitors visitors, Secrets secrets, Clock clock) {
        this.visits = visits;
        this.visitors = visitors;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** As far as it was said before. */
    public record Said(
            Facts.@Nullable Check made, @Nullable UUID visit, Facts.@Nullable Known registered, String found) {}

    /** How it was read. */
    public sealed interface Read {}

    public record Made(Facts.Check check, @Nullable UUID visit, Facts.@Nullable Known registered, String found)
            implements Read {

        /** 入户核查：2026年3月1日，黎小梅、陈国强. */
        public String inWords() {
            return "入户核查：" + Words.day(check.on()) + "，" + String.join("、", check.visitors());
        }
    }

    public record Not(Wrong why) implements Read {}

    public List<Ask> asks(CaseFile file, Said before) {
        var person = file.person();
        var made = before.made();
        var visit = before.visit();
        var asks = new ArrayList<Ask>();
        var known = homeVisits(person).stream()
                .map(one -> Option.of(one.id().toString(), Words.day(one.happenedOn()) + "，" + one.unitName()))
                .toList();
        if (!known.isEmpty()) {
            var chosen = visit == null ? List.<String>of() : List.of(visit.toString());
            asks.add(new Ask("checkVisit", "入户核查，用已登记的上门走访", Input.ONE, known, chosen, "选了它，日期就不用再填", true));
        }
        asks.add(new Ask(
                "checkOn",
                "入户核查的日期",
                Input.DAY,
                List.of(),
                made == null ? List.of() : List.of(made.on().toString()),
                null,
                true));
        asks.add(new Ask(
                "visitors",
                "谁去的",
                Input.LINE,
                List.of(),
                made == null ? List.of() : List.of(String.join("、", made.visitors())),
                visitors.hint(file.code(), LocalDate.now(clock)),
                true));
        asks.add(new Ask("found", "看到了什么、谁在场", Input.WORDS, List.of(), List.of(before.found()), "本人看不到这段话", true));
        var registered = before.registered();
        asks.add(new Ask(
                "registered",
                "户口簿核对：户籍在本省吗",
                Input.ONE,
                List.of(Option.of("YES", "在本省"), Option.of("NO", "不在本省")),
                registered == null ? List.of() : List.of(registered.name()),
                null,
                true));
        return asks;
    }

    /** @param since the day of the event: nobody was there before it */
    public Read read(CaseFile file, LocalDate since, Answers answers) {
        var visit = visit(file.person(), answers);
        if (!answers.text("checkVisit").isEmpty() && visit.isEmpty()) {
            return wrong("checkVisit", "这次走访不是他的，请重新选");
        }
        var on = visit.map(VisitFile.Brief::happenedOn).or(() -> answers.day("checkOn"));
        if (on.isEmpty() || on.get().isAfter(LocalDate.now(clock))) {
            return wrong("checkOn", "请填写哪天入户核查的，或选已登记的走访");
        }
        if (on.get().isBefore(since)) {
            return wrong(visit.isPresent() ? "checkVisit" : "checkOn", "事情发生在" + Words.day(since) + "，入户核查应在这以后");
        }
        var recordedBy = visit.map(VisitFile.Brief::recordedBy).orElse(null);
        return switch (visitors.read(answers.text("visitors"), file.code(), on.get(), recordedBy)) {
            case HomeVisitors.Not(var why) -> wrong("visitors", why);
            case HomeVisitors.Known(var people) -> read(new Facts.Check(on.get(), people), visit, answers);
        };
    }

    private Read read(Facts.Check check, Optional<VisitFile.Brief> visit, Answers answers) {
        var found = answers.text("found");
        if (found.isEmpty() || found.length() > AidRequest.LONGEST) {
            return wrong("found", "请写明看到了什么、谁在场，不超过 500 字");
        }
        var secret = secrets.look("found", found).or(() -> secrets.look("visitors", answers.text("visitors")));
        if (secret.isPresent()) {
            return wrong(secret.get().field(), secret.get().why());
        }
        var registered = answers.said("registered");
        return new Made(
                check,
                visit.map(VisitFile.Brief::id).orElse(null),
                registered == null ? null : registered ? Facts.Known.YES : Facts.Known.NO,
                found);
    }

    private static Not wrong(String field, String why) {
        return new Not(new Wrong(field, why));
    }

    private Optional<VisitFile.Brief> visit(UUID person, Answers answers) {
        var wanted = answers.text("checkVisit");
        return homeVisits(person).stream()
                .filter(visit -> visit.id().toString().equals(wanted))
                .findFirst();
    }

    private List<VisitFile.Brief> homeVisits(UUID person) {
        return visits.latestOf(person, VISITS).stream()
                .filter(visit -> visit.mode().equals(HOME))
                .toList();
    }
}

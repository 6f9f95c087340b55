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
import org.rongyi.platform.approval.apply.Answers;
import org.rongyi.platform.secrecy.Secrets;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.field.Option;
import org.springframework.stereotype.Component;

/**
 * 入户核查, as a step of either service asks for it: the day, two people, what they found, whether the 户籍 is in the province, and the
 * card nobody has written down yet. A visit that is on record already is named and not written a second time.
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
            Facts.@Nullable Check made,
            @Nullable UUID visit,
            Facts.@Nullable Known registered,
            String found,
            AidRequest.@Nullable Account account) {}

    /** How it was read. */
    public sealed interface Read {}

    /** @param account known before, or named now; none where neither */
    public record Made(
            Facts.Check check,
            @Nullable UUID visit,
            Facts.@Nullable Known registered,
            String found,
            AidRequest.@Nullable Account account)
            implements Read {

        /** 入户核查：2026年3月1日，黎小梅、陈国强. */
        public String inWords() {
            return "入户核查：" + Words.day(check.on()) + "，" + String.join("、", check.visitors());
        }
    }

    public record Not(Wrong why) implements Read {}

    public List<Ask> asks(CaseFile file, Said before) {
        var made = before.made();
        var asks = new ArrayList<Ask>();
        var known = homeVisits(file.person()).stream()
                .map(one -> Option.of(one.id().toString(), Words.day(one.happenedOn()) + "，" + one.unitName()))
                .toList();
        if (!known.isEmpty()) {
            asks.add(Ask.choice(Input.ONE, "checkVisit", "入户核查，用已登记的上门走访", known)
                    .saying(before.visit())
                    .hinting("选了它，日期就不用再填"));
        }
        asks.add(Ask.of(Input.DAY, "checkOn", "入户核查的日期").saying(made == null ? null : made.on()));
        asks.add(Ask.of(Input.LINE, "visitors", "谁去的")
                .saying(made == null ? null : String.join("、", made.visitors()))
                .hinting(visitors.hint(file.code(), LocalDate.now(clock))));
        asks.add(
                Ask.of(Input.WORDS, "found", "看到了什么、谁在场").saying(before.found()).hinting("本人看不到这段话"));
        asks.add(Ask.choice(
                        Input.ONE,
                        "registered",
                        "户口簿核对：户籍在本省吗",
                        List.of(Option.of("YES", "在本省"), Option.of("NO", "不在本省")))
                .saying(before.registered()));
        asks.addAll(Cards.asks(before.account()));
        return asks;
    }

    /**
     * @param since the day of the event: nobody was there before it
     * @param name who is to have the card
     */
    public Read read(CaseFile file, LocalDate since, AidRequest.@Nullable Account known, String name, Answers answers) {
        return switch (read(file, since, answers)) {
            case Not not -> not;
            case Made made ->
                switch (Cards.read(known, name, answers)) {
                    case Cards.Not(var why) -> new Not(why);
                    case Cards.Named(var account) ->
                        new Made(made.check(), made.visit(), made.registered(), made.found(), account);
                };
        };
    }

    private Read read(CaseFile file, LocalDate since, Answers answers) {
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
                found,
                null);
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

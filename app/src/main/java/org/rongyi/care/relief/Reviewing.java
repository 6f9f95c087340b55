package org.rongyi.care.relief;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.relief.rule.Facts;
import org.rongyi.care.visit.VisitFile;
import org.rongyi.platform.approval.CaseFile;
import org.rongyi.platform.approval.CaseService.Ask;
import org.rongyi.platform.approval.CaseService.Input;
import org.rongyi.platform.approval.CaseService.Kept;
import org.rongyi.platform.approval.CaseService.Taken;
import org.rongyi.platform.approval.CaseService.Wrong;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.secrecy.Secrets;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.field.Option;
import org.springframework.stereotype.Component;

/**
 * 镇街审核: what was found at the household by two people, whether his 户籍 is in the province, and whether the same cause is
 * brought again for a good reason (办法 第十五条). A visit that is on record already is named and not written a second time.
 */
@Component
class Reviewing {

    private static final int VISITS = 5;
    private static final String HOME = "HOME";

    private final Aids aids;
    private final Assessment assessment;
    private final VisitFile visits;
    private final Policy policy;
    private final Secrets secrets;
    private final Clock clock;

    Reviewing(Aids aids, Assessment assessment, VisitFile visits, Policy policy, Secrets secrets, Clock clock) {
        this.aids = aids;
        this.assessment = assessment;
        this.visits = visits;
        this.policy = policy;
        this.secrets = secrets;
        this.clock = clock;
    }

    List<Ask> asks(Aids.Kept aid) {
        var check = aid.check();
        var made = check.made();
        var asks = new ArrayList<Ask>();
        var known = homeVisits(aid).stream()
                .map(visit -> Option.of(visit.id().toString(), Words.day(visit.happenedOn()) + "，" + visit.unitName()))
                .toList();
        if (!known.isEmpty()) {
            asks.add(new Ask(
                    "checkVisit",
                    "入户核查，用已登记的上门走访",
                    Input.ONE,
                    known,
                    check.visit() == null ? List.of() : List.of(check.visit().toString()),
                    "选了它，日期就不用再填",
                    true));
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
                "两个人，写全姓名，用顿号隔开；其中一人可以是村（居）委会的",
                true));
        asks.add(new Ask("found", "看到了什么、谁在场", Input.WORDS, List.of(), List.of(check.found()), "本人看不到这段话", true));
        var registered = check.registered();
        asks.add(new Ask(
                "registered",
                "户口簿核对：户籍在本省吗",
                Input.ONE,
                List.of(Option.of("YES", "在本省"), Option.of("NO", "不在本省")),
                registered == null ? List.of() : List.of(registered.name()),
                null,
                true));
        if (!aid.request().repeat().isEmpty()) {
            var accepted = check.repeatAccepted();
            asks.add(new Ask(
                    "repeat",
                    "同一事由再次申请的理由",
                    Input.ONE,
                    List.of(Option.of("YES", "正当"), Option.of("NO", "不正当")),
                    accepted == null ? List.of() : List.of(accepted ? "YES" : "NO"),
                    aid.request().repeat(),
                    true));
        }
        return asks;
    }

    Taken take(CaseFile file, Aids.Kept aid, Answers answers, Actor.Office by) {
        var visit = visit(aid, answers);
        if (!answers.text("checkVisit").isEmpty() && visit.isEmpty()) {
            return new Wrong("checkVisit", "这次走访不是他的，请重新选");
        }
        var on = visit.map(VisitFile.Brief::happenedOn).or(() -> answers.day("checkOn"));
        if (on.isEmpty() || on.get().isAfter(LocalDate.now(clock))) {
            return new Wrong("checkOn", "请填写哪天入户核查的，或选已登记的走访");
        }
        var visitors = names(answers.text("visitors"));
        if (visitors.size() < Facts.Check.FEWEST) {
            return new Wrong("visitors", "入户核查要两个人，请写全姓名，用顿号隔开");
        }
        var found = answers.text("found");
        if (found.isEmpty() || found.length() > AidRequest.LONGEST) {
            return new Wrong("found", "请写明看到了什么、谁在场，不超过 500 字");
        }
        var secret = secrets.look("found", found).or(() -> secrets.look("visitors", answers.text("visitors")));
        if (secret.isPresent()) {
            return new Wrong(secret.get().field(), secret.get().why());
        }
        var repeat = said(answers, "repeat");
        if (!aid.request().repeat().isEmpty() && repeat == null) {
            return new Wrong("repeat", "请认定再次申请的理由是否正当");
        }
        var registered = said(answers, "registered");
        aids.check(
                file.id(),
                new Aids.Check(
                        new Facts.Check(on.get(), visitors),
                        visit.map(VisitFile.Brief::id).orElse(null),
                        registered == null ? null : registered ? Facts.Known.YES : Facts.Known.NO,
                        repeat,
                        found));
        return new Kept("入户核查：" + Words.day(on.get()) + "，" + String.join("、", visitors), inPublic(file, by));
    }

    /** What the 公示 shows, if it hangs: the kind of hardship and the amount the rule suggests, which is not decided yet. */
    private String inPublic(CaseFile file, Actor.Office by) {
        var aid = aids.find(file.id()).orElseThrow();
        var situation = policy.label(
                "relief.hardship.situation", aid.request().situation().name());
        long amount = assessment.of(aid, by).evaluation().suggestedFen();
        return situation + (amount > 0 ? "，拟援助 " + Words.yuan(amount) : "");
    }

    private Optional<VisitFile.Brief> visit(Aids.Kept aid, Answers answers) {
        var wanted = answers.text("checkVisit");
        return homeVisits(aid).stream()
                .filter(visit -> visit.id().toString().equals(wanted))
                .findFirst();
    }

    private List<VisitFile.Brief> homeVisits(Aids.Kept aid) {
        return visits.latestOf(aid.person(), VISITS).stream()
                .filter(visit -> visit.mode().equals(HOME))
                .toList();
    }

    private static @Nullable Boolean said(Answers answers, String name) {
        return switch (answers.text(name)) {
            case "YES" -> true;
            case "NO" -> false;
            default -> null;
        };
    }

    private static List<String> names(String text) {
        return Arrays.stream(text.split("[、，,；;\\s]+"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }
}

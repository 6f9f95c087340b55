package org.rongyi.care.relief;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.relief.rule.Facts;
import org.rongyi.network.organisation.OnDuty;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.stereotype.Component;

/**
 * Who went to the household: two people, one of them at least in post that day at the station that answers for the place or in its
 * town or county. The other one too, or of the village's or the town's own body, which is named with him. Neither 办法 says who
 * goes; that two go is ours (系统默认，待业务确认).
 */
@Component
class HomeVisitors {

    private static final int SHOWN = 6;

    private static final String NAME = "\\p{IsHan}[\\p{IsHan}·•・．]{1,18}";
    private static final String BODY = ".{0,20}(?:村民委员会|居民委员会|村委会|居委会|村委|居委|镇政府|乡政府|人民政府|街道办事处|街道办|镇街)";
    private static final Pattern WITH_BODY = Pattern.compile("(" + BODY + ")[：:]?(" + NAME + ")");
    private static final Pattern IN_BRACKETS = Pattern.compile("(" + NAME + ")[（(](.{2,40})[）)]");
    private static final Pattern BODY_ALONE = Pattern.compile(BODY + "[：:]?");

    private final OnDuty onDuty;

    HomeVisitors(OnDuty onDuty) {
        this.onDuty = onDuty;
    }

    /** How the line was read. */
    sealed interface Read {}

    /** @param people by name, those of other bodies behind their body */
    record Known(List<String> people) implements Read {}

    record Not(String why) implements Read {}

    /** @param body none for who is on duty */
    private record Visitor(String name, @Nullable String body) {

        String inWords() {
            return body == null ? name : body + name;
        }
    }

    /** What the field says below it: how to write, and who is on duty. */
    String hint(DivisionCode place, LocalDate today) {
        var names = onDuty.around(place, today).stream()
                .map(OnDuty.Member::name)
                .distinct()
                .limit(SHOWN)
                .collect(Collectors.joining("、"));
        return "两个人，写全姓名，用顿号隔开。至少一人是服务站、镇街或" + bureau(place) + "里在岗的"
                + (names.isEmpty() ? "" : "（如" + names + "）")
                + "；另一人可以是村（居）委会或镇街的，写明单位，如“村委会陈国强”";
    }

    /** @param recordedBy who wrote down the visit that is the proof; none when no visit on record is named */
    Read read(String typed, DivisionCode place, LocalDate on, @Nullable String recordedBy) {
        var serving = onDuty.around(place, on).stream().map(OnDuty.Member::name).collect(Collectors.toSet());
        var visitors = new ArrayList<Visitor>();
        for (var written : people(typed)) {
            var visitor = visitor(written, serving);
            if (visitor.isEmpty()) {
                return many(typed) < Facts.Check.FEWEST ? tooFew() : unknown(written, place);
            }
            if (visitors.stream()
                    .noneMatch(one -> one.name().equals(visitor.get().name()))) {
                visitors.add(visitor.get());
            }
        }
        if (visitors.size() < Facts.Check.FEWEST) {
            return tooFew();
        }
        if (visitors.stream().allMatch(one -> one.body() != null)) {
            return new Not("至少一个人要是管他的服务站或镇街、" + bureau(place) + "里当天在岗的工作人员，不能都是村（居）委会、镇街的");
        }
        if (recordedBy != null && visitors.stream().noneMatch(one -> one.name().equals(recordedBy))) {
            return new Not("选的这次走访是" + recordedBy + "登记的，去的人里没有他；请写上他，或不选这次走访、另填日期");
        }
        return new Known(visitors.stream().map(Visitor::inWords).toList());
    }

    private static Not tooFew() {
        return new Not("入户核查要两个人，请写全姓名，用顿号隔开");
    }

    private static Not unknown(String written, DivisionCode place) {
        return new Not("“" + written + "”不在管他的服务站和镇街、" + bureau(place) + "当天的在岗名单里；是村（居）委会或镇街的，请写明单位和姓名，如“村委会陈国强”");
    }

    /** 县; 市 in 东莞 and 中山. */
    private static String bureau(DivisionCode place) {
        return Divisions.lowestBureauAboveTown(place).level().zh();
    }

    private static long many(String typed) {
        return people(typed).stream().distinct().count();
    }

    /** Written one by one; a body that stands by itself belongs to the name behind it. */
    private static List<String> people(String typed) {
        var people = new ArrayList<String>();
        var body = "";
        for (var part : Arrays.asList(typed.strip().split("[、，,；;\\s]+"))) {
            if (BODY_ALONE.matcher(part).matches() && body.isEmpty()) {
                body = part;
            } else if (!part.isEmpty()) {
                people.add(body + part);
                body = "";
            }
        }
        if (!body.isEmpty()) {
            people.add(body);
        }
        return people;
    }

    private static Optional<Visitor> visitor(String written, Set<String> serving) {
        var bracketed = IN_BRACKETS.matcher(written);
        boolean hasBrackets = bracketed.matches();
        var name = hasBrackets ? bracketed.group(1) : written;
        if (serving.contains(name)) {
            return Optional.of(new Visitor(name, null));
        }
        var whole = hasBrackets ? bracketed.group(2) + name : written;
        var other = WITH_BODY.matcher(whole);
        return other.matches() ? Optional.of(new Visitor(other.group(2), other.group(1))) : Optional.empty();
    }
}

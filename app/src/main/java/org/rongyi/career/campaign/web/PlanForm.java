package org.rongyi.career.campaign.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignPlan;
import org.rongyi.career.placement.proof.Priority;
import org.rongyi.career.placement.proof.Tie;
import org.rongyi.career.placement.proof.Way;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Typed;
import org.springframework.util.LinkedMultiValueMap;

/** 安置活动方案, as it is typed: a plan, or what is wrong in it field by field. */
final class PlanForm {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final int LATEST_YEAR = 2200;

    private PlanForm() {}

    static Optional<CampaignPlan> read(Typed typed, FieldErrors errors) {
        var priority = name(Priority.values(), typed.value("priority"));
        var opens = instant(typed, "opensOn", "opensAt");
        var closes = instant(typed, "closesOn", "closesAt");
        var least = number(typed.value("least"));
        var most = number(typed.value("most"));
        var days = number(typed.value("noticeDays"));
        errors.require(priority != null, "priority", "请选择优先安置的办法")
                .require(days != null, "noticeDays", "请填写公示几个工作日")
                .require(least != null, "least", "请填写最少几个志愿")
                .require(most != null, "most", "请填写最多几个志愿")
                .require(opens != null, "opensOn", "请填写开始填报的日期和钟点，钟点写成 09:00")
                .require(closes != null, "closesOn", "请填写截止的日期和钟点，钟点写成 17:00");
        if (priority == null || least == null || most == null || days == null || opens == null || closes == null) {
            return Optional.empty();
        }
        return Optional.of(new CampaignPlan(
                typed.value("title"),
                chosen(typed, "way", Way.values()),
                chosen(typed, "tie", Tie.values()),
                priority,
                least,
                most,
                days,
                opens,
                closes,
                typed.value("silent"),
                typed.value("sources")
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList()));
    }

    /** What a plan looks like in the form. */
    static Typed of(CampaignPlan plan) {
        var fields = new LinkedMultiValueMap<String, String>();
        fields.set("title", plan.title());
        put(fields, "way", plan.ways());
        put(fields, "tie", plan.ties());
        fields.set("priority", plan.priority().name());
        fields.set("least", String.valueOf(plan.least()));
        fields.set("most", String.valueOf(plan.most()));
        fields.set("noticeDays", String.valueOf(plan.noticeDays()));
        put(fields, "opens", plan.opens());
        put(fields, "closes", plan.closes());
        fields.set("silent", plan.silent());
        fields.set("sources", String.join("\n", plan.sources()));
        return new Typed(fields);
    }

    /** What most campaigns begin with, and the rule of the place asks. */
    static Typed blank(Priority priority, List<Tie> ties) {
        var fields = new LinkedMultiValueMap<String, String>();
        put(fields, "way", List.of(Way.BY_SCORE, Way.DIRECTIVE));
        put(fields, "tie", ties);
        fields.set("priority", priority.name());
        fields.set("least", "1");
        fields.set("most", "10");
        fields.set("opensAt", "09:00");
        fields.set("closesAt", "17:00");
        fields.set("silent", "没有公布数值的来源不计入，其余的照常计入；全部没有公布的，由专项小组另行公告新的来源");
        return new Typed(fields);
    }

    private static void put(LinkedMultiValueMap<String, String> fields, String field, List<? extends Enum<?>> chosen) {
        for (int i = 0; i < chosen.size(); i++) {
            fields.set(field + (i + 1), chosen.get(i).name());
        }
    }

    private static void put(LinkedMultiValueMap<String, String> fields, String field, Instant at) {
        var local = at.atZone(ZONE);
        fields.set(field + "On", local.toLocalDate().toString());
        fields.set(field + "At", CLOCK.format(local));
    }

    private static <E extends Enum<E>> List<E> chosen(Typed typed, String field, E[] all) {
        var chosen = new ArrayList<E>();
        IntStream.rangeClosed(1, all.length)
                .mapToObj(i -> name(all, typed.value(field + i)))
                .forEach(one -> {
                    if (one != null) {
                        chosen.add(one);
                    }
                });
        return chosen;
    }

    private static <E extends Enum<E>> @Nullable E name(E[] all, String typed) {
        return Arrays.stream(all)
                .filter(one -> one.name().equals(typed))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Instant instant(Typed typed, String day, String time) {
        return typed.day(day)
                .filter(on -> on.getYear() > 1900 && on.getYear() < LATEST_YEAR)
                .flatMap(on -> read(typed.value(time), LocalTime::parse)
                        .map(at -> on.atTime(at).atZone(ZONE).toInstant()))
                .orElse(null);
    }

    private static <T> Optional<T> read(String text, Function<String, T> how) {
        try {
            return Optional.of(how.apply(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static @Nullable Integer number(String text) {
        return text.matches("[0-9]{1,4}") ? Integer.valueOf(text) : null;
    }

    /** The day by whose rules the ways are named. */
    static LocalDate day(CampaignPlan plan) {
        return plan.opens().atZone(ZONE).toLocalDate();
    }

    /** The same, as far as it is typed. */
    static Optional<LocalDate> day(Typed typed) {
        return typed.day("opensOn");
    }
}

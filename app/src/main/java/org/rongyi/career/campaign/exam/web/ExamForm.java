package org.rongyi.career.campaign.exam.web;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.ExamPlan;
import org.rongyi.career.campaign.exam.PlanExam;
import org.rongyi.career.campaign.exam.SeatDraw;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Typed;
import org.springframework.util.LinkedMultiValueMap;

/** What is typed about an exam, and what stands there before anything is. */
final class ExamForm {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final int LATEST_YEAR = 2200;
    private static final int HUNDRED = 100;

    private ExamForm() {}

    /** @param filePercent the dated parameter's, where nothing is planned yet */
    static Typed of(@Nullable ExamPlan plan, int filePercent) {
        var fields = new LinkedMultiValueMap<String, String>();
        if (plan == null) {
            fields.add("filePercent", Integer.toString(filePercent));
            fields.add("subject1", "公共基础知识");
            fields.add("full1", "100");
            fields.add("weight1", Integer.toString(HUNDRED - filePercent));
            return new Typed(fields);
        }
        fields.add("forWhom", plan.forWhom());
        fields.add("filePercent", percent(plan.fileWeight()));
        for (int i = 0; i < plan.subjects().size(); i++) {
            var subject = plan.subjects().get(i);
            fields.add("subject" + (i + 1), subject.name());
            fields.add("full" + (i + 1), Integer.toString(subject.full()));
            fields.add("weight" + (i + 1), percent(subject.weight()));
        }
        moment(fields, "opens", plan.opens());
        moment(fields, "closes", plan.closes());
        moment(fields, "sits", plan.sits());
        fields.add("place", plan.place());
        fields.add("source", plan.source());
        return new Typed(fields);
    }

    private static void moment(LinkedMultiValueMap<String, String> fields, String name, Instant at) {
        var local = at.atZone(ZONE);
        fields.add(name + "On", local.toLocalDate().toString());
        fields.add(name + "At", CLOCK.format(local));
    }

    static String percent(BigDecimal weight) {
        return weight.movePointRight(2).stripTrailingZeros().toPlainString();
    }

    /** None where something cannot be read; the errors say what. */
    static Optional<PlanExam.Details> read(Typed typed, FieldErrors errors) {
        var file = whole(typed.value("filePercent"));
        errors.require(file >= 0, "filePercent", "请填写百分比，例如 60");
        var subjects = new ArrayList<ExamPlan.Subject>();
        for (int i = 1; i <= ExamPlan.MOST_SUBJECTS; i++) {
            var name = typed.value("subject" + i).strip();
            if (!name.isEmpty()) {
                int full = whole(typed.value("full" + i));
                int weight = whole(typed.value("weight" + i));
                errors.require(full >= 0, "full" + i, "请填写满分，例如 100");
                errors.require(weight >= 0, "weight" + i, "请填写百分比，例如 40");
                subjects.add(new ExamPlan.Subject(name, full, BigDecimal.valueOf(weight, 2)));
            }
        }
        var opens = instant(typed, "opens", "开始报名", errors);
        var closes = instant(typed, "closes", "报名截止", errors);
        var sits = instant(typed, "sits", "考试", errors);
        if (!errors.isEmpty() || opens == null || closes == null || sits == null) {
            return Optional.empty();
        }
        return Optional.of(new PlanExam.Details(
                typed.value("forWhom").strip(),
                file,
                subjects,
                opens,
                closes,
                sits,
                typed.value("place").strip(),
                typed.value("source").strip()));
    }

    static @Nullable Instant instant(Typed typed, String name, String of, FieldErrors errors) {
        var day = typed.day(name + "On").filter(one -> one.getYear() > 1900 && one.getYear() < LATEST_YEAR);
        errors.require(day.isPresent(), name + "On", "请填写" + of + "的日期");
        try {
            var at = LocalTime.parse(typed.value(name + "At").strip());
            return day.map(one -> one.atTime(at).atZone(ZONE).toInstant()).orElse(null);
        } catch (DateTimeException e) {
            errors.add(name + "At", "请填写" + of + "的钟点，写成 09:00");
            return null;
        }
    }

    private static int whole(String text) {
        return text.strip().matches("[0-9]{1,4}") ? Integer.parseInt(text.strip()) : -1;
    }

    /** One room a line: the name, a space, the seats; a line that cannot be read has no seats and is refused. */
    static List<SeatDraw.Room> rooms(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> {
                    int at = Math.max(line.lastIndexOf(' '), line.lastIndexOf('　'));
                    return at < 0
                            ? new SeatDraw.Room(line, 0)
                            : new SeatDraw.Room(line.substring(0, at).strip(), whole(line.substring(at + 1)));
                })
                .toList();
    }

    /** None where it is no number with at most two decimals. */
    static Optional<BigDecimal> points(String text) {
        return text.strip().matches("[0-9]{1,4}(\\.[0-9]{1,2})?")
                ? Optional.of(new BigDecimal(text.strip()))
                : Optional.empty();
    }
}

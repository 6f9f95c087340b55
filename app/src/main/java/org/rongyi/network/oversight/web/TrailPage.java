package org.rongyi.network.oversight.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.network.oversight.Trail;
import org.rongyi.network.oversight.TrailWords;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.division.UnitChoice;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;

/**
 * 留痕查询.
 *
 * @param hasHeads the reader keeps the heads: the province's auditor
 */
public record TrailPage(
        List<Trail.Entry> rows,
        TrailWords words,
        Asked asked,
        UnitChoice.Chosen unit,
        boolean hasHeads,
        FieldErrors errors,
        @Nullable String next)
        implements Page {

    /**
     * What was asked for, as it was typed.
     *
     * @param about the name of whom it is about
     * @param end {@code done} or {@code refused}; empty for both
     */
    public record Asked(
            String who,
            String subject,
            String about,
            String act,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            String end) {

        /** In words, for the trail of the reader himself. */
        public String words(TrailWords words) {
            var parts = new StringBuilder();
            add(parts, "办理人", who);
            add(parts, "记录", subject);
            add(parts, "所涉的人", about);
            add(parts, "事项", act.isEmpty() ? "" : words.act(act));
            add(parts, "结果", end.isEmpty() ? "" : end.equals("done") ? "办成" : "没有办成");
            add(parts, "从", day(from));
            add(parts, "到", day(to));
            return parts.toString();
        }

        private static void add(StringBuilder parts, String what, String value) {
            if (!value.isEmpty()) {
                parts.append("，").append(what).append(" ").append(value);
            }
        }

        public boolean isAnything() {
            return from != null || to != null || !(who + subject + about + act + end).isEmpty();
        }
    }

    @Override
    public String title() {
        return "留痕查询";
    }

    /** The first thing the act said of itself, so that a list tells 同意 from 不同意; the rest stands on the entry's page. */
    public static String gist(Trail.Entry row) {
        return row.detail().changes().stream().limit(1).map(Detail.Change::text).collect(Collectors.joining());
    }

    public boolean isFiltered() {
        return asked.isAnything() || unit.code() != null;
    }

    /** This very list from a cursor on. */
    public String href(String after) {
        return "/trail?" + query() + "&after=" + URLEncoder.encode(after, UTF_8);
    }

    /** This very list as a file. */
    public String export() {
        return "/trail/export.xlsx?" + query();
    }

    public static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private String query() {
        var query = new StringBuilder("unit=").append(unit.shown());
        query.append("&who=").append(URLEncoder.encode(asked.who(), UTF_8));
        query.append("&subject=").append(URLEncoder.encode(asked.subject(), UTF_8));
        query.append("&about=").append(URLEncoder.encode(asked.about(), UTF_8));
        query.append("&act=").append(URLEncoder.encode(asked.act(), UTF_8));
        query.append("&end=").append(URLEncoder.encode(asked.end(), UTF_8));
        if (asked.from() != null) {
            query.append("&from=").append(asked.from());
        }
        if (asked.to() != null) {
            query.append("&to=").append(asked.to());
        }
        return query.toString();
    }
}

package org.rongyi.platform.policy.calendar;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.policy.CalendarYear;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.part.Fact;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * 核对放假安排: the year as it will be, before it is.
 *
 * @param workingDays of the whole year
 * @param before the same as it is known now; null for a new year
 */
public record CalendarCheckPage(
        CalendarForm form,
        CalendarYear notice,
        int workingDays,
        @Nullable Integer before) implements Page {

    @Override
    public String title() {
        return "核对 " + notice.year() + " 年放假安排";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("工作日历", "/calendar"));
    }

    public List<Fact> facts() {
        return List.of(
                Fact.of("年份", notice.year() + " 年"),
                Fact.of("通知文号", notice.document()),
                Fact.of("全年工作日", workingDays + " 天" + (before == null ? "" : "（现为 " + before + " 天）")));
    }

    public String consequence() {
        return before == null
                ? "另一位管理员确认以后生效，期限可以推算到 " + notice.year() + " 年。"
                : notice.year() + " 年已有放假安排，另一位管理员确认以后以这一次为准，原来的留在记录里。已经告知的期限不重新推算。";
    }

    public List<String> off() {
        return Runs.off(notice);
    }

    public List<String> work() {
        return Runs.work(notice);
    }

    /** All that was typed, to be sent again. */
    public Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("year", form.text(form.year()));
        fields.put("document", form.text(form.document()));
        fields.put("off", form.text(form.off()));
        fields.put("work", form.text(form.work()));
        return fields;
    }

    /** The form as it was filled in. */
    public String back() {
        var path = UriComponentsBuilder.fromPath("/calendar/load");
        fields().forEach((name, value) -> path.queryParam(name, "{" + name + "}"));
        return path.encode().buildAndExpand(fields()).toUriString();
    }
}

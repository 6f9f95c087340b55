package org.rongyi.platform.policy.calendar;

import java.util.List;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;

/** 载入放假安排. */
public record CalendarFormPage(CalendarForm form, FieldErrors errors) implements Page {

    @Override
    public String title() {
        return "载入放假安排";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("工作日历", "/calendar"));
    }
}

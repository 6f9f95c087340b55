package org.rongyi.people.person.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.ui.Page;

/** 人员名册. */
public record PersonsPage(
        List<PersonList.Row> rows,
        Map<DivisionCode, String> places,
        String text,
        String unitName,
        int thisYear,
        boolean mayRegister,
        @Nullable String next)
        implements Page {

    @Override
    public String title() {
        return "人员名册";
    }
}

package org.rongyi.people.person.web;

import java.time.LocalDate;
import java.util.List;
import org.rongyi.platform.ui.Page;

/** 拆分待划分: what waits for an answer. */
public record SplitsPage(List<Row> rows, String unit) implements Page {

    /** @param code the old one */
    public record Row(String code, String name, LocalDate on, List<String> parts) {
        public Row {
            parts = List.copyOf(parts);
        }
    }

    @Override
    public String title() {
        return "拆分待划分";
    }

    @Override
    public String door() {
        return "/persons";
    }
}

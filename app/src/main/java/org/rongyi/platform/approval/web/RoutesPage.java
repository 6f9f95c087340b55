package org.rongyi.platform.approval.web;

import java.time.LocalDate;
import java.util.List;
import org.rongyi.platform.ui.Page;

/** 办事指南. */
public record RoutesPage(List<Guide> guides) implements Page {

    /**
     * One route of a service.
     *
     * @param limits the limits in a sentence
     * @param proposed ours, and waiting for the office to confirm it
     */
    public record Guide(
            String service,
            String places,
            LocalDate from,
            String source,
            boolean proposed,
            String limits,
            List<Way> steps) {}

    /** @param days its own limit in working days */
    public record Way(String name, String whom, int days, List<String> checks) {}

    @Override
    public String title() {
        return "办事指南";
    }
}

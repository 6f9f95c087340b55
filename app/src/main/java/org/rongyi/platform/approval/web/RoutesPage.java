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

    /** The service; with where the way holds when it has several ways, so that each finds his own. */
    public String heading(Guide guide) {
        var ways = guides.stream()
                .filter(other -> other.service().equals(guide.service()))
                .count();
        return ways == 1 ? guide.service() : guide.service() + "（" + guide.places() + "）";
    }

    /** @param days its own limit in working days */
    public record Way(String name, String whom, int days, List<String> checks) {}

    @Override
    public String title() {
        return "办事指南";
    }
}

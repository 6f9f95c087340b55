package org.rongyi.care.relief.found.web;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * 政策找人: whom hardship aid or 应急救助 may be for, the longest waiting first.
 *
 * @param after behind which line this page begins; empty on the first
 * @param years within how many 应急救助 can be asked for after what happened
 * @param refused the finding whose reason was not taken; none otherwise
 * @param reason as it was typed
 */
public record FindingsPage(
        String unit,
        List<Row> rows,
        String after,
        @Nullable String next,
        int years,
        @Nullable UUID refused,
        String reason,
        FieldErrors errors)
        implements Page {

    /**
     * @param id of what it was found by
     * @param aside where the reason goes
     * @param why what of need and file makes the situation, and which rule says so
     * @param source the door to what it was found by, and its path
     */
    public record Row(
            UUID id, String aside, String name, String place, String why, String source, String path, List<Way> ways) {}

    /** An application, begun with what is known. */
    public record Way(String label, String path) {}

    @Override
    public Set<String> restsOn() {
        return Set.of(
                "need.kind", "relief.emergency.kind", "relief.emergency.apply.years", "relief.emergency.again.months");
    }

    @Override
    public String title() {
        return "政策找人";
    }

    /** The field of one line's reason: every line has its own. */
    public static String field(UUID found) {
        return "reason." + found;
    }

    /** The page of the list that begins behind a line. */
    static String at(String after) {
        return after.isEmpty()
                ? "/aid-findings"
                : UriComponentsBuilder.fromPath("/aid-findings")
                        .queryParam("after", "{after}")
                        .encode()
                        .buildAndExpand(after)
                        .toUriString();
    }

    public boolean isRefused(Row row) {
        return row.id().equals(refused);
    }

    public FieldErrors errors(Row row) {
        return isRefused(row) ? errors : FieldErrors.none();
    }
}

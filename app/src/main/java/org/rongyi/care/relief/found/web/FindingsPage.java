package org.rongyi.care.relief.found.web;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * 政策找人: whom hardship aid may be for, the longest waiting first.
 *
 * @param after behind which line this page begins; empty on the first
 * @param refused the finding whose reason was not taken; none otherwise
 * @param reason as it was typed
 */
public record FindingsPage(
        String unit,
        List<Row> rows,
        String after,
        @Nullable String next,
        @Nullable UUID refused,
        String reason,
        FieldErrors errors)
        implements Page {

    /**
     * @param why what of need and file makes the situation, and which article says so
     * @param ask the application, begun with what is known
     */
    public record Row(UUID need, String name, String place, String why, String ask) {

        public String aside() {
            return "/aid-findings/" + need + "/aside";
        }
    }

    @Override
    public Set<String> restsOn() {
        return Set.of("need.kind");
    }

    @Override
    public String title() {
        return "政策找人";
    }

    /** The field of one line's reason: every line has its own. */
    public static String field(UUID need) {
        return "reason." + need;
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
        return row.need().equals(refused);
    }

    public FieldErrors errors(Row row) {
        return isRefused(row) ? errors : FieldErrors.none();
    }
}

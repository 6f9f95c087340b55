package org.rongyi.care.festival.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.festival.Campaign;
import org.rongyi.platform.documents.sheet.Listed;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Tone;

/**
 * 节日慰问.
 *
 * @param next the cursor of the next page; none on the last
 */
public record FestivalsPage(List<Row> rows, @Nullable String next, boolean mayOpen)
        implements Page, Listed<FestivalsPage.Row> {

    /** A greeting with how many of the reader's territory are on it and how many it has reached. */
    public record Row(Campaign campaign, long onList, long given) {}

    @Override
    public String title() {
        return "节日慰问";
    }

    public static Tone tone(Campaign.State state) {
        return switch (state) {
            case OPEN -> Tone.WARNING;
            case APPROVED -> Tone.INFO;
            case CLOSED -> Tone.NEUTRAL;
        };
    }

    @Override
    public String list() {
        return "/festivals";
    }

    @Override
    public List<String> headers() {
        return List.of("慰问", "单位", "到哪一步", "节日", "名单（人）", "送到（人）");
    }

    @Override
    public List<? extends @Nullable Object> cells(Row row) {
        return Arrays.asList(
                row.campaign().title(),
                row.campaign().unitName(),
                row.campaign().state().zh(),
                row.campaign().day(),
                row.onList(),
                row.given());
    }
}

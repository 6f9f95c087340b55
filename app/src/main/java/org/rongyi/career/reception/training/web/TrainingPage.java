package org.rongyi.career.reception.training.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.field.Option;

/**
 * 适应性培训名册.
 *
 * @param rows a page of it
 * @param many of all of it
 * @param place the chosen part of the territory; empty for all
 * @param next the cursor of the next page; none on the last
 */
public record TrainingPage(
        List<Row> rows,
        long many,
        String query,
        int year,
        String place,
        List<Option> years,
        List<Option> places,
        @Nullable String next)
        implements Page {

    /** One in words. */
    public record Row(String path, String who, String rank, String mode, String home, String reported, String due) {}

    public TrainingPage {
        rows = List.copyOf(rows);
        years = List.copyOf(years);
        places = List.copyOf(places);
    }

    @Override
    public String title() {
        return "适应性培训名册";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("移交接收", "/receptions"));
    }

    public String path() {
        return "/receptions/training";
    }

    public String export() {
        return path() + "/export.xlsx" + asked();
    }

    public String href(String after) {
        return path() + asked() + "&after=" + after;
    }

    private String asked() {
        return "?year=" + year + "&place=" + place + "&q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    }
}

package org.rongyi.career.campaign.after.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.after.LetterEvent;
import org.rongyi.career.campaign.after.LetterList;
import org.rongyi.career.campaign.list.ListAddress;
import org.rongyi.platform.division.UnitChoice;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.field.Option;

/** 安置落实, whichever campaign. */
public record LettersPage(
        List<Row> rows,
        UnitChoice.Chosen unit,
        LetterList.Filter filter,
        @Nullable String next) implements Page {

    /**
     * @param place in words
     * @param path to the letter; none for who may not open it
     */
    public record Row(
            LetterList.Row letter, String place, @Nullable String path) {}

    @Override
    public String title() {
        return filter.which().zh();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("数据", "/figures"));
    }

    @Override
    public String door() {
        return "/figures";
    }

    /** Which of them stand here, in words. */
    public String lead() {
        var asOf = filter.asOf();
        return unit.name()
                + (filter.own() == null ? "" : "本级/直属")
                + (asOf == null ? "" : " · 截至" + Words.day(asOf) + "入账的，后来的不算在内")
                + " · 安置地在这里的人，最近的在前";
    }

    public String empty() {
        return "没有" + filter.which().zh() + "的记录。";
    }

    public List<Option> events() {
        return Arrays.stream(LetterEvent.values())
                .map(one -> Option.of(one.name(), one.zh()))
                .toList();
    }

    public String export() {
        return address("/campaigns/letters/export.xlsx").toString();
    }

    public String href() {
        return address("/campaigns/letters")
                .with("after", next == null ? "" : next)
                .toString();
    }

    private ListAddress address(String path) {
        return ListAddress.of(path)
                .with("which", filter.which().name())
                .with("q", filter.text())
                .with("unit", unit.shown().toString())
                .with("from", text(filter.from()))
                .with("to", text(filter.to()))
                .with("own", filter.own() == null ? "" : "true")
                .with("asOf", text(filter.asOf()));
    }

    public String text(@Nullable Object day) {
        return day == null ? "" : day.toString();
    }
}

package org.rongyi.career.reception.scoring.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.reception.Reception;
import org.rongyi.career.reception.scoring.Comparison;
import org.rongyi.career.reception.scoring.EnteredAs;
import org.rongyi.career.reception.scoring.Entry;
import org.rongyi.career.reception.scoring.Reopenings;
import org.rongyi.career.reception.scoring.ScoreObjections;
import org.rongyi.career.reception.scoring.Scores;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.rongyi.platform.ui.field.Option;

/**
 * 量化评分 of one who was handed over: all entries side by side, why they do not agree, and who is next.
 *
 * @param why it cannot be scored, where it cannot; empty otherwise
 * @param stopped the entry somebody else must look at; none when nothing is stopped
 * @param next whose entry the reader may type
 * @param reopenings when a settled score of his was opened anew, the latest first
 * @param mayReopen whether the reader may open what is settled anew
 * @param mayAddPages whether the reader may upload the page an item rests on
 * @param without what the city is asked about and nobody has shown the page of, in words
 * @param proposed whether a number of it is the system's own
 * @param daysProposed whether it is the system's own by which day of discharge the table is chosen
 */
public record ScorePage(
        Reception reception,
        String why,
        Scores.Standing standing,
        List<ScoreDesk.Shown> shown,
        @Nullable Entry stopped,
        List<EnteredAs> next,
        List<ScoreObjections.Objection> objections,
        boolean mayAnswer,
        List<Reopenings.Reopening> reopenings,
        boolean mayReopen,
        boolean mayAddPages,
        List<String> without,
        boolean proposed,
        boolean daysProposed,
        Typed typed,
        FieldErrors errors)
        implements Page {

    @Override
    public String title() {
        return "量化评分：" + reception.personName();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb("移交接收", "/receptions"), new Crumb(reception.personName(), "/receptions/" + reception.id()));
    }

    public String path() {
        return "/receptions/" + reception.id() + "/score";
    }

    public String pagesPath(ScoreDesk.Line line) {
        return path() + "/pages?item=" + line.item();
    }

    public String words(Reopenings.Reopening one) {
        return "原来认定 " + Comparison.plain(one.total()) + " 分。凭" + one.paper() + "：" + one.reason();
    }

    public String total() {
        var total = standing.total();
        return total == null ? "" : Comparison.plain(total) + " 分";
    }

    public boolean hasOpenObjection() {
        return objections.stream().anyMatch(one -> one.upheld() == null);
    }

    public List<Option> verdicts() {
        return List.of(Option.of("YES", "成立，重新审档"), Option.of("NO", "不成立，维持认定的分"));
    }

    public String value(String field) {
        return typed.value(field);
    }
}

package org.rongyi.care.festival.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.festival.Campaign;
import org.rongyi.care.festival.Campaigns;
import org.rongyi.care.festival.Line;
import org.rongyi.care.festival.LineList;
import org.rongyi.platform.division.UnitChoice;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Tone;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.part.Tab;

/**
 * 一次慰问.
 *
 * @param groups whom it greets with what
 * @param next the number the next page begins behind; none on the last
 * @param sum what the open list comes to, for the bureau whose list it is
 */
public record FestivalPage(
        Campaign campaign,
        String fund,
        List<Given> groups,
        UnitChoice.Chosen unit,
        LineList.Which which,
        Map<LineList.Which, Long> counts,
        List<Progress> progress,
        List<Row> rows,
        @Nullable Integer next,
        Campaigns.@Nullable Sum sum,
        Doors doors,
        String reason,
        FieldErrors errors)
        implements Page {

    /** What a group is given. */
    public record Given(String label, String what) {}

    /** How far a unit below is. */
    public record Progress(DivisionCode unit, String name, long given, long onList) {}

    /** A line in words. */
    public record Row(Line line, String place, String ground, String note) {}

    /** What the reader's post may do here; who made the list does not approve it. */
    public record Doors(boolean mayApprove, boolean mayClose, boolean ownList, boolean mayAdd) {}

    @Override
    public String title() {
        return campaign.title();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("节日慰问", "/festivals"));
    }

    @Override
    public @Nullable String door() {
        return "/festivals";
    }

    public String path() {
        return "/festivals/" + campaign.id();
    }

    public List<Tab> tabs() {
        return Arrays.stream(LineList.Which.values())
                .filter(part -> part == which || part == LineList.Which.ALL || counts.getOrDefault(part, 0L) > 0)
                .filter(part -> part != LineList.Which.WITHOUT || campaign.way() == Campaign.Way.TRANSFER)
                .map(part -> new Tab(
                        part.zh(),
                        href(unit.shown(), part),
                        part == which,
                        Words.number(counts.getOrDefault(part, 0L))))
                .toList();
    }

    public String href(DivisionCode within, LineList.Which part) {
        return path() + "?unit=" + within + "&which=" + part;
    }

    public String nextPage() {
        return href(unit.shown(), which) + "&after=" + next;
    }

    public String export() {
        return path() + "/export.xlsx?unit=" + unit.shown() + "&which=" + which;
    }

    public String slip() {
        return path() + "/slip?unit=" + unit.shown();
    }

    /** How many are still to be greeted or were not. */
    public long left() {
        return counts.getOrDefault(LineList.Which.ALL, 0L) - counts.getOrDefault(LineList.Which.GIVEN, 0L);
    }

    public static Tone tone(Line.State state) {
        return switch (state) {
            case LISTED -> Tone.NEUTRAL;
            case APPROVED -> Tone.WARNING;
            case GIVEN -> Tone.SUCCESS;
            case STRUCK, FALLEN, NOT_GIVEN -> Tone.DANGER;
        };
    }
}

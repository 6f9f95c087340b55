package org.rongyi.care.relief.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.relief.AidList;
import org.rongyi.care.relief.AidState;
import org.rongyi.platform.division.UnitChoice;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.field.Option;
import org.rongyi.platform.ui.part.Tab;

/**
 * 帮扶援助台账.
 *
 * @param lines the rows in words
 * @param counts how many stand in each state under the other conditions
 * @param times how long it took, of what was granted under the other conditions, without days in the last twelve months; none
 *     beside what is granted
 * @param next the cursor of the next page; none on the last
 */
public record AidsPage(
        List<Line> lines,
        Map<AidState, Long> counts,
        AidList.@Nullable Times times,
        AidList.Filter filter,
        UnitChoice.Chosen unit,
        List<Option> situations,
        @Nullable String next)
        implements Page {

    static final String EMERGENCY = "EMERGENCY";

    /** The services of this room, by id. */
    static final Map<String, String> SERVICES = new TreeMap<>(Map.of("HARDSHIP", "困难帮扶援助", EMERGENCY, "应急救助"));

    static String service(String id) {
        return SERVICES.getOrDefault(id, "");
    }

    public List<Option> services() {
        return SERVICES.entrySet().stream()
                .map(one -> Option.of(one.getKey(), one.getValue()))
                .toList();
    }

    /**
     * One application in words.
     *
     * @param path its case; none for an auditor, who counts and opens no case
     */
    public record Line(
            @Nullable String path,
            String appliedOn,
            String who,
            String situation,
            String place,
            String given,
            String decidedOn,
            String paidOn) {}

    /** 从申请到…… as a number: half were there so soon, nine of ten so soon. */
    public record Taken(String label, AidList.Time time) {}

    public List<Taken> taken() {
        if (times == null) {
            return List.of();
        }
        return Stream.of(
                        new Taken("从申请到决定", times.decided()),
                        new Taken("从申请到拨付", times.released()),
                        new Taken("从申请到到账", times.paid()))
                .filter(one -> one.time().cases() > 0)
                .toList();
    }

    @Override
    public Set<String> restsOn() {
        return Set.of("relief.emergency.kind");
    }

    @Override
    public String title() {
        return "帮扶援助台账";
    }

    /** Which of them stand here, in words. */
    public String lead() {
        var asOf = filter.asOf();
        return unit.name()
                + (filter.own() == null ? "" : "本级/直属")
                + (asOf == null ? "" : " · 截至" + Words.day(asOf) + "入账的")
                + " · 最近申请的在前";
    }

    /** As of a day there is one list only: what was given. */
    public List<Tab> tabs() {
        return Arrays.stream(AidState.values())
                .map(state -> new Tab(
                        state.zh(),
                        "/aids?" + query(state),
                        state == filter.state(),
                        Words.number(counts.getOrDefault(state, 0L))))
                .toList();
    }

    /** This very list from a cursor on. */
    public String href(String after) {
        return "/aids?" + query(filter.state()) + "&after=" + after;
    }

    /** This very list as a file. */
    public String export() {
        return "/aids/export.xlsx?" + query(filter.state());
    }

    private String query(AidState state) {
        var query = new StringBuilder("unit=")
                .append(unit.shown())
                .append("&state=")
                .append(state);
        if (!filter.service().isEmpty()) {
            query.append("&service=").append(filter.service());
        }
        if (!filter.situation().isEmpty()) {
            query.append("&situation=").append(filter.situation());
        }
        if (filter.from() != null) {
            query.append("&from=").append(filter.from());
        }
        if (filter.to() != null) {
            query.append("&to=").append(filter.to());
        }
        if (filter.own() != null) {
            query.append("&own=true");
        }
        if (filter.asOf() != null) {
            query.append("&asOf=").append(filter.asOf());
        }
        return query.toString();
    }
}

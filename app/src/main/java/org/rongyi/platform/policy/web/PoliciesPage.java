package org.rongyi.platform.policy.web;

import java.util.List;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.field.Option;

/**
 * 政策参数.
 *
 * @param rooms those there are
 * @param room the one looked at; empty for all
 * @param proposed only those that wait to be confirmed
 * @param mayPropose whether the reader works on changes
 */
public record PoliciesPage(
        List<Row> rows, List<String> rooms, String room, String query, boolean proposed, boolean mayPropose)
        implements Page {

    /** @param now in force today, in words */
    public record Row(String id, String zh, String room, String now, String source, boolean proposed) {

        boolean says(String text) {
            return text.isEmpty()
                    || id.contains(text)
                    || zh.contains(text)
                    || now.contains(text)
                    || source.contains(text);
        }
    }

    public PoliciesPage {
        rows = List.copyOf(rows);
        rooms = List.copyOf(rooms);
    }

    @Override
    public String title() {
        return "政策参数";
    }

    public List<Option> options() {
        return rooms.stream().map(one -> Option.of(one, one)).toList();
    }

    /** The rooms with something to show. */
    public List<String> shownRooms() {
        return rooms.stream().filter(one -> !of(one).isEmpty()).toList();
    }

    public List<Row> of(String one) {
        return rows.stream().filter(row -> row.room().equals(one)).toList();
    }

    /** 12 项，其中 3 项待业务确认. */
    public String sizeOf(String one) {
        var shown = of(one);
        long open = shown.stream().filter(Row::proposed).count();
        return Words.number(shown.size()) + " 项" + (open == 0 ? "" : "，其中 " + Words.number(open) + " 项待业务确认");
    }

    /** Unfiltered, the topics are folded: what is looked for is found by its topic or by searching. */
    public boolean isFiltered() {
        return proposed || !room.isEmpty() || !query.isEmpty();
    }
}

package org.rongyi.career.campaign.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.rongyi.Browser;

/** Somebody who is nobody in particular and looks on; what he has seen must stand, whatever happens. */
final class LookerOn {

    private static final Pattern ROW = Pattern.compile("第 (\\d+) 位</th>\\s*<td data-label=\"代号\">([^<]*)</td>\\s*"
            + "<td data-label=\"岗位\">([^<]*)</td>\\s*<td data-label=\"怎么选的\">([^<]*)</td>");
    private static final Pattern LEFT = Pattern.compile("<h2>还空 (\\d+) 人</h2>");
    private static final Pattern CHAIN = Pattern.compile("链（SM3）：<span class=\"code\">([0-9a-f]*)</span>");
    private static final String NONE = "—";

    /** What everybody sees of a turn that is over. */
    record Row(String pseudonym, String post, String how) {

        boolean hasPost() {
            return !post.equals(NONE);
        }
    }

    private final Hall hall;
    private final boolean isEager;
    private final int seats;
    /** By the number of turns that are over, the head of their chain: of all who look on. */
    private final Map<Integer, String> chains;

    private final Browser browser;
    private final String path;

    /** @param isEager looks again at once */
    LookerOn(Hall hall, boolean isEager, String number, int seats, ConcurrentHashMap<Integer, String> chains) {
        this.hall = hall;
        this.isEager = isEager;
        this.seats = seats;
        this.chains = chains;
        this.browser = new Browser(hall.port);
        this.path = "/sunshine/" + number + "/live";
    }

    /** Until the session is over: answers all turns by their place. */
    SortedMap<Integer, Row> looksOn() {
        SortedMap<Integer, Row> seen = new TreeMap<>();
        while (true) {
            var page = hall.answer(() -> browser.get(path)).body();
            var rows = rows(page);
            assertThat(rows.headMap(seen.size() + 1)).as("看过的变了").isEqualTo(seen);
            assertThat(rows.isEmpty() ? 0 : rows.lastKey()).as("次序里有缺的").isEqualTo(rows.size());
            assertThat(number(page)).as("还空的和选走的不合").isEqualTo(seats - taken(rows));
            if (!rows.isEmpty()) {
                var chain = found(CHAIN, page);
                var before = chains.putIfAbsent(rows.size(), chain);
                assertThat(before == null ? chain : before).as("链变了").isEqualTo(chain);
            }
            seen = rows;
            if (page.contains("选岗结束")) {
                return seen;
            }
            hall.saw(rows.size() + 1);
            hall.awaitNews(isEager);
        }
    }

    private static long taken(SortedMap<Integer, Row> rows) {
        return rows.values().stream().filter(Row::hasPost).count();
    }

    private static int number(String page) {
        return Integer.parseInt(found(LEFT, page));
    }

    private static String found(Pattern pattern, String page) {
        var found = pattern.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }

    private static SortedMap<Integer, Row> rows(String page) {
        var rows = new TreeMap<Integer, Row>();
        ROW.matcher(page)
                .results()
                .forEach(row ->
                        rows.put(Integer.parseInt(row.group(1)), new Row(row.group(2), row.group(3), row.group(4))));
        return rows;
    }
}

package org.rongyi.career.campaign.run.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.list.ListAddress;
import org.rongyi.career.campaign.run.Runs;

/**
 * The part of a result that one page shows, in the order of the campaign.
 *
 * @param query part of the name; empty for all
 * @param after the place behind which the page begins
 */
record PlacedPart(String query, int after) {

    static final PlacedPart FIRST = new PlacedPart("", 0);

    private static final int PAGE = 20;

    static PlacedPart asked(String q, String after) {
        return new PlacedPart(q.strip(), after.matches("[0-9]{1,7}") ? Integer.parseInt(after) : 0);
    }

    List<Runs.Placed> of(List<Runs.Placed> all) {
        return rest(all).stream().limit(PAGE).toList();
    }

    /** The address of the next page; none on the last. */
    @Nullable
    String next(List<Runs.Placed> all, UUID campaign) {
        var rest = rest(all);
        return rest.size() <= PAGE
                ? null
                : ListAddress.of("/campaigns/" + campaign + "/result")
                        .with("q", query)
                        .with("after", String.valueOf(rest.get(PAGE - 1).place()))
                        .toString();
    }

    /** All that comes behind. */
    List<Runs.Placed> rest(List<Runs.Placed> all) {
        return all.stream()
                .filter(one -> one.place() > after && one.name().contains(query))
                .toList();
    }
}

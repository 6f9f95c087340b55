package org.rongyi.career.placement.proof;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A list numbered from 0 in the order of its ids: from here on the order it came in cannot be seen.
 *
 * @param all by number
 */
record Numbered<T>(List<T> all, Map<String, Integer> numbers) {

    static final int NOBODY = -1;

    /** @throws WrongCampaign where an id is none, or stands twice */
    static <T> Numbered<T> of(String list, List<T> all, Function<T, String> id) {
        Checks.requireFew(list, all.size());
        var numbers = new HashMap<String, Integer>(2 * all.size());
        for (int i = 0; i < all.size(); i++) {
            var place = list + "[" + i + "].id";
            var one = id.apply(all.get(i));
            Checks.id(place, one);
            if (numbers.put(one, i) != null) {
                throw new WrongCampaign(place, "编号重复：" + one);
            }
        }
        var sorted = Form.sorted(all, id);
        for (int number = 0; number < sorted.size(); number++) {
            numbers.put(id.apply(sorted.get(number)), number);
        }
        return new Numbered<>(sorted, numbers);
    }

    /** {@link #NOBODY} where there is none of this id. */
    int of(String id) {
        return numbers.getOrDefault(id, NOBODY);
    }

    int[] of(List<String> ids) {
        var found = new int[ids.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = of(ids.get(i));
        }
        return found;
    }
}

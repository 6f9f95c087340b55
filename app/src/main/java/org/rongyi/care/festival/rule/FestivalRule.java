package org.rongyi.care.festival.rule;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rongyi.people.person.Category;

/**
 * 名单的规则: what a list gives each of its groups, and what somebody gets of it. Who is in several groups is given the one that is
 * worth most, once. Earlier aid puts him on the list and keeps nobody off it.
 */
public final class FestivalRule {

    /** Worth most; of equal worth the one that stands first in the list of grounds. */
    private static final Comparator<Group> HIGHEST =
            Comparator.comparingLong(Group::worthFen).reversed().thenComparing(Group::ground);

    private FestivalRule() {}

    /**
     * What is known of somebody.
     *
     * @param key he is 重点联系
     * @param aided hardship aid was granted to him within the time looked back upon
     */
    public record Facts(Set<Category> categories, boolean key, boolean aided) {}

    /**
     * What a group is given.
     *
     * @param fen 慰问金; nothing where only goods are given
     * @param goods in words: 大米一袋; empty where none are given
     * @param goodsFen what they are valued at
     */
    public record Group(Ground ground, long fen, String goods, long goodsFen) {

        public Group {
            goods = goods.strip();
            if (fen < 0 || goodsFen < 0 || fen + goodsFen == 0 || goods.isEmpty() != (goodsFen == 0)) {
                throw new IllegalArgumentException("a group is given money, or goods that are worth something");
            }
        }

        public long worthFen() {
            return fen + goodsFen;
        }
    }

    /**
     * What somebody gets.
     *
     * @param grounds every group of the list he is in
     * @param given the one he is given by
     */
    public record Entitled(List<Ground> grounds, Group given) {}

    /** Empty for who is in none of the groups. */
    public static Optional<Entitled> of(Facts facts, List<Group> groups) {
        var his = groups.stream()
                .filter(group -> group.ground().holds(facts))
                .sorted(HIGHEST)
                .toList();
        return his.isEmpty()
                ? Optional.empty()
                : Optional.of(new Entitled(
                        Arrays.stream(Ground.values())
                                .filter(ground -> his.stream().anyMatch(group -> group.ground() == ground))
                                .toList(),
                        his.getFirst()));
    }
}

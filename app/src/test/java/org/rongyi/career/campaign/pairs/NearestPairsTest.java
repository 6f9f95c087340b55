package org.rongyi.career.campaign.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.career.placement.proof.Campaign;
import org.rongyi.career.placement.proof.CampaignRun;
import org.rongyi.career.placement.proof.Priority;
import org.rongyi.career.placement.proof.Way;

@DisplayName("指令性分配算不下全部时：每人最近的几个，另加均匀分到的几个")
class NearestPairsTest {

    private static final String KEY = "0".repeat(64);

    private final Random random = new Random(5);

    @Test
    @DisplayName("没有资格限制时，安排得出去的人数和全部都算一样多：每人另加一个就够，哪怕大家都只近同一个地方")
    void asManyArePlacedAsByAllPairs() {
        for (int trial = 0; trial < 400; trial++) {
            var small = new Small(1 + random.nextInt(7), 1 + random.nextInt(9));
            var costs = small.costs(random.nextInt(3), 1);
            assertThat(small.placed(costs)).as("%s", small).isEqualTo(Math.min(small.people.size(), small.all()));
        }
    }

    @Test
    @DisplayName("最近的都在里面；个数不多不少；不符合条件的不算")
    void theCheapestAreAmongThem() {
        for (int trial = 0; trial < 400; trial++) {
            var small = new Small(1 + random.nextInt(12), 1 + random.nextInt(4));
            int near = random.nextInt(5);
            int spread = 1 + random.nextInt(3);
            int closed = random.nextInt(small.posts.size());
            var pairs = small.pairs();
            for (int who = 0; who < small.people.size(); who++) {
                long[] cost = small.cost.get(who);
                int[] open = IntStream.range(0, cost.length)
                        .filter(post -> post != closed && small.seats[post] > 0)
                        .toArray();
                int[] chosen = pairs.of(who, cost, post -> post != closed, near, spread);
                assertThat(chosen).isSorted().doesNotHaveDuplicates().doesNotContain(closed);
                assertThat(chosen.length)
                        .isBetween(Math.min(open.length, Math.max(near, spread)), Math.min(open.length, near + spread));
                long[] cheapest = IntStream.of(open)
                        .mapToLong(post -> cost[post])
                        .sorted()
                        .limit(near)
                        .toArray();
                long[] his = IntStream.of(chosen)
                        .mapToLong(post -> cost[post])
                        .sorted()
                        .limit(near)
                        .toArray();
                assertThat(his).isEqualTo(cheapest);
            }
        }
    }

    @Test
    @DisplayName("只有还有空位的岗位才算：直通安置已经招满的，再近也不占最近的名额，也不占均匀分到的")
    void onlyPostsThatStillHaveASeatCount() {
        var posts = List.of("满一", "满二", "空近", "空远");
        long[] cost = {0, 0, 5, 9};
        var pairs = new NearestPairs(KEY, posts, new int[] {0, 0, 1, 1}, List.of("甲", "乙"));
        for (int who = 0; who < 2; who++) {
            assertThat(pairs.of(who, cost, post -> true, 1, 1)).contains(2).doesNotContain(0, 1);
            assertThat(pairs.of(who, cost, post -> true, 4, 4)).containsExactly(2, 3);
        }
        var none = new NearestPairs(KEY, posts, new int[4], List.of("甲"));
        assertThat(none.of(0, cost, post -> true, 2, 2)).isEmpty();
    }

    @Test
    @DisplayName("谁写在前面谁写在后面，不影响谁和哪个岗位算费用")
    void theOrderOfTheListsMeansNothing() {
        var small = new Small(9, 6);
        var once = new TreeSet<>(small.costs(2, 2).stream().map(Small::name).toList());
        var turned = small.turned();
        assertThat(new TreeSet<>(turned.costs(2, 2).stream().map(Small::name).toList()))
                .isEqualTo(once);
    }

    /** People, posts with seats, and costs of few amounts, as distances are. */
    private final class Small {

        private final List<String> posts;
        private final int[] seats;
        private final List<String> people;
        private final List<long[]> cost;

        Small(int posts, int people) {
            this.posts = names("p", posts);
            this.people = names("c", people);
            seats = IntStream.range(0, posts).map(post -> random.nextInt(4)).toArray();
            long[] alike = random.longs(posts, 0, 3).toArray();
            cost = IntStream.range(0, people)
                    .mapToObj(i -> random.nextBoolean()
                            ? alike
                            : random.longs(posts, 0, 3).toArray())
                    .toList();
        }

        private Small(List<String> posts, int[] seats, List<String> people, List<long[]> cost) {
            this.posts = posts;
            this.seats = seats;
            this.people = people;
            this.cost = cost;
        }

        /** The same, both lists from the back. */
        Small turned() {
            return new Small(
                    posts.reversed(),
                    back(seats),
                    people.reversed(),
                    cost.reversed().stream()
                            .map(row -> IntStream.range(0, row.length)
                                    .mapToLong(i -> row[row.length - 1 - i])
                                    .toArray())
                            .toList());
        }

        private static int[] back(int[] all) {
            return IntStream.range(0, all.length)
                    .map(i -> all[all.length - 1 - i])
                    .toArray();
        }

        private List<String> names(String of, int many) {
            var all = new ArrayList<>(
                    IntStream.range(0, many).mapToObj(i -> of + i).toList());
            Collections.shuffle(all, random);
            return all;
        }

        int all() {
            return Arrays.stream(seats).sum();
        }

        NearestPairs pairs() {
            return new NearestPairs(KEY, posts, seats, people);
        }

        List<Campaign.Cost> costs(int near, int spread) {
            var pairs = pairs();
            var all = new ArrayList<Campaign.Cost>();
            for (int who = 0; who < people.size(); who++) {
                for (int post : pairs.of(who, cost.get(who), any -> true, near, spread)) {
                    all.add(new Campaign.Cost(
                            people.get(who), posts.get(post), BigDecimal.valueOf(cost.get(who)[post])));
                }
            }
            return all;
        }

        static String name(Campaign.Cost cost) {
            return cost.candidate() + " " + cost.post() + " " + cost.cost();
        }

        long placed(List<Campaign.Cost> costs) {
            return CampaignRun.of(new Campaign(
                            "C1",
                            "试",
                            "某局",
                            new Campaign.Rules("1", List.of(Way.DIRECTIVE), Priority.NONE, List.of()),
                            new Campaign.Draw(KEY, List.of(new Campaign.Source("甲", "1"))),
                            IntStream.range(0, posts.size())
                                    .mapToObj(i ->
                                            new Campaign.Post(posts.get(i), "单位", "岗位", seats[i], 0, null, Map.of()))
                                    .toList(),
                            people.stream()
                                    .map(id -> new Campaign.Candidate(
                                            id, BigDecimal.ONE, false, false, Map.of(), List.of(), KEY))
                                    .toList(),
                            costs))
                    .placed()
                    .stream()
                    .filter(one -> one.post() != null)
                    .count();
        }

        @Override
        public String toString() {
            return posts
                    + Arrays.toString(seats)
                    + people
                    + cost.stream().map(Arrays::toString).toList();
        }
    }
}

package org.rongyi.career.campaign.wish.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.career.campaign.CampaignPlan;
import org.rongyi.career.campaign.wish.Standings.Standing;
import org.rongyi.career.placement.proof.Campaign;
import org.rongyi.career.placement.proof.CampaignRun;
import org.rongyi.career.placement.proof.Priority;
import org.rongyi.career.placement.proof.Result;
import org.rongyi.career.placement.proof.Way;

@DisplayName("怎么排才不吃亏：说照实排最好的时候，没有一种假话更好；假话能占便宜的时候，一定有提醒")
class AdviceTest {

    private static final String KEY = "0".repeat(64);
    private static final List<List<Way>> PLANS = List.of(
            List.of(Way.BY_SCORE),
            List.of(Way.TWO_SIDED),
            List.of(Way.DIRECTIVE, Way.BY_SCORE),
            List.of(Way.BY_SCORE, Way.TWO_SIDED),
            List.of(Way.TWO_SIDED, Way.BY_SCORE),
            List.of(Way.BY_SCORE, Way.DIRECTIVE),
            List.of(Way.TWO_SIDED, Way.DIRECTIVE),
            List.of(Way.BY_SCORE, Way.TWO_SIDED, Way.DIRECTIVE),
            List.of(Way.TWO_SIDED, Way.BY_SCORE, Way.DIRECTIVE),
            List.of(Way.DIRECTIVE, Way.TWO_SIDED, Way.BY_SCORE));

    @Test
    @DisplayName("先双向选择、再积分选岗：单位没有排的人，等下一轮反而拿到那个岗位；要提醒")
    void whoIsLeftOutByAUnitMayWaitForTheNextWay() {
        var open = new Small(List.of(Way.TWO_SIDED, Way.BY_SCORE), Priority.NONE, 2);
        open.post(1, 0, List.of());
        open.post(1, 0, null);
        open.person(1, false, List.of("p0", "p1"));
        assertThat(open.run(0, List.of("p0", "p1"))).isEqualTo("p1");
        assertThat(open.run(0, List.of("p0"))).isEqualTo("p0");
        assertThat(open.advice(0).isSafe()).isFalse();
        assertThat(open.advice(0).words()).contains("双向选择", "单位可以不排您", "积分选岗");
    }

    @Test
    @DisplayName("名额全部预留、后面有指令性分配：不是优先对象的人，等放开反而拿到那个岗位；要提醒，优先对象不用")
    void keptSeatsOpenWithTheDirectiveWay() {
        var open = new Small(List.of(Way.BY_SCORE, Way.DIRECTIVE), Priority.RESERVED, 2);
        open.post(1, 1, null);
        open.post(1, 0, null);
        open.person(1, false, List.of("p0", "p1"));
        open.person(0, true, List.of("p1", "p0"));
        open.cost(0, 0, 0);
        assertThat(open.run(0, List.of("p0", "p1"))).isEqualTo("p1");
        open.tastes.set(1, List.of());
        assertThat(open.run(0, List.of("p0"))).isEqualTo("p0");
        assertThat(open.advice(0).isSafe()).isFalse();
        assertThat(open.advice(0).words()).contains("预留", "指令性分配");
        assertThat(open.advice(1).isSafe()).isTrue();
    }

    @Test
    @DisplayName("排第一名、只能排一个，而最想去的岗位名额已由直通安置占完：不能说总轮得到")
    void seatsThatAreGoneBeforeTheWaysBegin() {
        var open = new Small(List.of(Way.BY_SCORE), Priority.NONE, 1);
        open.post(1, 0, null);
        open.post(1, 0, null);
        open.person(5, false, List.of("p0", "p1"));
        open.person(1, false, List.of());
        open.direct("c1", "p0");
        assertThat(open.run(0, List.of("p0"))).isEmpty();
        assertThat(open.run(0, List.of("p1"))).isEqualTo("p1");
        assertThat(open.advice(0).isSafe()).isFalse();
    }

    @Test
    @DisplayName("小活动逐一试遍每个人的每一种名单：一种方式、两种先后、三种先后，单位排序、预留名额、资格、直通安置都有")
    void everyProfitableLieIsWarnedOf() {
        var random = new Random(11);
        var seen = new TreeMap<String, Integer>();
        for (int trial = 0; trial < 1_500; trial++) {
            var small = Small.any(PLANS.get(trial % PLANS.size()), random);
            for (int who = 0; who < small.people(); who++) {
                if (small.isDirect(who)) {
                    continue;
                }
                var advice = small.advice(who);
                boolean gains = small.gains(who);
                assertThat(gains && advice.isSafe()).as("c%d in %s", who, small).isFalse();
                var about = small.ways + (small.isFull() ? " 排得下 " : " 排不下 ");
                seen.merge(about + (advice.isSafe() ? "放心" : "提醒"), 1, Integer::sum);
                seen.merge(about + (gains ? "占便宜" : "占不到"), 1, Integer::sum);
            }
        }
        for (var way : PLANS) {
            assertThat(seen).as("both are met: " + seen).containsKeys(way + " 排得下 占不到", way + " 排不下 提醒");
        }
        for (var way : List.of(PLANS.get(4), PLANS.get(5), PLANS.get(6), PLANS.get(7), PLANS.get(8), PLANS.get(9))) {
            assertThat(seen).as("lies that pay with full lists: " + seen).containsKey(way + " 排得下 占便宜");
        }
        for (var way : List.of(PLANS.get(0), PLANS.get(1), PLANS.get(2), PLANS.get(3), PLANS.get(5), PLANS.get(7))) {
            assertThat(seen).as("somebody is told that he is safe: " + seen).containsKey(way + " 排得下 放心");
        }
        assertThat(seen).containsKeys(PLANS.get(0) + " 排不下 放心", PLANS.get(5) + " 排不下 放心");
    }

    /** A campaign of a few posts and people, all of whom tell the truth but for one. */
    private static final class Small {

        private final List<Way> ways;
        private final Priority priority;
        private final int most;
        private final List<Campaign.Post> posts = new ArrayList<>();
        private final List<List<String>> tastes = new ArrayList<>();
        private final List<Integer> scores = new ArrayList<>();
        private final List<Boolean> hasPriority = new ArrayList<>();
        private final List<Campaign.Cost> costs = new ArrayList<>();
        private final List<Campaign.Settled> direct = new ArrayList<>();

        Small(List<Way> ways, Priority priority, int most) {
            this.ways = ways;
            this.priority = priority;
            this.most = most;
        }

        static Small any(List<Way> ways, Random random) {
            int posts = 2 + random.nextInt(2);
            int people = 2 + random.nextInt(2);
            var priority = random.nextBoolean() ? Priority.RESERVED : Priority.NONE;
            var small = new Small(ways, priority, random.nextInt(3) == 0 ? 1 + random.nextInt(posts) : posts);
            for (int j = 0; j < posts; j++) {
                int seats = 1 + random.nextInt(5) / 4;
                boolean isRanked = ways.contains(Way.TWO_SIDED) && random.nextInt(3) > 0;
                var ranking = isRanked ? shuffled("c", people, random).subList(0, random.nextInt(people + 1)) : null;
                small.post(seats, priority == Priority.RESERVED ? random.nextInt(seats + 1) : 0, ranking);
            }
            for (int i = 0; i < people; i++) {
                small.person(random.nextInt(4), random.nextBoolean(), shuffled("p", posts, random));
                for (int j = 0; j < posts; j++) {
                    if (ways.contains(Way.DIRECTIVE) && random.nextInt(5) > 0) {
                        small.cost(i, j, random.nextInt(4));
                    }
                }
            }
            boolean isOpen = random.nextInt(4) == 0
                    && small.posts.getFirst().reserved()
                            < small.posts.getFirst().seats();
            if (isOpen) {
                small.direct("c" + (people - 1), "p0");
            }
            return small;
        }

        void post(int seats, int reserved, @Nullable List<String> ranking) {
            posts.add(new Campaign.Post("p" + posts.size(), "单位", "岗位", seats, reserved, ranking, Map.of()));
        }

        void person(int score, boolean priority, List<String> taste) {
            scores.add(score);
            hasPriority.add(priority);
            tastes.add(taste);
        }

        void cost(int candidate, int post, int cost) {
            costs.add(new Campaign.Cost("c" + candidate, "p" + post, BigDecimal.valueOf(cost)));
        }

        void direct(String candidate, String post) {
            costs.removeIf(cost -> cost.candidate().equals(candidate));
            direct.add(new Campaign.Settled(candidate, post, "公示无异议"));
        }

        int people() {
            return scores.size();
        }

        boolean isDirect(int who) {
            return direct.stream().anyMatch(one -> one.candidate().equals("c" + who));
        }

        boolean isFull() {
            return most >= posts.size();
        }

        Advice advice(int who) {
            int full = (int) posts.stream()
                    .filter(post -> post.seats()
                            == direct.stream()
                                    .filter(one -> one.post().equals(post.id()))
                                    .count())
                    .count();
            var plan = new CampaignPlan(
                    "试", ways, List.of(), priority, 1, most, 5, Instant.EPOCH, Instant.MAX, "略过", List.of());
            return Advice.of(plan, new Advice.Chooser(posts.size(), full, hasPriority.get(who), standing(who)));
        }

        private Standing standing(int who) {
            int own = scores.get(who);
            int before = (int) scores.stream().filter(one -> one > own).count();
            int alike = (int) scores.stream().filter(one -> one == own).count() - 1;
            return new Standing(before + 1, alike, scores.size());
        }

        /** Whether some list gives him more than the truth does; to have none is the worst to him. */
        boolean gains(int who) {
            var taste = tastes.get(who);
            int honest = rank(taste, run(who, honest(who)));
            return lists().stream().anyMatch(lie -> rank(taste, run(who, lie)) < honest);
        }

        private List<String> honest(int who) {
            var taste = tastes.get(who);
            return isDirect(who) ? List.of() : taste.subList(0, Math.min(most, taste.size()));
        }

        /** What he gets when he says so; "" for none. */
        String run(int who, List<String> said) {
            var result = CampaignRun.of(new Campaign(
                    "C1",
                    "试",
                    "某局",
                    new Campaign.Rules("1", ways, priority, List.of()),
                    new Campaign.Draw(KEY, List.of(new Campaign.Source("甲", "1"), new Campaign.Source("乙", "2"))),
                    posts,
                    IntStream.range(0, people())
                            .mapToObj(i -> new Campaign.Candidate(
                                    "c" + i,
                                    BigDecimal.valueOf(scores.get(i)),
                                    false,
                                    hasPriority.get(i),
                                    Map.of(),
                                    i == who ? said : honest(i),
                                    KEY))
                            .toList(),
                    costs,
                    direct.isEmpty() ? null : new Campaign.Direct("广州", "直通安置", direct)));
            return result.placed().stream()
                    .filter(one -> one.candidate().equals("c" + who))
                    .map(Result.Placed::post)
                    .map(post -> post == null ? "" : post)
                    .findFirst()
                    .orElseThrow();
        }

        /** Every list of none to as many as may be. */
        private List<List<String>> lists() {
            var all = new ArrayList<List<String>>();
            var open = new ArrayList<List<String>>(List.of(List.of()));
            while (!open.isEmpty()) {
                var list = open.removeLast();
                all.add(list);
                for (int j = 0; j < posts.size() && list.size() < most; j++) {
                    if (!list.contains("p" + j)) {
                        var longer = new ArrayList<>(list);
                        longer.add("p" + j);
                        open.add(longer);
                    }
                }
            }
            return all;
        }

        private static int rank(List<String> taste, String post) {
            return post.isEmpty() ? taste.size() : taste.indexOf(post);
        }

        private static List<String> shuffled(String of, int many, Random random) {
            var all = new ArrayList<>(
                    IntStream.range(0, many).mapToObj(j -> of + j).toList());
            Collections.shuffle(all, random);
            return all;
        }

        @Override
        public String toString() {
            return String.join("\n", ways.toString(), priority + " most " + most, posts.toString(), scores.toString())
                    + Arrays.asList(hasPriority, tastes, costs, direct);
        }
    }
}

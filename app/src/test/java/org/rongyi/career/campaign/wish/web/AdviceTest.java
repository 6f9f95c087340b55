package org.rongyi.career.campaign.wish.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
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

    @Test
    @DisplayName("小活动逐一试遍每个人的每一种短名单")
    void everyProfitableLieIsWarnedOf() {
        int warned = 0;
        int profitable = 0;
        var random = new Random(11);
        for (int trial = 0; trial < 120; trial++) {
            int posts = 2 + random.nextInt(3);
            int people = 2 + random.nextInt(3);
            int most = 1 + random.nextInt(posts);
            var way = random.nextBoolean() ? Way.BY_SCORE : Way.TWO_SIDED;
            var scores = random.ints(people, 0, 3).boxed().toList();
            var tastes = IntStream.range(0, people)
                    .mapToObj(i -> shuffled(posts, random))
                    .toList();
            var honest = tastes.stream().map(taste -> taste.subList(0, most)).toList();
            for (int who = 0; who < people; who++) {
                int at = rank(tastes.get(who), run(way, posts, scores, honest).get(who));
                var advice = Advice.of(plan(way, most), posts, standing(scores, who));
                boolean gains = false;
                for (var lie : lists(posts, most)) {
                    var told = new ArrayList<>(honest);
                    told.set(who, lie);
                    gains |= rank(tastes.get(who), run(way, posts, scores, told).get(who)) < at;
                }
                assertThat(gains && advice.isSafe())
                        .as("%s %s %s, most %d, who %d", way, scores, tastes, most, who)
                        .isFalse();
                warned += advice.isSafe() ? 0 : 1;
                profitable += gains ? 1 : 0;
            }
        }
        assertThat(profitable).isPositive();
        assertThat(warned).isGreaterThan(profitable);
    }

    private static CampaignPlan plan(Way way, int most) {
        return new CampaignPlan(
                "试", List.of(way), List.of(), Priority.NONE, 1, most, 5, Instant.EPOCH, Instant.MAX, "略过", List.of());
    }

    private static Standing standing(List<Integer> scores, int who) {
        int before = (int) scores.stream().filter(one -> one > scores.get(who)).count();
        int alike =
                (int) scores.stream().filter(one -> one.equals(scores.get(who))).count() - 1;
        return new Standing(before + 1, alike, scores.size());
    }

    /** By candidate, the post he gets; "" for none. */
    private static List<String> run(Way way, int posts, List<Integer> scores, List<List<String>> lists) {
        var result = CampaignRun.of(new Campaign(
                "C1",
                "试",
                "某局",
                new Campaign.Rules("1", List.of(way), Priority.NONE, List.of()),
                new Campaign.Draw(KEY, List.of(new Campaign.Source("甲", "1"), new Campaign.Source("乙", "2"))),
                IntStream.range(0, posts)
                        .mapToObj(j -> new Campaign.Post("p" + j, "单位", "岗位", 1, 0, null, Map.of()))
                        .toList(),
                IntStream.range(0, scores.size())
                        .mapToObj(i -> new Campaign.Candidate(
                                "c" + i, BigDecimal.valueOf(scores.get(i)), false, false, Map.of(), lists.get(i), KEY))
                        .toList(),
                List.of()));
        var placed = new ArrayList<>(Collections.nCopies(scores.size(), ""));
        for (Result.Placed one : result.placed()) {
            var post = one.post();
            placed.set(Integer.parseInt(one.candidate().substring(1)), post == null ? "" : post);
        }
        return placed;
    }

    private static int rank(List<String> taste, String post) {
        return post.isEmpty() ? taste.size() : taste.indexOf(post);
    }

    private static List<String> shuffled(int posts, Random random) {
        var all =
                new ArrayList<>(IntStream.range(0, posts).mapToObj(j -> "p" + j).toList());
        Collections.shuffle(all, random);
        return all;
    }

    /** Every list of one to so many. */
    private static List<List<String>> lists(int posts, int most) {
        var all = new ArrayList<List<String>>();
        var open = new ArrayList<List<String>>(List.of(List.of()));
        while (!open.isEmpty()) {
            var list = open.removeLast();
            if (!list.isEmpty()) {
                all.add(list);
            }
            for (int j = 0; j < posts && list.size() < most; j++) {
                if (!list.contains("p" + j)) {
                    var longer = new ArrayList<>(list);
                    longer.add("p" + j);
                    open.add(longer);
                }
            }
        }
        return all;
    }
}

package org.rongyi.career.placement.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.career.placement.allocation.Problem.Candidate;
import org.rongyi.career.placement.allocation.Problem.Post;

@DisplayName("分配：与按定义穷举的结果一模一样")
class MechanismsTest {

    private static final boolean FULL = "full".equals(System.getProperty("rongyi.dose"));
    private static final int SAMPLES = FULL ? 20_000 : 500;
    private static final int[][] LISTS = {{}, {0}, {1}, {0, 1}, {1, 0}};

    @Test
    @DisplayName("双向选择：两人两岗的每一种情形，结果都稳定，且对每个人都是稳定结果里最好的")
    void everySmallestMarketIsStableAndBestForTheCandidates() {
        int tried = 0;
        for (int code = 0; code < 5 * 5 * 5 * 5 * 9; code++) {
            var candidates = List.of(candidate(0, LISTS[code % 5]), candidate(1, LISTS[code / 5 % 5]));
            int seats = code / 625;
            var posts = List.of(
                    new Post("p0", seats % 3, LISTS[code / 25 % 5]), new Post("p1", seats / 3, LISTS[code / 125 % 5]));
            requireBestStable(new Problem(Mechanism.DEFERRED_ACCEPTANCE, posts, candidates, List.of()));
            tried++;
        }
        assertThat(tried).isEqualTo(5_625);
    }

    @Test
    @DisplayName("双向选择：任意的小市场也一样，岗位排名、按分数、名单不全、零岗位都有")
    void anySmallMarketIsStableAndBestForTheCandidates() {
        var instances = new Instances(1);
        for (int sample = 0; sample < SAMPLES; sample++) {
            requireBestStable(instances.any(Mechanism.DEFERRED_ACCEPTANCE, 4));
        }
    }

    @Test
    @DisplayName("积分选岗：没有人错过比自己靠后的人坐着的、或空着的更想去的岗位")
    void inOneOrderOnlyOneResultIsStable() {
        var instances = new Instances(2);
        for (int sample = 0; sample < SAMPLES; sample++) {
            var problem = instances.any(Mechanism.SERIAL_DICTATORSHIP, 4);
            var stable = BruteForce.placements(problem).stream()
                    .filter(placement -> BruteForce.isStable(problem, placement))
                    .toList();
            assertThat(stable).hasSize(1);
            assertThat(run(problem)).as(Instances.json(problem)).isEqualTo(stable.getFirst());
        }
    }

    @Test
    @DisplayName("积分选岗：两人两岗、三人两岗的每一种情形——志愿、名额、得分（同分也算）、岗位的名单")
    void everySmallestOrderHasItsOneResult() {
        int tried = 0;
        for (int code = 0; code < 25 * 36 * 9 * 3; code++) {
            int scores = code / (25 * 36 * 9);
            var candidates = List.of(
                    candidate(0, scores == 1 ? 1 : 0, LISTS[code % 5]),
                    candidate(1, scores == 2 ? 1 : 0, LISTS[code / 5 % 5]));
            requireOneResult(new Problem(
                    Mechanism.SERIAL_DICTATORSHIP, two(code / 25 / 36 % 9, code / 25 % 36), candidates, List.of()));
            tried++;
        }
        for (int code = 0; code < 125 * 9 * 27; code++) {
            int lists = code % 125;
            int scores = code / 125 / 9;
            var candidates = List.of(
                    candidate(0, scores % 3, LISTS[lists % 5]),
                    candidate(1, scores / 3 % 3, LISTS[lists / 5 % 5]),
                    candidate(2, scores / 9, LISTS[lists / 25]));
            requireOneResult(new Problem(Mechanism.SERIAL_DICTATORSHIP, two(code / 125 % 9, 0), candidates, List.of()));
            tried++;
        }
        assertThat(tried).isEqualTo(24_300 + 30_375);
    }

    @Test
    @DisplayName("指令性分配：两人两岗、三人两岗的每一种情形——名额、岗位的名单，每一对不许、或者代价 0、1")
    void everySmallestAssignmentIsTheCheapest() {
        int tried = 0;
        for (int code = 0; code < 81 * 36 * 9; code++) {
            requireCheapest(two(code / 81 / 36, code / 81 % 36), 2, code % 81);
            tried++;
        }
        for (int code = 0; code < 729 * 9; code++) {
            requireCheapest(two(code / 729, 0), 3, code % 729);
            tried++;
        }
        assertThat(tried).isEqualTo(26_244 + 6_561);
    }

    /** @param rankings of both posts: 0 for none, else one of the lists */
    private static List<Post> two(int seats, int rankings) {
        return List.of(
                new Post("p0", seats % 3, ranking(rankings % 6)), new Post("p1", seats / 3, ranking(rankings / 6)));
    }

    private static int @Nullable [] ranking(int code) {
        return code == 0 ? null : LISTS[code - 1];
    }

    private static void requireOneResult(Problem problem) {
        var stable = BruteForce.placements(problem).stream()
                .filter(placement -> BruteForce.isStable(problem, placement))
                .toList();
        assertThat(stable).hasSize(1);
        var result = run(problem);
        assertThat(Arrays.equals(result, stable.getFirst()))
                .as("%s in %s", Arrays.toString(result), Instances.json(problem))
                .isTrue();
    }

    /** @param code in base 3, of each pair 0 where it is not allowed, else its cost and one */
    private static void requireCheapest(List<Post> posts, int people, int code) {
        var costs = new ArrayList<Problem.Cost>();
        for (int pair = 0, left = code; pair < 2 * people; pair++, left /= 3) {
            if (left % 3 > 0) {
                costs.add(new Problem.Cost(pair / 2, pair % 2, java.math.BigDecimal.valueOf(left % 3 - 1)));
            }
        }
        var candidates = IntStream.range(0, people)
                .mapToObj(i -> candidate(i, 0, LISTS[0]))
                .toList();
        var problem = new Problem(Mechanism.ASSIGNMENT, posts, candidates, costs);
        var result = run(problem);
        assertThat(Arrays.equals(result, BruteForce.cheapest(problem)))
                .as("%s in %s", Arrays.toString(result), Instances.json(problem))
                .isTrue();
    }

    @Test
    @DisplayName("说谎没有好处：把志愿填成任何别的样子，谁也得不到更想去的岗位")
    void noLiePays() {
        for (var mechanism : List.of(Mechanism.DEFERRED_ACCEPTANCE, Mechanism.SERIAL_DICTATORSHIP)) {
            var instances = new Instances(3);
            for (int sample = 0; sample < SAMPLES / 5; sample++) {
                var problem = instances.any(mechanism, 4);
                var honest = run(problem);
                for (int liar = 0; liar < honest.length; liar++) {
                    for (var lie : lists(problem.posts().size())) {
                        int got = run(lying(problem, liar, lie))[liar];
                        assertThat(wish(problem, liar, got))
                                .as("%s lies %s in %s", liar, Arrays.toString(lie), Instances.json(problem))
                                .isGreaterThanOrEqualTo(wish(problem, liar, honest[liar]));
                    }
                }
            }
        }
    }

    @Test
    @DisplayName("指令性分配：安排的人最多，其中总代价最小，一样小的按人员、岗位的顺序取")
    void asManyAsPossibleAtTheLeastCost() {
        var instances = new Instances(4);
        for (int sample = 0; sample < 2 * SAMPLES; sample++) {
            var problem = instances.any(Mechanism.ASSIGNMENT, sample % 10 == 0 ? 6 : 4);
            assertThat(run(problem)).as(Instances.json(problem)).isEqualTo(BruteForce.cheapest(problem));
        }
    }

    private static void requireBestStable(Problem problem) {
        var result = run(problem);
        var stable = BruteForce.placements(problem).stream()
                .filter(placement -> BruteForce.isStable(problem, placement))
                .toList();
        assertThat(stable).as(Instances.json(problem)).anyMatch(placement -> Arrays.equals(placement, result));
        for (var other : stable) {
            for (int i = 0; i < result.length; i++) {
                assertThat(wish(problem, i, result[i]))
                        .as(Instances.json(problem))
                        .isLessThanOrEqualTo(wish(problem, i, other[i]));
            }
        }
    }

    private static int wish(Problem problem, int i, int post) {
        return post < 0 ? Integer.MAX_VALUE : BruteForce.wish(problem, i, post);
    }

    private static Candidate candidate(int i, int[] choices) {
        return candidate(i, 0, choices);
    }

    private static Candidate candidate(int i, int score, int[] choices) {
        return new Candidate("c" + i, java.math.BigDecimal.valueOf(score), choices);
    }

    private static Problem lying(Problem problem, int liar, int[] lie) {
        var candidates = new ArrayList<>(problem.candidates());
        candidates.set(liar, new Candidate("c" + liar, candidates.get(liar).score(), lie));
        return new Problem(problem.mechanism(), problem.posts(), candidates, problem.costs());
    }

    /** Every list of some of the posts in any order. */
    private static List<int[]> lists(int posts) {
        var lists = new ArrayList<int[]>(List.of(new int[0]));
        for (int at = 0; at < lists.size(); at++) {
            var list = lists.get(at);
            for (int post = 0; post < posts; post++) {
                int one = post;
                if (Arrays.stream(list).noneMatch(had -> had == one)) {
                    var longer = Arrays.copyOf(list, list.length + 1);
                    longer[list.length] = post;
                    lists.add(longer);
                }
            }
        }
        return lists;
    }

    /** Through the file, as an outsider would. */
    private static int[] run(Problem problem) {
        var answer = Allocation.of(Instances.json(problem).getBytes(StandardCharsets.UTF_8));
        return answer.placements().stream()
                .mapToInt(one ->
                        one.post() == null ? -1 : Integer.parseInt(one.post().substring(1)))
                .toArray();
    }
}

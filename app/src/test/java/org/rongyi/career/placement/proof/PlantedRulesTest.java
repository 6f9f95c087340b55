package org.rongyi.career.placement.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.career.placement.allocation.SecondOpinion;
import org.rongyi.career.placement.proof.Campaign.Candidate;
import org.rongyi.career.placement.proof.Campaign.Cost;
import org.rongyi.career.placement.proof.Campaign.Draw;
import org.rongyi.career.placement.proof.Campaign.Post;
import org.rongyi.career.placement.proof.Campaign.Rules;
import org.rongyi.career.placement.proof.Campaign.Source;

@DisplayName("程序里埋下错的规则，自己写出的文件，第二份实现查得出")
class PlantedRulesTest {

    private static final String KEY = "7".repeat(64);

    private static SecondOpinion second;

    @BeforeAll
    static void compileItByItself() throws Exception {
        second = new SecondOpinion();
    }

    /** The right campaign, told as another one was run. */
    private static String objection(Campaign right, Campaign orderedAs, Campaign runAs) {
        var in = Checked.of(right);
        var commitments = Transcript.Commitments.of(in);
        var order = Order.of(Checked.of(orderedAs), commitments.seed());
        var standing = new PlacesInLine(in, order);
        var run = Checked.of(runAs);
        var rounds = Rounds.run(run, order, new PlacesInLine(run, order));
        var file = new Transcript(in, commitments, order, standing, rounds).full();
        return second.objection(Map.of("file", file)).orElse("");
    }

    @Test
    @DisplayName("真的规则写出来的，认")
    void theTruthHolds() {
        var right = campaign(Priority.RESERVED, Way.BY_SCORE);
        assertThat(objection(right, right, right)).isEmpty();
    }

    @Test
    @DisplayName("没有考试的活动，文件里没有“各项”：从前发布的文件、从前的摘要照样认")
    void aCampaignWithoutExamIsWrittenAsBefore() {
        var file = CampaignRun.of(campaign(Priority.RESERVED, Way.BY_SCORE)).file();
        assertThat(new String(file, StandardCharsets.UTF_8)).doesNotContain("\"parts\"");
        var empty = new String(file, StandardCharsets.UTF_8).replaceFirst("(\"ties\":\\[[^]]*])}", "$1,\"parts\":[]}");
        assertThat(second.objection(Map.of("file", empty.getBytes(StandardCharsets.UTF_8)))
                        .orElse(""))
                .startsWith("input.rules.parts");
    }

    @Test
    @DisplayName("次序：同分项不看、分数倒排、免于计分的不在前、优先的不在前、抽签换了种子")
    void aWrongOrderIsFound() {
        var right = campaign(Priority.FIRST, Way.BY_SCORE);
        var wrong = new ArrayList<Campaign>();
        wrong.add(with(right, candidates(right, one -> one.ties().get(Tie.AGE) > 0 ? tie(one, 0) : tie(one, 1))));
        wrong.add(with(
                right,
                candidates(
                        right,
                        one -> one.exempt() ? one : score(one, 9 - one.score().intValue()))));
        wrong.add(with(right, candidates(right, one -> one.exempt() ? score(one, 1) : one)));
        wrong.add(with(right, candidates(right, one -> priority(one, !one.priority()))));
        for (var one : wrong) {
            assertThat(objection(right, one, right)).as(one.toString()).startsWith("order[");
        }
        var equal = with(right, candidates(right, one -> one.exempt() ? one : tie(score(priority(one, false), 1), 0)));
        var in = Checked.of(equal);
        var order = Order.of(in, "0".repeat(64));
        var standing = new PlacesInLine(in, order);
        var rounds = Rounds.run(in, order, standing);
        var file = new Transcript(in, Transcript.Commitments.of(in), order, standing, rounds).full();
        assertThat(second.objection(Map.of("file", file)).orElse("")).startsWith("order[");
    }

    @Test
    @DisplayName("考试：得分不是各项按方案的权重相加的，指得出是谁；一分一毫也不四舍五入")
    void aWrongWeightIsFound() {
        var right = campaign(Priority.NONE, Way.BY_SCORE);
        var parts = List.of(
                new Campaign.Part("档案分", new BigDecimal("0.6")), new Campaign.Part("公共基础知识", new BigDecimal("0.4")));
        var rules = new Rules(
                "1", right.rules().rounds(), Priority.NONE, right.rules().ties(), parts);
        var points = List.of(new BigDecimal("52.25"), new BigDecimal("71.75"));
        var examined = new Campaign(
                right.id(),
                right.title(),
                right.office(),
                rules,
                right.draw(),
                right.posts(),
                candidates(right, one -> one.exempt() ? one : scored(one, rules.weighed(points), points)),
                right.costs());
        assertThat(rules.weighed(points)).isEqualByComparingTo("60.05");
        assertThat(objection(examined, examined, examined)).isEmpty();
        var file = new String(CampaignRun.of(examined).file(), java.nio.charset.StandardCharsets.UTF_8);
        var swapped = file.replace("\"parts\":[52.25,71.75]", "\"parts\":[71.75,52.25]");
        assertThat(second.objection(Map.of("file", swapped.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                        .orElse(""))
                .startsWith("input.candidates[1].score");
        var rounded = candidates(examined, one -> one.exempt() ? one : scored(one, new BigDecimal("60.1"), points));
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> CampaignRun.of(with(examined, rounded)))
                .isInstanceOf(WrongCampaign.class);
    }

    private static Candidate scored(Candidate one, BigDecimal score, List<BigDecimal> parts) {
        return new Candidate(one.id(), score, parts, false, one.priority(), one.ties(), one.wishes(), one.nonce());
    }

    @Test
    @DisplayName("数额：多收一人、预留给了没有优先的、预留没有留；回避没有回避")
    void aWrongQuotaIsFound() {
        var right = campaign(Priority.RESERVED, Way.BY_SCORE);
        var one = right.posts().getFirst();
        var wrong = new ArrayList<Campaign>();
        wrong.add(with(right, post(one, one.seats() + 1, one.reserved(), one.ranking(), one.refused())));
        wrong.add(with(right, post(one, one.seats(), 0, one.ranking(), one.refused())));
        wrong.add(with(right, post(one, one.seats(), one.reserved(), one.ranking(), Map.of())));
        wrong.add(with(right, candidates(right, two -> priority(two, !two.priority()))));
        for (var run : wrong) {
            assertThat(objection(right, right, run)).as(run.toString()).startsWith("steps[");
        }
    }

    @Test
    @DisplayName("双向选择：倒用单位的排序、稳定却不是对大家最好、该稳定的不稳定")
    void aWrongMatchingIsFound() {
        var key = "8".repeat(64);
        var rules = new Rules("1", List.of(Way.TWO_SIDED), Priority.NONE, List.of());
        var posts = List.of(
                new Post("p0", "甲", "岗", 1, 0, List.of("c1", "c0"), Map.of()),
                new Post("p1", "乙", "岗", 1, 0, List.of("c0", "c1"), Map.of()));
        var candidates = List.of(
                new Candidate("c0", BigDecimal.ONE, false, false, Map.of(), List.of("p0", "p1"), key),
                new Candidate("c1", BigDecimal.ONE, false, false, Map.of(), List.of("p1", "p0"), key));
        var draw = new Draw(key, List.of(new Source("台", "1")));
        var right = new Campaign("C", "题", "局", rules, draw, posts, candidates, List.of());
        assertThat(objection(right, right, right)).isEmpty();
        var best = with(
                right, candidates(right, one -> wishes(one, List.of(one.wishes().getLast()))));
        assertThat(objection(right, right, best)).matches("steps\\[[01]]\\.post.*更好.*");
        var none = with(right, candidates(right, one -> wishes(one, List.of())));
        assertThat(objection(right, right, none)).matches("steps\\[[01]]\\.post.*");
        var alone = with(right, candidates(right, one -> wishes(one, List.of("p0"))));
        var turned = with(alone, post(posts.getFirst(), 1, 0, List.of("c0", "c1"), Map.of()));
        assertThat(objection(alone, alone, turned)).startsWith("steps[1].post");
    }

    @Test
    @DisplayName("指令性分配：代价看错了，总代价就不是最小")
    void aWrongCostIsFound() {
        var right = campaign(Priority.NONE, Way.DIRECTIVE);
        var wrong = new Campaign(
                right.id(),
                right.title(),
                right.office(),
                right.rules(),
                right.draw(),
                right.posts(),
                right.candidates(),
                right.costs().stream()
                        .map(one -> new Cost(one.candidate(), one.post(), BigDecimal.TEN.subtract(one.cost())))
                        .toList());
        assertThat(objection(right, right, wrong)).matches("(?s)(steps|rounds).*");
    }

    private static Campaign campaign(Priority priority, Way way) {
        int reserved = priority == Priority.RESERVED ? 1 : 0;
        var posts = List.of(
                new Post("p0", "甲", "岗", 2, reserved, null, Map.of("c0", "亲属回避")),
                new Post("p1", "乙", "岗", 1, 0, null, Map.of()));
        var candidates = IntStream.range(0, 6)
                .mapToObj(i -> new Candidate(
                        "c" + i,
                        i == 0 ? null : BigDecimal.valueOf(8 - i / 2),
                        i == 0,
                        i >= 4,
                        Map.of(Tie.AGE, (long) i % 2),
                        List.of("p0", "p1"),
                        KEY))
                .toList();
        var costs = new ArrayList<Cost>();
        for (int i = 0; i < 6 && way == Way.DIRECTIVE; i++) {
            costs.add(new Cost("c" + i, "p0", BigDecimal.valueOf(1 + i)));
            costs.add(new Cost("c" + i, "p1", BigDecimal.valueOf(7 - i)));
        }
        var rules = new Rules("1", List.of(way), priority, List.of(Tie.AGE));
        return new Campaign(
                "C", "题", "局", rules, new Draw(KEY, List.of(new Source("台", "1"))), posts, candidates, costs);
    }

    private static Campaign with(Campaign campaign, List<Candidate> candidates) {
        return new Campaign(
                campaign.id(),
                campaign.title(),
                campaign.office(),
                campaign.rules(),
                campaign.draw(),
                campaign.posts(),
                candidates,
                campaign.costs());
    }

    /** With another first post. */
    private static Campaign with(Campaign campaign, Post first) {
        var posts = new ArrayList<>(campaign.posts());
        posts.set(0, first);
        return new Campaign(
                campaign.id(),
                campaign.title(),
                campaign.office(),
                campaign.rules(),
                campaign.draw(),
                posts,
                campaign.candidates(),
                campaign.costs());
    }

    private static Post post(Post one, int seats, int reserved, List<String> ranking, Map<String, String> refused) {
        return new Post(one.id(), one.unit(), one.title(), seats, reserved, ranking, refused);
    }

    private static List<Candidate> candidates(Campaign campaign, java.util.function.UnaryOperator<Candidate> change) {
        return campaign.candidates().stream().map(change).toList();
    }

    private static Candidate score(Candidate one, int score) {
        return new Candidate(
                one.id(), BigDecimal.valueOf(score), false, one.priority(), one.ties(), one.wishes(), one.nonce());
    }

    private static Candidate priority(Candidate one, boolean has) {
        return new Candidate(one.id(), one.score(), one.exempt(), has, one.ties(), one.wishes(), one.nonce());
    }

    private static Candidate tie(Candidate one, long age) {
        return new Candidate(
                one.id(), one.score(), one.exempt(), one.priority(), Map.of(Tie.AGE, age), one.wishes(), one.nonce());
    }

    private static Candidate wishes(Candidate one, List<String> wishes) {
        return new Candidate(one.id(), one.score(), one.exempt(), one.priority(), one.ties(), wishes, one.nonce());
    }
}

package org.rongyi.career.placement.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rongyi.career.placement.proof.Campaign.Candidate;
import org.rongyi.career.placement.proof.Campaign.Draw;
import org.rongyi.career.placement.proof.Campaign.Rules;
import org.rongyi.career.placement.proof.Campaign.Source;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("一次安置活动的推算：次序、各轮、预留岗位都同定义一致；输入怎么排都是同样的字节")
class CampaignRunTest {

    private static final boolean FULL = "full".equals(System.getProperty("rongyi.dose"));
    private static final int SAMPLES = FULL ? 10_000 : 600;
    private static final JsonMapper MAPPER = new JsonMapper();

    @Test
    @DisplayName("随便什么小活动、几种方式怎么接着办，都同把全部安置逐一试过的结果一致")
    void roundsAreWhatTheirDefinitionsSay() {
        var campaigns = new Campaigns(1);
        for (int sample = 0; sample < SAMPLES; sample++) {
            var campaign = campaigns.any(4);
            var result = CampaignRun.of(campaign);
            var seats = new HashMap<String, String>();
            for (var one : result.placed()) {
                if (one.post() != null) {
                    seats.put(one.candidate(), one.post() + (one.kept() ? "*" : ""));
                }
            }
            assertThat(seats).as(campaign.toString()).isEqualTo(BruteRounds.run(campaign, result.order()));
        }
    }

    @Test
    @DisplayName("次序：免于计分的在前；方案定了优先对象先选的，他们在前；再看分数；同分按方案逐项，最后才是抽签")
    void theOrderIsTheRuleOfThePlan() {
        var campaigns = new Campaigns(2);
        for (int sample = 0; sample < SAMPLES; sample++) {
            var campaign = campaigns.any(6);
            var order = CampaignRun.of(campaign).order();
            for (int at = 0; at + 1 < order.size(); at++) {
                var one = find(campaign, order.get(at));
                var next = find(campaign, order.get(at + 1));
                assertThat(before(campaign.rules(), one, next))
                        .as("%s before %s by %s", one, next, campaign.rules())
                        .isGreaterThanOrEqualTo(0);
            }
        }
    }

    @Test
    @DisplayName("先后次序只看方案、名单和抽签：没有志愿、单位的排序和费用，也是同一个次序")
    void theOrderNeedsNoWishesAndNoCosts() {
        var campaigns = new Campaigns(5);
        for (int sample = 0; sample < SAMPLES; sample++) {
            var campaign = campaigns.any(6);
            var order = CampaignRun.of(campaign).order();
            assertThat(CampaignRun.order(campaign)).isEqualTo(order);
            assertThat(CampaignRun.order(bare(campaign))).isEqualTo(order);
        }
    }

    private static Campaign bare(Campaign campaign) {
        return new Campaign(
                campaign.id(),
                campaign.title(),
                campaign.office(),
                campaign.rules(),
                campaign.draw(),
                campaign.posts().stream()
                        .map(post -> new Campaign.Post(
                                post.id(), post.unit(), post.title(), post.seats(), post.reserved(), null, Map.of()))
                        .toList(),
                campaign.candidates().stream()
                        .map(one -> new Candidate(
                                one.id(),
                                one.score(),
                                one.parts(),
                                one.exempt(),
                                one.priority(),
                                one.ties(),
                                List.of(),
                                one.nonce()))
                        .toList(),
                List.of(),
                campaign.direct());
    }

    private static Candidate find(Campaign campaign, String id) {
        return campaign.candidates().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Above 0 where the rule puts one before the other, 0 where only the draw does. */
    private static int before(Rules rules, Candidate one, Candidate other) {
        if (one.exempt() || other.exempt()) {
            return Boolean.compare(one.exempt(), other.exempt());
        }
        int priority = Boolean.compare(one.priority(), other.priority());
        if (rules.priority() == Priority.FIRST && priority != 0) {
            return priority;
        }
        int score = one.score().compareTo(other.score());
        if (score != 0 || (rules.priority() == Priority.TIES && priority != 0)) {
            return score != 0 ? score : priority;
        }
        for (var tie : rules.ties()) {
            int by = one.ties().get(tie).compareTo(other.ties().get(tie));
            if (by != 0) {
                return by;
            }
        }
        return 0;
    }

    @Test
    @DisplayName("岗位、人员、代价怎么排列，再算一遍，都是同样的字节")
    void theOrderOfTheInputMeansNothing() {
        var campaigns = new Campaigns(3);
        for (int sample = 0; sample < SAMPLES; sample++) {
            var campaign = campaigns.any(6);
            var result = CampaignRun.of(campaign);
            var again = CampaignRun.of(campaigns.shuffled(campaign));
            assertThat(again.file()).isEqualTo(result.file());
            assertThat(again.shown()).isEqualTo(result.shown());
            assertThat(again.head()).isEqualTo(result.head());
            for (int at = 0; at < result.placed().size(); at++) {
                assertThat(again.placed().get(at).slip())
                        .isEqualTo(result.placed().get(at).slip());
            }
        }
    }

    @Test
    @DisplayName("抽签：每人的签只由种子和自己的编号定，多一个人少一个人，其余的人先后不变；三人同分，六种先后一样常见")
    void theDrawIsFairAndEverybodyIsDrawnByHimself() {
        var counts = new HashMap<List<String>, Integer>();
        for (int draw = 0; draw < 1_200; draw++) {
            var three = Checked.of(equal(3));
            var four = Checked.of(equal(4));
            var seed = Commitment.seed("a", "b", List.of(new Source("台", "" + draw)));
            var order = names(three, Order.of(three, seed));
            var with = names(four, Order.of(four, seed)).stream()
                    .filter(id -> !id.equals("c3"))
                    .toList();
            assertThat(with).isEqualTo(order);
            counts.merge(order, 1, Integer::sum);
        }
        assertThat(counts).hasSize(6);
        double deviation = counts.values().stream()
                .mapToDouble(count -> (count - 200.0) * (count - 200.0) / 200.0)
                .sum();
        assertThat(deviation).as("chi square of 5 degrees: %s", counts).isLessThan(15.09);
    }

    private static List<String> names(Checked in, Order order) {
        return java.util.Arrays.stream(order.from())
                .mapToObj(i -> in.candidates().get(i).id())
                .toList();
    }

    private static Campaign equal(int n) {
        var key = "0".repeat(64);
        var candidates = java.util.stream.IntStream.range(0, n)
                .mapToObj(i -> new Candidate("c" + i, BigDecimal.ONE, false, false, Map.of(), List.of(), key))
                .toList();
        var rules = new Rules("1", List.of(Way.BY_SCORE), Priority.NONE, List.of());
        var post = new Campaign.Post("p0", "单位", "岗位", 1, 0, null, Map.of());
        var draw = new Draw(key, List.of(new Source("台", "1")));
        return new Campaign("C", "题", "局", rules, draw, List.of(post), candidates, List.of());
    }

    @Test
    @DisplayName("来源说了别的、沉默了、盐换了、名单多了一人，种子就换了；承诺在来源开口之前已定")
    void theSeedHangsOnEverySourceAndOnWhatWasPublishedBefore() {
        var campaign = equal(3);
        var other = new Campaign(
                campaign.id(),
                campaign.title(),
                campaign.office(),
                campaign.rules(),
                new Draw(campaign.draw().salt(), List.of(new Source("台", "2"))),
                campaign.posts(),
                campaign.candidates(),
                campaign.costs());
        assertThat(Commitment.beforeDraw(other)).isEqualTo(Commitment.beforeDraw(campaign));
        assertThat(field(other, "/draw/seed")).isNotEqualTo(field(campaign, "/draw/seed"));
        assertThat(Commitment.beforeDraw(equal(4)).draw())
                .isNotEqualTo(Commitment.beforeDraw(campaign).draw());
        assertThat(field(campaign, "/commitments/draw"))
                .isEqualTo(Commitment.beforeDraw(campaign).draw());
        var costed = new Campaigns(4).any(6);
        assertThat(field(costed, "/commitments/closed"))
                .isEqualTo(Commitment.closed(costed))
                .isEqualTo(Commitment.closed(new Campaigns(5).shuffled(costed)));
        var silent = List.of(new Source("台", null), new Source("乙", "1"));
        assertThat(Commitment.seed("a", "b", silent))
                .isNotEqualTo(Commitment.seed("a", "b", List.of(new Source("乙", "1"))));
    }

    private static String field(Campaign campaign, String pointer) {
        return MAPPER.readTree(CampaignRun.of(campaign).file()).at(pointer).stringValue();
    }

    @ParameterizedTest(name = "{0} = {1} → {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "/title | \"\" | title",
                "/rules/rounds | [] | rules.rounds",
                "/rules/ties | [\"AGE\",\"AGE\"] | rules.ties[1]",
                "/draw/salt | \"12\" | draw.salt",
                "/draw/sources | [] | draw.sources",
                "/draw/sources/0/value | null | draw.sources",
                "/posts/0/seats | -1 | posts[0].seats",
                "/posts/0/reserved | 2 | posts[0].reserved",
                "/rules/priority | \"FIRST\" | posts[0].reserved",
                "/posts/0/ranking | [\"c0\",\"c0\"] | posts[0].ranking[1]",
                "/posts/0/ranking | [\"c9\"] | posts[0].ranking[0]",
                "/rules/rounds | [\"BY_SCORE\",\"DIRECTIVE\"] | posts[0].ranking",
                "/posts/0/refused | {\"c9\":\"不符合条件\"} | posts[0].refused.c9",
                "/posts/0/refused | {\"c0\":\" \"} | posts[0].refused.c0",
                "/posts/0/id | \"p1\" | posts[1].id",
                "/candidates/0/id | \"c1\" | candidates[1].id",
                "/candidates/0/score | null | candidates[0].score",
                "/candidates/0/score | 1.01 | candidates[0].score",
                "/candidates/0/parts | [2] | candidates[0].parts",
                "/candidates/0/parts | [2,0.1] | candidates[0].score",
                "/rules/parts/1/name | \"档案分\" | rules.parts[1].name",
                "/rules/parts/0/weight | 0 | rules.parts[0].weight",
                "/candidates/0/exempt | true | candidates[0].score",
                "/candidates/0/ties | {} | candidates[0].ties.age",
                "/candidates/0/wishes | [\"p9\"] | candidates[0].wishes[0]",
                "/candidates/0/wishes | [\"p0\",\"p0\"] | candidates[0].wishes[1]",
                "/candidates/0/nonce | \"xyz\" | candidates[0].nonce",
                "/costs/0/post | \"p9\" | costs[0].post",
                "/costs/0/cost | 10000000000000 | costs[0].cost",
                "/costs/0/post | \"p1\" | costs[1]",
                "/rules/rounds | [\"TWO_SIDED\"] | costs[0]",
            })
    @DisplayName("自相矛盾的输入，说清楚在哪里、为什么")
    void whatContradictsItselfIsNamed(String pointer, String value, String place) {
        var tree = (ObjectNode) MAPPER.readTree("""
                {"id":"C","title":"题","office":"局",
                 "rules":{"version":"1","rounds":["TWO_SIDED","DIRECTIVE"],"priority":"RESERVED","ties":["AGE"],
                          "parts":[{"name":"档案分","weight":0.5},{"name":"考试","weight":0.5}]},
                 "draw":{"salt":"%1$s","sources":[{"name":"台","value":"1"}]},
                 "posts":[{"id":"p0","unit":"甲","title":"岗","seats":1,"reserved":1,"ranking":["c0"],"refused":{}},
                          {"id":"p1","unit":"乙","title":"岗","seats":1,"reserved":0,"ranking":null,"refused":{"c1":"亲属回避"}}],
                 "candidates":[{"id":"c0","score":1,"parts":[2,0],"exempt":false,"priority":true,"ties":{"AGE":5},"wishes":["p0"],"nonce":"%1$s"},
                               {"id":"c1","score":1.5,"parts":[1,2],"exempt":false,"priority":false,"ties":{"AGE":6},"wishes":[],"nonce":"%1$s"}],
                 "costs":[{"candidate":"c0","post":"p0","cost":1},{"candidate":"c0","post":"p1","cost":2}]}
                """.formatted("a".repeat(64)));
        assertThat(CampaignRun.of(MAPPER.treeToValue(tree, Campaign.class)).placed())
                .hasSize(2);
        int cut = pointer.lastIndexOf('/');
        var parent = cut == 0 ? tree : tree.at(pointer.substring(0, cut));
        ((ObjectNode) parent).set(pointer.substring(cut + 1), MAPPER.readTree(value));
        var wrong = MAPPER.treeToValue(tree, Campaign.class);
        assertThatThrownBy(() -> CampaignRun.of(wrong))
                .isInstanceOfSatisfying(
                        WrongCampaign.class, one -> assertThat(one.place()).isEqualTo(place));
    }

    @Test
    @DisplayName("方案用不到的不进文件：未定优先时的优先标记、方案没有列的同分项")
    void whatNoRuleAsksForIsNotInTheFile() {
        var campaign = equal(1);
        var one = campaign.candidates().getFirst();
        var more = new Candidate(one.id(), one.score(), false, true, Map.of(Tie.AGE, 77_001L), List.of(), one.nonce());
        var with = new Campaign(
                campaign.id(),
                campaign.title(),
                campaign.office(),
                campaign.rules(),
                campaign.draw(),
                campaign.posts(),
                List.of(more),
                campaign.costs());
        assertThat(new String(CampaignRun.of(with).file(), StandardCharsets.UTF_8))
                .isEqualTo(new String(CampaignRun.of(campaign).file(), StandardCharsets.UTF_8))
                .doesNotContain("77001");
    }
}

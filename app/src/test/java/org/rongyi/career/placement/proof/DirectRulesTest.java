package org.rongyi.career.placement.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.rongyi.career.placement.proof.Campaign.Direct;
import org.rongyi.career.placement.proof.Campaign.Draw;
import org.rongyi.career.placement.proof.Campaign.Post;
import org.rongyi.career.placement.proof.Campaign.Rules;
import org.rongyi.career.placement.proof.Campaign.Settled;
import org.rongyi.career.placement.proof.Campaign.Source;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("直通安置在文件里：抽签以前就封定，位子先扣，人不再参加；多算一个位子、再安排一次，第二份实现都查得出")
class DirectRulesTest {

    private static final String KEY = "7".repeat(64);

    private static SecondOpinion second;

    @BeforeAll
    static void compileItByItself() throws Exception {
        second = new SecondOpinion();
    }

    @Test
    @DisplayName("没有直通安置的活动，文件和从前一个字节也不差")
    void aCampaignWithoutItKeepsItsBytes() {
        var result = CampaignRun.of(campaign(null));
        assertThat(result.head()).isEqualTo("30555248f71afa09041efc7b7fd4c37971589d05f99bd7abf96039df6156a311");
        assertThat(new String(result.file(), StandardCharsets.UTF_8)).doesNotContain("direct\":");
        assertThat(CampaignRun.of(campaign(direct())).head()).isNotEqualTo(result.head());
    }

    @Test
    @DisplayName("真的都认：岗位总数＝已安排＋剩余，另外写出直通安置几人；凭单说得出；公开的没有理由")
    void theTruthHolds() {
        var result = CampaignRun.of(campaign(direct()));
        assertThat(second.said(Map.of("file", result.file()))).contains("public sm3 " + result.head());
        assertThat(second.objection(Map.of("--public", result.shown()))).isEmpty();
        for (var one : result.placed()) {
            assertThat(second.objection(Map.of("--public", result.shown(), "--slip", one.slip())))
                    .isEmpty();
        }
        var own = result.placed().get(3);
        assertThat(own.post()).isEqualTo("p1");
        assertThat(own.round()).isZero();
        assertThat(new String(own.slip(), StandardCharsets.UTF_8)).contains("\\\"direct\\\":\\\"专业对口\\\"");
        var shown = CampaignTampering.MAPPER.readTree(result.shown());
        assertThat(shown.at("/sums/direct").intValue()).isEqualTo(1);
        assertThat(shown.at("/sums/seats").intValue())
                .isEqualTo(shown.at("/sums/filled").intValue()
                        + shown.at("/sums/left").intValue());
        assertThat(shown.at("/rounds/0/candidates").intValue()).isEqualTo(5);
        assertThat(shown.at("/rounds/0/lines/1/open/seats").intValue()).isZero();
        assertThat(shown.at("/direct").toString())
                .isEqualTo("{\"pilot\":\"惠州\",\"name\":\"直通安置\",\"placed\":[{\"candidate\":\"c3\",\"post\":\"p1\"}]}");
        assertThat(new String(result.shown(), StandardCharsets.UTF_8)).doesNotContain("专业对口");
    }

    @Test
    @DisplayName("抽签以前的总承诺里有他们：换了人、换了岗位、换了理由，承诺就变了")
    void theyAreCommittedToBeforeTheDraw() {
        var before = Commitment.beforeDraw(campaign(direct()));
        var others = List.of(
                new Settled("c2", "p1", "专业对口"), new Settled("c3", "p0", "专业对口"), new Settled("c3", "p1", "别的"));
        for (var one : others) {
            var other = campaign(new Direct("惠州", "直通安置", List.of(one)));
            assertThat(Commitment.beforeDraw(other).draw()).isNotEqualTo(before.draw());
        }
        assertThat(Commitment.beforeDraw(campaign(null)).direct()).isNull();
    }

    @Test
    @DisplayName("写错的运行：直通安置的位子又给了别人，查得出是谁")
    void aSeatGivenTwiceIsFound() {
        var right = campaign(direct());
        var doubled = new Campaign(
                right.id(),
                right.title(),
                right.office(),
                right.rules(),
                right.draw(),
                right.posts().stream()
                        .map(post -> post.id().equals("p1")
                                ? new Post("p1", post.unit(), post.title(), 2, 0, post.ranking(), post.refused())
                                : post)
                        .toList(),
                right.candidates(),
                right.costs(),
                right.direct());
        assertThat(objection(right, right)).isEmpty();
        assertThat(objection(right, doubled)).startsWith("steps[");
    }

    @Test
    @DisplayName("写错的运行：直通安置的人又参加了选岗，查得出是谁")
    void somebodyPlacedAgainIsFound() {
        var right = campaign(direct());
        assertThat(objection(right, campaign(null))).startsWith("steps[3].post");
    }

    @Test
    @DisplayName("公开本改一处：岗位、叫法、试点、少写一个人，都查得出")
    void aChangedPublicFileIsFound() {
        var shown = new String(CampaignRun.of(campaign(direct())).shown(), StandardCharsets.UTF_8);
        var part =
                "\"direct\":{\"pilot\":\"惠州\",\"name\":\"直通安置\",\"placed\":[{\"candidate\":\"c3\",\"post\":\"p1\"}]}";
        assertThat(shown).contains(part);
        for (var other : List.of(
                part.replace("惠州", "深圳"),
                part.replace("直通安置", "直通车"),
                part.replace("直通安置", "直通"),
                part.replace("c3", "c2"),
                part.replace("p1", "p0"),
                part.replaceFirst("\\[.*]", "[]"))) {
            assertThat(second.objection(
                            Map.of("--public", shown.replace(part, other).getBytes(StandardCharsets.UTF_8))))
                    .as(other)
                    .isPresent();
        }
    }

    @Test
    @DisplayName("自相矛盾的不运行：没有的岗位、没有的人、写了两次、超过岗位数、还有志愿、资格审查没有通过的、没有的叫法")
    void whatContradictsItselfIsNamed() {
        refused("direct.placed[0].post", new Settled("c3", "p9", "好"));
        refused("direct.placed[0].candidate", new Settled("c9", "p1", "好"));
        refused("direct.placed[0].reason", new Settled("c3", "p1", " "));
        refused("direct.placed[1].candidate", new Settled("c3", "p1", "好"), new Settled("c3", "p0", "好"));
        refused("direct.placed[1].post", new Settled("c3", "p1", "好"), new Settled("c2", "p1", "好"));
        refused("direct.placed[0].post", new Settled("c0", "p0", "好"));
        assertThatThrownBy(() ->
                        CampaignRun.of(campaign(new Direct("惠州", "直通", List.of(new Settled("c3", "p1", "好"))))))
                .isInstanceOf(WrongCampaign.class);
        var right = campaign(direct());
        var wishing = new Campaign(
                right.id(),
                right.title(),
                right.office(),
                right.rules(),
                right.draw(),
                right.posts(),
                campaign(null).candidates(),
                right.costs(),
                right.direct());
        assertThatThrownBy(() -> CampaignRun.of(wishing)).isInstanceOf(WrongCampaign.class);
    }

    @Test
    @DisplayName("单子不说直通安置，或不是他的说是，第二份实现不认")
    void aSlipSaysIt() {
        var result = CampaignRun.of(campaign(direct()));
        var slip = (ObjectNode)
                CampaignTampering.MAPPER.readTree(result.placed().get(3).slip());
        var leaf = slip.get("leaf").stringValue();
        slip.put("leaf", leaf.replace(",\"direct\":\"专业对口\"", ""));
        assertThat(second.objection(Map.of("--public", result.shown(), "--slip", CampaignTampering.layout(slip))))
                .isPresent();
    }

    private static void refused(String place, Settled... placed) {
        assertThatThrownBy(() -> CampaignRun.of(campaign(new Direct("惠州", "直通安置", List.of(placed)))))
                .isInstanceOfSatisfying(
                        WrongCampaign.class, one -> assertThat(one.place()).isEqualTo(place));
    }

    /** The right campaign, told as another one was run. */
    private static String objection(Campaign right, Campaign runAs) {
        var in = Checked.of(right);
        var commitments = Transcript.Commitments.of(in);
        var order = Order.of(in, commitments.seed());
        var run = Checked.of(runAs);
        var rounds = Rounds.run(run, order, new PlacesInLine(run, order));
        var file = new Transcript(in, commitments, order, new PlacesInLine(in, order), rounds).full();
        return second.objection(Map.of("file", file)).orElse("");
    }

    private static Direct direct() {
        return new Direct("惠州", "直通安置", List.of(new Settled("c3", "p1", "专业对口")));
    }

    /** Whoever has a post wishes for none, and nothing is reckoned with for him. */
    private static Campaign campaign(@org.jspecify.annotations.Nullable Direct direct) {
        var out = direct == null
                ? List.<String>of()
                : direct.placed().stream().map(Settled::candidate).toList();
        var posts = List.of(
                new Post("p0", "甲", "岗", 2, 1, null, Map.of("c0", "亲属回避")),
                new Post("p1", "乙", "岗", 1, 0, List.of("c3", "c2", "c1"), Map.of()));
        var candidates = IntStream.range(0, 6)
                .mapToObj(i -> new Candidate(
                        "c" + i,
                        i == 0 ? null : BigDecimal.valueOf(8 - i / 2),
                        i == 0,
                        i >= 4,
                        Map.of(Tie.AGE, (long) i % 2),
                        List.of("p0", "p1"),
                        KEY))
                .map(one -> out.contains(one.id()) ? Campaigns.withoutWishes(one) : one)
                .toList();
        var costs = new ArrayList<Cost>();
        for (int i = 0; i < 6; i++) {
            costs.add(new Cost("c" + i, "p0", BigDecimal.valueOf(1 + i)));
            costs.add(new Cost("c" + i, "p1", BigDecimal.valueOf(7 - i)));
        }
        costs.removeIf(one -> out.contains(one.candidate()));
        var rules = new Rules(
                "1", List.of(Way.BY_SCORE, Way.TWO_SIDED, Way.DIRECTIVE), Priority.RESERVED, List.of(Tie.AGE));
        var draw = new Draw(KEY, List.of(new Source("台", "1")));
        return new Campaign("C", "题", "局", rules, draw, posts, candidates, costs, direct);
    }
}

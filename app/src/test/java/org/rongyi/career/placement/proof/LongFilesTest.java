package org.rongyi.career.placement.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.career.placement.allocation.SecondOpinion;
import org.rongyi.career.placement.proof.Campaign.Candidate;
import org.rongyi.career.placement.proof.Campaign.Cost;

@DisplayName("长的材料一段一段地核：哪一段里改一处，都查得出、指得到")
class LongFilesTest {

    /** Two parts that are held against the file beside each other, and some lines more. */
    private static final int PEOPLE = 1_100;

    private static final List<Integer> PLACES = List.of(0, 511, 512, 513, 1_023, 1_024, PEOPLE - 1);

    private static SecondOpinion second;

    @BeforeAll
    static void compileItByItself() throws Exception {
        second = new SecondOpinion();
    }

    @Test
    @DisplayName("各段的头一行、末一行：改名次、多一行、少一行、多一个空格、两行换位")
    void everyPartIsLookedAt() {
        var file = file(new BigDecimal(7));
        assertThat(objection(file)).isEmpty();
        var lines = List.of(file.split("\n"));
        int steps = lines.indexOf("\"steps\":[");
        assertThat(steps).isPositive();
        for (int i : PLACES) {
            int at = steps + 1 + i;
            assertThat(objection(changed(lines, at, line -> line.replaceFirst("\"line\":[0-9]+", "\"line\":77"))))
                    .startsWith("steps[" + i + "].rounds[0].wishes[0].line");
            assertThat(objection(changed(lines, at, line -> line + "\n"))).startsWith("byte");
            assertThat(objection(changed(lines, at, line -> line.replace("\"rank\"", " \"rank\""))))
                    .startsWith("byte");
            var fewer = new ArrayList<>(lines);
            fewer.remove(at);
            assertThat(objection(String.join("\n", fewer) + "\n")).isNotEmpty();
            var twice = new ArrayList<>(lines);
            twice.add(at, lines.get(at));
            assertThat(objection(String.join("\n", twice) + "\n")).isNotEmpty();
        }
        var turned = new ArrayList<>(lines);
        turned.set(steps + 600, lines.get(steps + 700));
        turned.set(steps + 700, lines.get(steps + 600));
        assertThat(objection(String.join("\n", turned) + "\n")).startsWith("steps[599].candidate");
    }

    @Test
    @DisplayName("代价照规定的写法逐字节读；写法不对的、次序不对的、没有的人和岗位，照样指得到；带小数的也认")
    void costsAreReadAsTheyStand() {
        var file = file(new BigDecimal(7));
        assertThat(objection(file.replaceFirst("\"cost\":7}", "\"cost\":8}"))).startsWith("commitments.closed");
        assertThat(objection(file.replaceFirst("\"cost\":7}", "\"cost\":7.0}"))).startsWith("input.costs[0].cost");
        assertThat(objection(file.replaceFirst("\"cost\":7}", "\"cost\":07}"))).contains("JSON");
        assertThat(objection(file.replaceFirst("\"cost\":7}", "\"cost\":}"))).contains("JSON");
        assertThat(objection(file.replaceFirst("\"cost\":7}", "\"cost\": 7}"))).startsWith("byte");
        var pair = "{\"candidate\":\"c0600\",\"post\":\"p0\",\"cost\":";
        assertThat(objection(file.replace(pair, pair.replace("p0", "p9")))).startsWith("input.costs[1200].post");
        assertThat(objection(file.replace(pair, pair.replace("c0600", "x0600"))))
                .startsWith("input.costs[1200].candidate");
        assertThat(objection(file.replace(pair, pair.replace("c0600", "c0601"))))
                .startsWith("input.costs[");
        assertThat(objection(file(new BigDecimal("7.25")))).isEmpty();
        assertThat(objection(file(new BigDecimal(-3)))).isEmpty();
    }

    /** Few seats; everybody wishes for both posts and has a cost for both. */
    private static String file(BigDecimal cost) {
        var key = "1".repeat(64);
        var rules = new Campaign.Rules("1", List.of(Way.BY_SCORE, Way.DIRECTIVE), Priority.NONE, List.of());
        var posts = List.of(
                new Campaign.Post("p0", "单位", "岗位", 3, 0, null, Map.of()),
                new Campaign.Post("p1", "单位", "岗位", 4, 0, null, Map.of("c0005", "亲属回避")));
        var candidates = IntStream.range(0, PEOPLE)
                .mapToObj(i -> new Candidate(
                        "c%04d".formatted(i),
                        new BigDecimal(2_000 - i),
                        false,
                        false,
                        Map.of(),
                        i < 4 ? List.of("p0") : List.of("p0", "p1"),
                        key))
                .toList();
        var costs = candidates.stream()
                .flatMap(one -> List.of(
                        new Cost(one.id(), "p0", cost),
                        new Cost(one.id(), "p1", new BigDecimal(one.id().hashCode() % 50)))
                        .stream())
                .toList();
        var draw = new Campaign.Draw(key, List.of(new Campaign.Source("台", "1")));
        var campaign = new Campaign("C", "题", "局", rules, draw, posts, candidates, costs);
        return new String(CampaignRun.of(campaign).file(), StandardCharsets.UTF_8);
    }

    private static String changed(List<String> lines, int at, UnaryOperator<String> change) {
        var all = new ArrayList<>(lines);
        all.set(at, change.apply(lines.get(at)));
        return String.join("\n", all) + "\n";
    }

    private static String objection(String file) {
        return second.objection(Map.of("file", file.getBytes(StandardCharsets.UTF_8)))
                .orElse("");
    }
}

package org.rongyi.career.placement.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What somebody learns who lays the public file beside what is public by law: names with scores, and who came to which unit. He can tell whose pseudonym
 * is whose, since a score is a place in the order; so the file itself must not tell a wish that the announced result does not tell already.
 */
@DisplayName("公开本同依法公布的姓名、得分、单位对起来：代号能对上人，志愿对不出来")
class LinkageTest {

    private static final List<List<String>> LISTS =
            List.of(List.of(), List.of("p0"), List.of("p1"), List.of("p0", "p1"), List.of("p1", "p0"));
    private static final Map<String, BigDecimal> SCORES =
            Map.of("张甲", new BigDecimal("88.5"), "李乙", new BigDecimal("76"), "王丙", new BigDecimal("63"));
    private static final Map<String, String> PSEUDONYMS = Map.of("张甲", "k7", "李乙", "a2", "王丙", "q9");

    enum Plan {
        BY_SCORE(List.of(Way.BY_SCORE), null),
        TWO_SIDED(List.of(Way.TWO_SIDED), List.of("q9", "a2")),
        TWO_SIDED_THEN_BY_SCORE(List.of(Way.TWO_SIDED, Way.BY_SCORE), List.of("a2")),
        BY_SCORE_THEN_DIRECTIVE(List.of(Way.BY_SCORE, Way.DIRECTIVE), null);

        private final List<Way> ways;
        private final @Nullable List<String> ranking;

        Plan(List<Way> ways, @Nullable List<String> ranking) {
            this.ways = ways;
            this.ranking = ranking;
        }
    }

    /** Everything announced of an outcome: name, unit, and by which way. */
    private record Announced(Map<String, String> placed) {}

    @ParameterizedTest(name = "{0}")
    @EnumSource(Plan.class)
    @DisplayName("三人两岗的每一种志愿：公布的结果一样，公开本就一样；第一轮安排上的人，至少还有两种志愿说得通")
    void theFileTellsNoWishThatTheResultDoesNotTell(Plan plan) {
        var files = new HashMap<Announced, Set<ObjectNode>>();
        var told = new HashMap<Announced, Map<String, Set<List<String>>>>();
        for (int code = 0; code < 125; code++) {
            var lists = Map.of("张甲", LISTS.get(code % 5), "李乙", LISTS.get(code / 5 % 5), "王丙", LISTS.get(code / 25));
            var result = CampaignRun.of(campaign(plan, lists));
            var shown = (ObjectNode) CampaignTampering.MAPPER.readTree(result.shown());
            var announced = announced(joined(shown), result);
            files.computeIfAbsent(announced, ignored -> new HashSet<>()).add(withoutDigests(shown));
            lists.forEach((name, list) -> told.computeIfAbsent(announced, ignored -> new TreeMap<>())
                    .computeIfAbsent(name, ignored -> new HashSet<>())
                    .add(list));
        }
        assertThat(files).hasSizeGreaterThan(3);
        files.forEach(
                (announced, shown) -> assertThat(shown).as(announced.toString()).hasSize(1));
        told.forEach((announced, possible) -> announced.placed().forEach((name, where) -> {
            if (where.startsWith("1 ")) {
                assertThat(possible.get(name)).as("%s in %s", name, announced).hasSizeGreaterThan(1);
            }
        }));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Plan.class)
    @DisplayName("承诺不能拿全部可能的志愿去试：试的人不知道随机数")
    void aCommitmentCannotBeTried(Plan plan) {
        var lists = Map.of("张甲", LISTS.get(3), "李乙", LISTS.get(4), "王丙", LISTS.get(1));
        var result = CampaignRun.of(campaign(plan, lists));
        var shown = new String(result.shown(), StandardCharsets.UTF_8);
        for (var one : campaign(plan, lists).candidates()) {
            assertThat(shown).doesNotContain(one.nonce());
            assertThat(shown).contains(Commitment.wishes(one.id(), one.wishes(), one.nonce()));
            for (var guess : LISTS) {
                for (var nonce : List.of("0".repeat(64), secret(one.id()), result.head())) {
                    assertThat(shown).doesNotContain(Commitment.wishes(one.id(), guess, nonce));
                }
            }
        }
    }

    /** By pseudonym, the name: the scores put everybody where the file's order has him. */
    private static Map<String, String> joined(ObjectNode shown) {
        var byScore = SCORES.entrySet().stream()
                .sorted(Map.Entry.<String, BigDecimal>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
        var joined = new HashMap<String, String>();
        for (var row : (ArrayNode) shown.get("candidates")) {
            joined.put(row.get("id").stringValue(), byScore.get(row.get("rank").asInt() - 1));
        }
        PSEUDONYMS.forEach(
                (name, pseudonym) -> assertThat(joined).as("the join works").containsEntry(pseudonym, name));
        return joined;
    }

    private static Announced announced(Map<String, String> names, Result result) {
        return new Announced(result.placed().stream()
                .filter(one -> one.post() != null)
                .collect(Collectors.toMap(
                        one -> Objects.requireNonNull(names.get(one.candidate())),
                        one -> one.round() + " " + one.post())));
    }

    private static ObjectNode withoutDigests(ObjectNode shown) {
        shown.remove("heads");
        ((ObjectNode) shown.get("commitments")).remove("closed");
        for (var row : (ArrayNode) shown.get("candidates")) {
            ((ObjectNode) row).remove(List.of("wishes", "sha256", "sm3"));
        }
        return shown;
    }

    private static Campaign campaign(Plan plan, Map<String, List<String>> lists) {
        var posts = IntStream.range(0, 2)
                .mapToObj(p -> new Campaign.Post("p" + p, "单位" + p, "岗位", 1, 0, p == 0 ? plan.ranking : null, Map.of()))
                .toList();
        var candidates = lists.entrySet().stream()
                .map(one -> new Campaign.Candidate(
                        Objects.requireNonNull(PSEUDONYMS.get(one.getKey())),
                        SCORES.get(one.getKey()),
                        false,
                        false,
                        Map.of(),
                        one.getValue(),
                        secret("nobody knows " + one)))
                .toList();
        var costs = new ArrayList<Campaign.Cost>();
        if (plan.ways.contains(Way.DIRECTIVE)) {
            candidates.forEach(one -> posts.forEach(post -> costs.add(new Campaign.Cost(
                    one.id(), post.id(), BigDecimal.valueOf(one.id().length())))));
        }
        return new Campaign(
                "C",
                "题",
                "局",
                new Campaign.Rules("1", plan.ways, Priority.NONE, List.of()),
                new Campaign.Draw("1".repeat(64), List.of(new Campaign.Source("台", "1"))),
                posts,
                candidates,
                costs);
    }

    private static String secret(String of) {
        return Digests.sm3(of.getBytes(StandardCharsets.UTF_8));
    }
}

package org.rongyi.career.placement.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.career.placement.allocation.SecondOpinion;
import org.rongyi.career.placement.proof.Campaign.Candidate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("公布的摘要：谁存下一份，局里以后就换不了材料")
class PublishedTest {

    private static final String SALT = "1".repeat(64);
    private static final Instant THEN = Instant.parse("2026-06-01T02:03:04Z");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static SecondOpinion second;

    @BeforeAll
    static void compileItByItself() throws Exception {
        second = new SecondOpinion();
    }

    @Test
    @DisplayName("方案审定、公示结束、开启抽签、结果审定，各个时候存下的，同全本、公开本都对得上")
    void whatWasKeptAgreesWithWhatCame() {
        var result = CampaignRun.of(campaign("题", 1, 8, List.of("p1"), SALT));
        for (var stage : Stage.values()) {
            var kept = kept(result, stage);
            for (var file : List.of(Map.of("file", result.file()), Map.of("--public", result.shown()))) {
                assertThat(objection(file, kept, null)).as(stage.name()).isEmpty();
                assertThat(objection(file, kept, OfficeKey.announced()))
                        .as(stage.name())
                        .isEmpty();
            }
        }
    }

    @Test
    @DisplayName("局里换了材料，承诺、种子、结果、哈希、签名全部重新做：单看自己都对得上，拿存下的一比就说出换了什么")
    void whatIsMadeAnewFromOtherContentIsFound() {
        var promised = CampaignRun.of(campaign("题", 1, 8, List.of("p1"), SALT));
        var others = Map.of(
                "plan", campaign("别的题", 1, 8, List.of("p1"), SALT),
                "posts", campaign("题", 2, 8, List.of("p1"), SALT),
                "list", campaign("题", 1, 12, List.of("p1"), SALT),
                "closed", campaign("题", 1, 8, List.of("p0"), SALT),
                "draw", campaign("题", 1, 8, List.of("p1"), "2".repeat(64)));
        others.forEach((what, other) -> {
            var made = CampaignRun.of(other);
            for (var file : List.of(Map.of("file", made.file()), Map.of("--public", made.shown()))) {
                assertThat(second.objection(file))
                        .as("it is right in itself: " + what)
                        .isEmpty();
                var changed = what.equals("draw") ? "list" : what; // the salt blinds the list too
                assertThat(objection(file, kept(promised, Stage.OPENED), OfficeKey.announced()))
                        .startsWith("published." + changed)
                        .contains("2026-06-01T02:03:04Z", "公示页上应当写明");
            }
        });
    }

    @Test
    @DisplayName("更正了得分的：更正以前存下的照样对得上；更正以后存下的，改了更正、拿掉更正，都说得出")
    void anotherCorrectionIsFound() {
        var right = CampaignRun.of(corrected(7));
        for (var stage : Stage.values()) {
            for (var file : List.of(Map.of("file", right.file()), Map.of("--public", right.shown()))) {
                assertThat(objection(file, kept(right, stage), OfficeKey.announced()))
                        .as(stage.name())
                        .isEmpty();
            }
        }
        var before = CampaignRun.of(campaign("题", 1, 8, List.of("p1"), SALT));
        assertThat(objection(Map.of("file", right.file()), kept(before, Stage.OPENED), null))
                .as("名单、抽签、志愿没有动")
                .isEmpty();
        assertThat(text(kept(right, Stage.OPENED))).doesNotContain("\"corrected\":null");
        for (var other : List.of(before, CampaignRun.of(corrected(11)))) {
            for (var file : List.of(Map.of("file", other.file()), Map.of("--public", other.shown()))) {
                assertThat(second.objection(file)).as("it is right in itself").isEmpty();
                assertThat(objection(file, kept(right, Stage.OPENED), OfficeKey.announced()))
                        .startsWith("published.corrected");
            }
        }
    }

    /** The last one's score was found to be this one. */
    private static Campaign corrected(int score) {
        var stood = campaign("题", 1, 8, List.of("p1"), SALT);
        var candidates = new ArrayList<>(stood.candidates());
        var last = candidates.removeLast();
        candidates.add(new Candidate(
                last.id(),
                new BigDecimal(score),
                List.of(),
                false,
                false,
                Map.of(),
                last.wishes(),
                SALT,
                new Campaign.Stood(last.score(), List.of(), Map.of())));
        return new Campaign(
                stood.id(),
                stood.title(),
                stood.office(),
                stood.rules(),
                stood.draw(),
                stood.posts(),
                candidates,
                stood.costs());
    }

    @Test
    @DisplayName("结果审定以后才换的，公开本的头也对不上")
    void anotherResultIsFoundByItsHead() {
        var result = CampaignRun.of(campaign("题", 1, 8, List.of("p1"), SALT));
        var kept = text(kept(result, Stage.APPROVED));
        var forged = published(result, Stage.APPROVED, "0".repeat(64));
        assertThat(objection(Map.of("--public", result.shown()), forged, null)).startsWith("published.run");
        assertThat(kept).contains("\"run\":\"" + result.head() + "\"");
    }

    @Test
    @DisplayName("存下的改过一个字、不是局里签的、是别的活动的，都不算数")
    void onlyWhatTheOfficeSignedCounts() {
        var result = CampaignRun.of(campaign("题", 1, 8, List.of("p1"), SALT));
        var file = Map.of("file", result.file());
        var kept = text(kept(result, Stage.APPROVED));
        assertThat(objection(file, bytes(kept.replace("02:03:04", "02:03:05")), null))
                .startsWith("signature.signature");
        assertThat(objection(file, bytes(kept.replace(result.head(), "0".repeat(64))), null))
                .startsWith("signature.signature");
        assertThat(objection(file, bytes(kept.replace(result.head(), "x")), null))
                .startsWith("published.run");
        assertThat(objection(file, bytes(kept.replace("\"plan\":", "\"plans\":")), null))
                .startsWith("published.plans");
        var point = GMNamedCurves.getByName("sm2p256v1").getG().getEncoded(false);
        assertThat(objection(file, bytes(kept), "{\"form\":\"rongyi-key/1\",\"key\":\"" + Digests.hex(point) + "\"}"))
                .startsWith("signature.signature");
        var another = new Published("D", THEN, null, null, null, null, null, null, null, null);
        assertThat(objection(file, signed(another), null)).startsWith("published.campaign");
    }

    /** How far a campaign is when somebody keeps what is published. */
    private enum Stage {
        PLANNED,
        FROZEN,
        OPENED,
        APPROVED
    }

    /** Two posts, three persons; the last one's wishes come to nothing. */
    private static Campaign campaign(String title, int seats, int score, List<String> wishes, String salt) {
        var rules = new Campaign.Rules("1", List.of(Way.BY_SCORE), Priority.NONE, List.of());
        var posts = List.of(
                new Campaign.Post("p0", "单位", "岗位", seats, 0, null, Map.of()),
                new Campaign.Post("p1", "单位", "岗位", 1, 0, null, Map.of()));
        var candidates = new ArrayList<Candidate>();
        candidates.add(person("c0", 10, List.of("p0")));
        candidates.add(person("c1", 9, List.of("p1")));
        candidates.add(person("c2", score, wishes));
        var draw = new Campaign.Draw(salt, List.of(new Campaign.Source("台", "1")));
        return new Campaign("C", title, "局", rules, draw, posts, candidates, List.of());
    }

    private static Candidate person(String id, int score, List<String> wishes) {
        return new Candidate(id, new BigDecimal(score), false, false, Map.of(), wishes, SALT);
    }

    private static byte[] kept(Result result, Stage stage) {
        return published(result, stage, result.head());
    }

    private static byte[] published(Result result, Stage stage, String run) {
        var file = JSON.readTree(result.file());
        var digests = file.get("commitments");
        boolean isFrozen = stage.compareTo(Stage.FROZEN) >= 0;
        boolean isOpened = stage.compareTo(Stage.OPENED) >= 0;
        return signed(new Published(
                "C",
                THEN.plusMillis(5),
                text(digests, "plan", true),
                text(digests, "posts", isFrozen),
                text(digests, "list", isFrozen),
                text(digests, "draw", isFrozen),
                text(digests, "closed", isOpened),
                text(digests, "corrected", isOpened && digests.has("corrected")),
                text(file.get("draw"), "share", isOpened),
                stage == Stage.APPROVED ? run : null));
    }

    private static String text(JsonNode node, String key, boolean isPublished) {
        return isPublished ? node.get(key).asString() : null;
    }

    private static byte[] signed(Published published) {
        var key = JSON.readTree(OfficeKey.announced()).get("key").asString();
        var signature = JSON.readTree(OfficeKey.signature(published.head()))
                .get("signature")
                .asString();
        return published.signed(key, signature);
    }

    private static String objection(Map<String, byte[]> file, byte[] kept, String key) {
        var given = new HashMap<>(file);
        given.put("--published", kept);
        if (key != null) {
            given.put("--key", bytes(key));
        }
        return second.objection(given).orElse("");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

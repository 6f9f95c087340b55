package org.rongyi.career.placement.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.career.placement.allocation.SecondOpinion;
import org.rongyi.career.placement.proof.Campaign.Candidate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("安置活动的第二份实现：真的都通过，改动一处就查得出、指得到；公开的只看得到该看的")
class CampaignVerifierTest {

    private static final boolean FULL = "full".equals(System.getProperty("rongyi.dose"));
    private static final int CHANGES = FULL ? 2_000 : 150;
    private static final int SAMPLES = FULL ? 2_000 : 250;

    private static SecondOpinion second;

    @BeforeAll
    static void compileItByItself() throws Exception {
        second = new SecondOpinion();
    }

    @Test
    @DisplayName("全本、公开本、每人一份的单子，随便什么小活动都认；全本说得出公开本的头")
    void whatTheProductWritesIsVerified() {
        var campaigns = new Campaigns(21);
        for (int sample = 0; sample < SAMPLES; sample++) {
            var any = campaigns.any(6);
            var campaign = sample % 3 == 0 ? campaigns.corrected(any) : any;
            var result = CampaignRun.of(campaign);
            assertThat(second.said(Map.of("file", result.file())))
                    .as(campaign.toString())
                    .contains("public sm3 " + result.head());
            assertThat(second.objection(Map.of("--public", result.shown()))).isEmpty();
            assertThat(second.objection(Map.of("file", result.shown()))).isEmpty();
            for (var one : result.placed()) {
                assertThat(second.objection(Map.of("--public", result.shown(), "--slip", one.slip())))
                        .as(new String(one.slip(), StandardCharsets.UTF_8))
                        .isEmpty();
            }
        }
    }

    @Test
    @DisplayName("全本改、删、添、换位，每次一处，哈希全部重算、用局里的私钥重新签名：都由重算查出，并指出改在哪里")
    void everySingleChangeIsFoundAndLocated() {
        var campaigns = new Campaigns(22);
        var tampering = new CampaignTampering(23);
        var missed = new TreeMap<String, String>();
        for (int sample = 0; sample < CHANGES; sample++) {
            var campaign = campaigns.any(6);
            var result = CampaignRun.of(sample % 3 == 0 ? campaigns.corrected(campaign) : campaign);
            var change = tampering.any(result.file());
            var objection = second.objection(OfficeKey.signed("file", change.file(), result.head()))
                    .orElse("");
            assertThat(second.objection(Map.of("file", change.file())))
                    .as("without a signature too")
                    .isPresent();
            var said = change.place() + " " + change.what() + " → " + objection;
            if (objection.isEmpty() || objection.matches("(?s)(heads|byte|signature|key).*")) {
                missed.put(said, new String(change.file(), StandardCharsets.UTF_8));
            }
            var part = change.place().replaceFirst("[.\\[].*", "");
            if (part.equals("input")) {
                assertThat(objection).as(said).matches("(?s)(input|commitments|draw).*");
            } else if (part.equals("steps") || part.equals("rounds")) {
                assertThat(objection).as(said).matches("(?s)(steps|rounds|file\\.).*");
            } else if (!part.isEmpty()) {
                assertThat(objection).as(said).startsWith(part);
            }
            if (!part.equals("input")
                    && change.what().matches("change (rank|line|last|filled|reason|result|unplaced|seed)")) {
                assertThat(objection)
                        .as(said)
                        .startsWith(change.place() + "." + change.what().substring("change ".length()));
            }
        }
        assertThat(missed).isEmpty();
    }

    @Test
    @DisplayName("定名单以后更正得分：名单的承诺、抽签、志愿一个字节也不变，先后照更正以后的排；没有更正的活动，材料里没有这一项")
    void aCorrectionMovesTheOrderAndNothingThatWasCommittedTo() {
        var key = "ab".repeat(32);
        var high = new Candidate("c0", new java.math.BigDecimal("55"), false, false, Map.of(), List.of("p0"), key);
        var low = new Candidate("c1", new java.math.BigDecimal("54"), false, false, Map.of(), List.of("p0"), key);
        var right = new Candidate(
                "c0",
                new java.math.BigDecimal("53.5"),
                List.of(),
                false,
                false,
                Map.of(),
                List.of("p0"),
                key,
                new Campaign.Stood(new java.math.BigDecimal("55"), List.of(), Map.of()));
        var before = oneSeat(List.of(high, low));
        var after = oneSeat(List.of(right, low));
        assertThat(Commitment.beforeDraw(after)).isEqualTo(Commitment.beforeDraw(before));
        assertThat(Commitment.closed(after)).isEqualTo(Commitment.closed(before));
        assertThat(Commitment.corrected(before)).isNull();
        assertThat(Commitment.corrected(after)).isNotNull();
        var first = CampaignRun.of(before);
        var again = CampaignRun.of(after);
        assertThat(first.order()).containsExactly("c0", "c1");
        assertThat(again.order()).containsExactly("c1", "c0");
        assertThat(new String(first.file(), StandardCharsets.UTF_8)).doesNotContain("corrected", "stood");
        assertThat(new String(first.shown(), StandardCharsets.UTF_8)).doesNotContain("corrected", "stood");
        assertThat(new String(again.shown(), StandardCharsets.UTF_8))
                .contains("\"corrected\":1")
                .doesNotContain("53.5", "stood");
        assertThat(second.objection(Map.of("file", again.file()))).isEmpty();
        assertThat(second.objection(Map.of("--public", again.shown()))).isEmpty();
    }

    private static Campaign oneSeat(List<Candidate> candidates) {
        return new Campaign(
                "C1",
                "秋季安置",
                "某市退役军人事务局",
                new Campaign.Rules("2026-1", List.of(Way.BY_SCORE), Priority.NONE, List.of()),
                new Campaign.Draw("cd".repeat(32), List.of(new Campaign.Source("甲台，10 月 8 日", "1"))),
                List.of(new Campaign.Post("p0", "单位", "岗位", 1, 0, null, Map.of())),
                candidates,
                List.of());
    }

    @Test
    @DisplayName("公开本改一处、用局里的私钥重新签名：除了只有全本和本人才核得出的几项（自己的代号、志愿的承诺、单位自排的线、价），都查得出")
    void aChangedPublicFileIsFound() {
        var campaigns = new Campaigns(24);
        var tampering = new CampaignTampering(25);
        var claims = Set.of("corrected", "closed", "wishes", "price", "unplaced", "line", "id");
        for (int sample = 0; sample < CHANGES; sample++) {
            var campaign = campaigns.any(6);
            var right = sample % 3 == 0 ? campaigns.corrected(campaign) : campaign;
            var change = tampering.any(CampaignRun.of(right).shown());
            var objection = second.objection(OfficeKey.signed("--public", change.file(), Digests.sm3(change.file())));
            assertThat(objection.orElse(""))
                    .as("the signature is good: " + change.place() + " " + change.what())
                    .doesNotStartWith("signature")
                    .doesNotStartWith("key");
            if (objection.isEmpty()) {
                assertThat(claims)
                        .as(change.place() + " " + change.what())
                        .contains(change.what().replace("change ", ""));
            }
        }
    }

    @Test
    @DisplayName("单子改一处，或同公开本不是一回事，都查得出")
    void aChangedSlipIsFound() {
        var campaigns = new Campaigns(26);
        var tampering = new CampaignTampering(27);
        var random = new Random(28);
        for (int sample = 0; sample < CHANGES; sample++) {
            var result = CampaignRun.of(campaigns.any(6));
            var one = result.placed().get(random.nextInt(result.placed().size()));
            var slip = (ObjectNode) CampaignTampering.MAPPER.readTree(one.slip());
            var leaf = (ObjectNode)
                    CampaignTampering.MAPPER.readTree(slip.get("leaf").stringValue());
            slip.put(
                    "leaf",
                    CampaignTampering.MAPPER
                            .readTree(tampering
                                    .any(CampaignTampering.layout(leaf))
                                    .file())
                            .toString());
            assertThat(second.objection(Map.of("--public", result.shown(), "--slip", CampaignTampering.layout(slip))))
                    .isPresent();
            var changed = tampering.any(one.slip()).file();
            assertThat(second.objection(Map.of("--public", result.shown(), "--slip", changed)))
                    .as(new String(changed, StandardCharsets.UTF_8))
                    .isPresent();
        }
    }

    @Test
    @DisplayName("公开本里没有分数、同分项、志愿：没有起作用的志愿换了，除承诺和哈希外一字不差")
    void wishesThatCameToNothingDoNotShow() {
        var campaigns = new Campaigns(29);
        for (int sample = 0; sample < SAMPLES; sample++) {
            var campaign = campaigns.any(6);
            var result = CampaignRun.of(campaign);
            var other = new Campaign(
                    campaign.id(),
                    campaign.title(),
                    campaign.office(),
                    campaign.rules(),
                    campaign.draw(),
                    campaign.posts(),
                    campaign.candidates().stream()
                            .map(one -> cut(one, result, campaigns.key()))
                            .toList(),
                    campaign.costs(),
                    campaign.direct());
            var again = CampaignRun.of(other);
            assertThat(shown(again.shown())).isEqualTo(shown(result.shown()));
            assertThat(again.head()).isNotEqualTo(result.head());
            assertThat(new String(result.shown(), StandardCharsets.UTF_8))
                    .doesNotContain("\"score\"", "\"ties\":{", "nonce", "亲属回避", "专业对口", "\"salt\"");
        }
    }

    /** Without the wishes after the one that came true, and with another nonce. */
    private static Candidate cut(Candidate one, Result result, String nonce) {
        int wish = result.placed().stream()
                .filter(placed -> placed.candidate().equals(one.id()))
                .mapToInt(Result.Placed::wish)
                .findFirst()
                .orElseThrow();
        var wishes = wish == 0 ? one.wishes() : one.wishes().subList(0, wish);
        return new Candidate(
                one.id(), one.score(), one.parts(), one.exempt(), one.priority(), one.ties(), wishes, nonce);
    }

    private static ObjectNode shown(byte[] file) {
        var tree = (ObjectNode) CampaignTampering.MAPPER.readTree(file);
        tree.remove("heads");
        ((ObjectNode) tree.get("commitments")).remove("closed");
        for (var row : (ArrayNode) tree.get("candidates")) {
            ((ObjectNode) row).remove(List.of("wishes", "sha256", "sm3"));
        }
        return tree;
    }

    @Test
    @DisplayName("两个人没有起作用的第一志愿换了，结果和线不变，公开本也分不出来")
    void twoCampaignsOfTheSameOutcomeCannotBeToldApart() {
        var one = CampaignRun.of(three(List.of("p0", "p2")));
        var other = CampaignRun.of(three(List.of("p1", "p2")));
        assertThat(one.placed()).extracting(Result.Placed::post).containsExactly("p0", "p1", "p2");
        assertThat(shown(one.shown())).isEqualTo(shown(other.shown()));
    }

    /** Three seats, three persons; the last gets the third, whatever he would rather have had. */
    private static Campaign three(List<String> wishes) {
        var key = "1".repeat(64);
        var rules = new Campaign.Rules("1", List.of(Way.TWO_SIDED, Way.BY_SCORE), Priority.NONE, List.of());
        var posts = java.util.stream.IntStream.range(0, 3)
                .mapToObj(p -> new Campaign.Post("p" + p, "单位", "岗位", 1, 0, null, Map.of()))
                .toList();
        var draw = new Campaign.Draw(key, List.of(new Campaign.Source("台", "1")));
        var candidates = List.of(
                new Candidate("c0", new java.math.BigDecimal(9), false, false, Map.of(), List.of("p0"), key),
                new Candidate("c1", new java.math.BigDecimal(8), false, false, Map.of(), List.of("p1"), key),
                new Candidate("c2", new java.math.BigDecimal(7), false, false, Map.of(), wishes, key));
        return new Campaign("C", "题", "局", rules, draw, posts, candidates, List.of());
    }

    @Test
    @DisplayName("签名：局里的私钥签公开本的头，全本、公开本都核得出；头、签名、公钥换一个字就不认")
    void theOfficeSignsTheHead() {
        var result = CampaignRun.of(three(List.of("p2")));
        var signature = OfficeKey.signature(result.head());
        var key = OfficeKey.announced();
        assertThat(objection("file", result.file(), signature, key)).isEmpty();
        assertThat(objection("--public", result.shown(), signature, key)).isEmpty();
        var other = CampaignRun.of(three(List.of("p0", "p2")));
        assertThat(objection("--public", other.shown(), signature, key)).startsWith("signature.head");
        for (var wrong : List.of(flip(signature, signature.length() - 3), flip(signature, signature.length() - 100))) {
            assertThat(objection("file", result.file(), wrong, key)).startsWith("signature.signature");
        }
        assertThat(objection("file", result.file(), signature, flip(key, key.length() - 3)))
                .startsWith("key.key");
        var another = "{\"form\":\"rongyi-key/1\",\"key\":\""
                + HexFormat.of()
                        .formatHex(GMNamedCurves.getByName("sm2p256v1").getG().getEncoded(false)) + "\"}";
        assertThat(objection("file", result.file(), signature, another)).startsWith("signature.signature");
    }

    private static String objection(String option, byte[] file, String signature, String key) {
        return second.objection(Map.of(
                        option,
                        file,
                        "--signature",
                        signature.getBytes(StandardCharsets.UTF_8),
                        "--key",
                        key.getBytes(StandardCharsets.UTF_8)))
                .orElse("");
    }

    private static String flip(String text, int at) {
        return text.substring(0, at) + (text.charAt(at) == '0' ? '1' : '0') + text.substring(at + 1);
    }
}

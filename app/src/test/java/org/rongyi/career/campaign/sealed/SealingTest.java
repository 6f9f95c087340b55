package org.rongyi.career.campaign.sealed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("封存志愿：三人各持一份，任意两份才能开启")
class SealingTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String CAMPAIGN = "440000-2026-01";
    private static final String CANDIDATE = "c07";

    private final SealingKey.Made made = SealingKey.make(RANDOM);
    private final SealingKey key = made.key();

    @Test
    @DisplayName("任意两份都能开启，次序随便，开出来和封进去一样；没有志愿的和二十个志愿的一样长")
    void anyTwoOpen() throws Exception {
        for (int count : new int[] {0, 1, 20}) {
            var list = list(count);
            var sealed = Sealing.seal(key, list, RANDOM);
            assertThat(Base64.getDecoder().decode(sealed)).hasSize(1 + 65 + 32 + 4096);
            for (int one = 0; one < 3; one++) {
                for (int other = 0; other < 3; other++) {
                    if (one != other) {
                        var opening = Opening.by(
                                key, made.shares().get(one), made.shares().get(other));
                        assertThat(opening.open(sealed, CAMPAIGN, CANDIDATE)).isEqualTo(new Opening.Opened(list));
                    }
                }
            }
        }
    }

    @Test
    @DisplayName("同一份输两遍不行；编造的、别的活动的份额被点出是第几号")
    void wrongSharesAreNamed() {
        var mine = made.shares().get(0);
        assertThatThrownBy(() -> Opening.by(key, mine, mine)).isInstanceOf(Opening.WrongShare.class);
        var foreign = SealingKey.make(RANDOM).shares().get(2);
        assertThatThrownBy(() -> Opening.by(key, mine, foreign)).hasMessageContaining("第 3 号");
        var renumbered = new Share(2, mine.value());
        assertThatThrownBy(() -> Opening.by(key, renumbered, mine)).hasMessageContaining("第 2 号");
        var next = new Share(1, mine.value().add(BigInteger.ONE));
        assertThatThrownBy(() -> Opening.by(key, next, made.shares().get(1))).hasMessageContaining("第 1 号");
    }

    @Test
    @DisplayName("一份说明不了什么：对任意一个私钥，都有另一份与手上这一份相配")
    void oneShareFitsEveryKey() {
        var mine = made.shares().get(0);
        for (int i = 0; i < 20; i++) {
            var secret = Curve.scalar(RANDOM);
            var slope = mine.value().subtract(secret).mod(Curve.ORDER);
            var fitting = new SealingKey(Curve.hex(Curve.timesBase(secret)), Curve.hex(Curve.timesBase(slope)));
            assertThat(fitting.holds(mine)).isTrue();
        }
    }

    @Test
    @DisplayName("封存件的每一个字节改一位都开不出来，并说出原因")
    void everyChangedByteIsRefused() throws Exception {
        var opening = opening();
        var sealed = Base64.getDecoder().decode(Sealing.seal(key, list(3), RANDOM));
        for (int at = 0; at < sealed.length; at += at < 98 ? 1 : 97) {
            var changed = sealed.clone();
            changed[at] ^= (byte) (1 << at % 8);
            var answer = opening.open(text(changed), CAMPAIGN, CANDIDATE);
            assertThat(answer)
                    .as("byte %d", at)
                    .isInstanceOfSatisfying(
                            Opening.Refused.class,
                            refused ->
                                    assertThat(refused.trouble()).isIn(Opening.Trouble.FORM, Opening.Trouble.CHANGED));
        }
        for (int length : new int[] {0, 1, 66, 98, 97 + 4096, sealed.length - 1}) {
            assertThat(opening.open(text(Arrays.copyOf(sealed, length)), CAMPAIGN, CANDIDATE))
                    .isInstanceOfSatisfying(
                            Opening.Refused.class,
                            refused -> assertThat(refused.trouble()).isEqualTo(Opening.Trouble.FORM));
        }
        assertThat(opening.open("不是 base64", CAMPAIGN, CANDIDATE)).isInstanceOf(Opening.Refused.class);
    }

    @Test
    @DisplayName("别人的封存件挪到自己名下、别的活动的挪过来，开出来认得出是谁的，不算")
    void aMovedListIsNamed() throws Exception {
        var sealed = Sealing.seal(key, list(3), RANDOM);
        assertThat(opening().open(sealed, CAMPAIGN, "c08"))
                .isEqualTo(new Opening.Refused(Opening.Trouble.OTHER_CANDIDATE, CANDIDATE));
        assertThat(opening().open(sealed, "440000-2026-02", CANDIDATE))
                .isEqualTo(new Opening.Refused(Opening.Trouble.OTHER_CAMPAIGN, CAMPAIGN));
    }

    @Test
    @DisplayName("封进去的不是志愿表，说是写法不对")
    void whatIsNoListIsNamed() throws Exception {
        var text = "rongyi-wishes/1\n" + CAMPAIGN + "\n" + CANDIDATE + "\n" + "0".repeat(64) + "\np1 \n";
        var padded = (text + " ".repeat(4096 - text.length())).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        assertThat(opening().open(byLibrary(padded), CAMPAIGN, CANDIDATE))
                .isEqualTo(new Opening.Refused(Opening.Trouble.LIST, ""));
    }

    @Test
    @DisplayName("与国标 SM2 加密的另一实现互通")
    void anotherImplementationAgrees() throws Exception {
        var list = list(5);
        assertThat(opening().open(byLibrary(list.padded()), CAMPAIGN, CANDIDATE))
                .isEqualTo(new Opening.Opened(list));
        var sealed = Base64.getDecoder().decode(Sealing.seal(key, list, RANDOM));
        var engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
        engine.init(false, new ECPrivateKeyParameters(secret(), Curve.SM2));
        assertThat(engine.processBlock(sealed, 1, sealed.length - 1)).isEqualTo(list.padded());
    }

    @Test
    @DisplayName("份额抄回来一样；抄错一个字符、两个相邻字符颠倒、两组颠倒，都在使用前发现，并说出第几组")
    void aMistypedShareIsFound() throws Exception {
        var share = made.shares().get(1);
        var text = share.text();
        assertThat(text).matches("([0-9A-Z]{5} ){12}[0-9A-Z]{5}").doesNotContain("I", "L", "O", "U");
        assertThat(Share.parse(text.toLowerCase().replace(" ", "-").replace('0', 'o')))
                .isEqualTo(share);
        var random = new Random(7);
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) == ' ') {
                continue;
            }
            char other = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".charAt(random.nextInt(32));
            if (other != text.charAt(at)) {
                assertMistyped(text.substring(0, at) + other + text.substring(at + 1), "第 " + (at / 6 + 1) + " 组");
            }
            if (at % 6 < 4 && text.charAt(at) != text.charAt(at + 1)) {
                var swapped = text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
                assertMistyped(swapped, "第 " + (at / 6 + 1) + " 组");
            }
        }
        var groups = text.split(" ");
        assertMistyped(text.replaceFirst(groups[3] + " " + groups[4], groups[4] + " " + groups[3]), "第 4 组");
        assertMistyped(text.substring(0, text.length() - 1), "64 个字符");
        assertMistyped("", "0 个字符");
    }

    @Test
    @DisplayName("没有脚本时由服务器封：同一张表单交两次封得一样，换一张表单、换一个次序就不一样")
    void theSameFormSealsAlike() throws Exception {
        var seed = Seed.fresh(RANDOM);
        var list = seed.list(CAMPAIGN, CANDIDATE, List.of("p1", "p2"));
        var sealed = seed.seal(key, list);
        assertThat(Seed.of(seed.hex()).orElseThrow().list(CAMPAIGN, CANDIDATE, List.of("p1", "p2")))
                .isEqualTo(list);
        assertThat(Seed.of(seed.hex()).orElseThrow().seal(key, list)).isEqualTo(sealed);
        assertThat(opening().open(sealed, CAMPAIGN, CANDIDATE)).isEqualTo(new Opening.Opened(list));
        var turned = seed.list(CAMPAIGN, CANDIDATE, List.of("p2", "p1"));
        assertThat(turned.nonce()).isNotEqualTo(list.nonce());
        assertThat(seed.seal(key, turned).substring(4, 90)).isNotEqualTo(sealed.substring(4, 90));
        assertThat(Seed.fresh(RANDOM)
                        .list(CAMPAIGN, CANDIDATE, List.of("p1", "p2"))
                        .nonce())
                .isNotEqualTo(list.nonce());
        assertThat(Seed.of(seed.hex().toUpperCase())).isEmpty();
        assertThat(Seed.of("")).isEmpty();
    }

    @Test
    @DisplayName("份额不在日志里：打印对象只见编号")
    void aShareIsNotPrintedByAccident() {
        assertThat(made.shares().get(2).toString()).isEqualTo("Share 3");
    }

    @Test
    @DisplayName("一百把密钥：份额个个不同，个个认得，个个不是私钥本身")
    void manyKeys() {
        var seen = new HashSet<BigInteger>();
        for (int i = 0; i < 100; i++) {
            var one = SealingKey.make(RANDOM);
            one.shares().forEach(share -> {
                assertThat(one.key().holds(share)).isTrue();
                assertThat(Curve.hex(Curve.timesBase(share.value())))
                        .isNotEqualTo(one.key().publicKey());
                assertThat(seen.add(share.value())).isTrue();
            });
        }
    }

    private static void assertMistyped(String typed, String words) {
        assertThatThrownBy(() -> Share.parse(typed))
                .isInstanceOf(Share.Mistyped.class)
                .hasMessageContaining(words);
    }

    private Opening opening() throws Opening.WrongShare {
        return Opening.by(key, made.shares().get(0), made.shares().get(2));
    }

    private static WishList list(int wishes) {
        return new WishList(
                CAMPAIGN,
                CANDIDATE,
                IntStream.range(0, wishes)
                        .mapToObj(i -> "0198f2a0-0000-7000-8000-00000000000" + i % 10)
                        .toList(),
                WishList.nonce(RANDOM));
    }

    private String byLibrary(byte[] message) throws InvalidCipherTextException {
        var engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
        engine.init(true, new ParametersWithRandom(new ECPublicKeyParameters(key.publicPoint(), Curve.SM2), RANDOM));
        var body = engine.processBlock(message, 0, message.length);
        var sealed = new byte[body.length + 1];
        sealed[0] = 1;
        System.arraycopy(body, 0, sealed, 1, body.length);
        return text(sealed);
    }

    /** Only a test puts it together. */
    private BigInteger secret() {
        var one = made.shares().get(0).value();
        var two = made.shares().get(1).value();
        return one.shiftLeft(1).subtract(two).mod(Curve.ORDER);
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}

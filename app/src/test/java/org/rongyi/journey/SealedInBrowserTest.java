package org.rongyi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.career.campaign.sealed.Opening;
import org.rongyi.career.campaign.sealed.SealingKey;
import org.rongyi.career.campaign.sealed.WishList;
import org.rongyi.journey.Chromium.Device;
import org.springframework.boot.test.web.server.LocalServerPort;

@RongyiTest
@Tag("browser")
@DisplayName("浏览器里封存的志愿，服务器凭两份份额开得出来，一字不差")
class SealedInBrowserTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    @LocalServerPort
    private int port;

    private Chromium chromium;

    @BeforeEach
    void open() {
        chromium = new Chromium(port);
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    @DisplayName("封、开、承诺，三处算得一样；每次封得都不同；同样的志愿每次承诺都不同")
    void sealedThereOpensHere() throws Exception {
        var page = loaded();
        var made = SealingKey.make(RANDOM);
        var opening = Opening.by(made.key(), made.shares().get(2), made.shares().get(0));
        for (var wishes : List.of(List.<String>of(), List.of("A-03", "岗位1", "A-02"))) {
            var first = seal(page, made.key().publicKey(), wishes);
            var list = new WishList("2026-01", "c07", wishes, first.get("nonce"));
            assertThat(opening.open(first.get("sealed"), "2026-01", "c07")).isEqualTo(new Opening.Opened(list));
            assertThat(first.get("commitment")).isEqualTo(list.commitment());
            var second = seal(page, made.key().publicKey(), wishes);
            assertThat(second.get("sealed")).isNotEqualTo(first.get("sealed"));
            assertThat(second.get("commitment")).isNotEqualTo(first.get("commitment"));
        }
        var key = made.key().publicKey();
        var off = key.substring(0, key.length() - 1) + (key.endsWith("0") ? "1" : "0");
        assertThat(page.evaluate("""
                key => { try { rongyiWishes.seal(key, "2026-01", "c07", []); return "sealed"; } catch (e) { return e.message; } }
                """, off)).isEqualTo("公钥不在曲线上");
    }

    @Test
    @DisplayName("浏览器里的 SM3 与服务器的一样，各种长度都一样")
    void theDigestIsTheSame() {
        var page = loaded();
        for (int length : new int[] {0, 3, 55, 56, 63, 64, 65, 119, 120, 1024}) {
            var text = "a".repeat(length);
            var digest = new SM3Digest();
            digest.update(text.getBytes(StandardCharsets.US_ASCII), 0, length);
            var out = new byte[32];
            digest.doFinal(out, 0);
            assertThat(page.evaluate("text => rongyiSm.hex(rongyiSm.sm3(new TextEncoder().encode(text)))", text))
                    .isEqualTo(HexFormat.of().formatHex(out));
        }
    }

    private Page loaded() {
        var page = chromium.open(Device.PHONE).newPage();
        page.navigate("/help");
        for (var script : List.of("/ui/sm.js", "/ui/wishes.js")) {
            page.addScriptTag(new Page.AddScriptTagOptions().setUrl(script));
        }
        return page;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> seal(Page page, String key, List<String> wishes) {
        return (Map<String, String>) page.evaluate(
                "([key, wishes]) => rongyiWishes.seal(key, '2026-01', 'c07', wishes)", List.of(key, wishes));
    }
}

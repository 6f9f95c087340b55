package org.rongyi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.career.placement.proof.AnyCampaign;
import org.rongyi.career.placement.proof.CampaignRun;
import org.rongyi.career.placement.proof.Result;
import org.rongyi.journey.Chromium.Device;
import org.springframework.boot.test.web.server.LocalServerPort;

@RongyiTest
@Tag("browser")
@DisplayName("自己核对：拿凭单和公开文件在浏览器里算，真的都对得上，改过一个字就说出不对")
class CheckInBrowserTest {

    private static final String WRONG =
            "([slip, shown]) => rongyiCheck.check(slip, shown).filter(one => !one.holds).map(one => one.what + one.detail)";

    /** The same of the public file the page has been given, with one line of it exchanged. */
    private static final String WRONG_HERE = """
            ([slip, line, other]) => rongyiCheck.check(slip, line === "" ? shownHere : shownHere.replace(line, other))
              .filter(one => !one.holds).map(one => one.what + one.detail)
            """;

    /** What leads to another answer: every value of the slip and of its leaf, one at a time, and every digit of a hash. */
    private static final String UNFOUND = """
            ([slip, shown]) => {
              const passes = (text) => rongyiCheck.check(text, shown).every(one => one.holds);
              const other = (v) => typeof v === "number" ? v + 1 : typeof v === "string" ? (v === "x" ? "y" : "x")
                : typeof v === "boolean" ? !v : 7;
              const unfound = [];
              const change = (root, text) => {
                const walk = (at, path) => {
                  for (const key of Object.keys(at)) {
                    const kept = at[key];
                    if (kept !== null && typeof kept === "object") walk(kept, path + "/" + key);
                    if (kept === null || typeof kept !== "object" || Array.isArray(kept)) {
                      at[key] = Array.isArray(kept) ? [...kept, 7] : other(kept);
                      if (passes(text())) unfound.push(path + "/" + key);
                      at[key] = kept;
                    }
                  }
                };
                walk(root, "");
              };
              const whole = JSON.parse(slip);
              change(whole, () => JSON.stringify(whole));
              const leaf = JSON.parse(whole.leaf);
              change(leaf, () => JSON.stringify({ ...whole, leaf: JSON.stringify(leaf) }));
              // the same with all hashes reckoned anew over the lie, so that only what it says can give it away
              const bytes = (kind, ...parts) => rongyiSm.join(Uint8Array.of(kind), ...parts);
              const climb = (hash, path) => {
                let at = hash(bytes(0, new TextEncoder().encode(JSON.stringify(leaf))));
                const first = rongyiSm.hex(at);
                const left = path.map(rongyiSm.unhex);
                for (let i = whole.index, n = whole.size; n > 1; i >>= 1, n = (n + 1) >> 1) {
                  if (i % 2 === 0 && i === n - 1) continue;
                  at = hash(i % 2 ? bytes(1, left.shift(), at) : bytes(1, at, left.shift()));
                }
                return [first, rongyiSm.hex(at)];
              };
              const honest = shown;
              change(leaf, () => {
                const lie = JSON.parse(honest);
                for (const [name, hash] of [["sha256", rongyiCheck.sha256], ["sm3", rongyiSm.sm3]])
                  [lie.candidates[whole.index][name], lie.heads[name]] = climb(hash, whole[name]);
                shown = JSON.stringify(lie);
                return JSON.stringify({ ...whole, leaf: JSON.stringify(leaf) });
              });
              return unfound;
            }
            """;

    /** What was published of a campaign before its result, made from its public file: of another one under the same number, the list was exchanged since. */
    private static final String KEPT = """
            shown => {
              const { id, commitments, draw } = JSON.parse(shown);
              const form = "rongyi-campaign-published/1";
              return JSON.stringify({ form, campaign: id, at: "2026-06-01T02:00:00Z", ...commitments, share: draw.share, run: null });
            }
            """;

    /** What only an auditor can tell: why somebody was refused or settled directly, what he would have cost, and where a unit ranked him, as long as it is on the same side of the line. */
    private static final Pattern FOR_AUDITORS =
            Pattern.compile("/direct|/rounds/\\d+/(wishes/\\d+/(reason|rank)|options/\\d+/cost)");

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
    @DisplayName("各种办法的小活动：每个人的凭单都对得上；凭单里每一处改了都发现，摘要照着假话全部重算也发现")
    void trueSlipsHoldAndChangedOnesDoNot() {
        var page = chromium.open(Device.DESKTOP).newPage();
        page.navigate("/sunshine/check");
        var unfound = new ArrayList<String>();
        for (int seed = 1; seed <= 25; seed++) {
            var result = CampaignRun.of(AnyCampaign.of(seed, 6));
            var shown = text(result.shown());
            for (var one : result.placed()) {
                assertThat((List<?>) page.evaluate(WRONG, List.of(text(one.slip()), shown)))
                        .as("campaign %d, %s", seed, one.candidate())
                        .isEmpty();
            }
            var slip = text(result.placed().getFirst().slip());
            ((List<?>) page.evaluate(UNFOUND, List.of(slip, shown)))
                    .stream()
                            .map(Object::toString)
                            .filter(at -> !FOR_AUDITORS.matcher(at).matches())
                            .forEach(unfound::add);
        }
        assertThat(unfound).isEmpty();
    }

    @Test
    @DisplayName("公开文件里他自己的名次、轮次、承诺、摘要改了，都发现")
    void aChangedPublicFileIsFound() {
        var page = chromium.open(Device.DESKTOP).newPage();
        page.navigate("/sunshine/check");
        int tried = 0;
        for (int seed = 1; seed <= 12; seed++) {
            var result = CampaignRun.of(AnyCampaign.of(seed, 6));
            var shown = text(result.shown());
            var one = result.placed().getFirst();
            var own = line(shown, one.candidate());
            for (var changed : changed(own)) {
                var lie = shown.replace(own, changed);
                assertThat((List<?>) page.evaluate(WRONG, List.of(text(one.slip()), lie)))
                        .as(changed)
                        .isNotEmpty();
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(40);
    }

    @Test
    @DisplayName("三万人、一万两千个岗位的公开文件：第一名、最后一名、没有安排上的，凭单都对得上；自己那一行改一个数就发现")
    void aProvinceIsCheckedTheSameWay() {
        var page = chromium.open(Device.PHONE).newPage();
        page.navigate("/sunshine/check");
        var result = CampaignRun.of(AnyCampaign.ofAProvince());
        var shown = text(result.shown());
        page.evaluate("shown => { window.shownHere = shown; }", shown);
        var unplaced = result.placed().stream()
                .filter(one -> one.post() == null)
                .findFirst()
                .orElseThrow();
        var both = List.of(result.order().getFirst(), result.order().getLast(), unplaced.candidate());
        for (var id : both) {
            var slip = text(slip(result, id));
            assertThat((List<?>) page.evaluate(WRONG_HERE, List.of(slip, "", "")))
                    .as(id)
                    .isEmpty();
            var own = line(shown, id);
            for (var changed : changed(own)) {
                assertThat((List<?>) page.evaluate(WRONG_HERE, List.of(slip, own, changed)))
                        .as(changed)
                        .isNotEmpty();
            }
        }
    }

    private static byte[] slip(Result result, String id) {
        return result.placed().stream()
                .filter(one -> one.candidate().equals(id))
                .map(Result.Placed::slip)
                .findFirst()
                .orElseThrow();
    }

    private static String line(String shown, String id) {
        var line = Pattern.compile("\\{\"id\":\"" + id + "\"[^\\n]*").matcher(shown);
        assertThat(line.find()).isTrue();
        return line.group();
    }

    @Test
    @DisplayName("页面上：贴两份内容，按一下，说全对；摘要填错了就说不对；没有一个请求带着凭单出去")
    void thePageSaysItInPlainWords() {
        var context = chromium.open(Device.PHONE);
        var page = context.newPage();
        page.navigate("/sunshine/check");
        var sent = new ArrayList<String>();
        context.onRequest(request -> sent.add(request.method() + " " + request.url()));
        var result = CampaignRun.of(AnyCampaign.of(3, 6));
        fill(page, result, result.head());
        assertThat(page.locator("[data-verdict]").textContent()).startsWith("全部对得上");
        page.fill("[name=head]", "0".repeat(64));
        press(page);
        assertThat(page.locator("[data-verdict]").textContent()).startsWith("有 1 处不对");
        assertThat(page.locator("[data-found] li").first().textContent()).contains("不对：公开文件的摘要与您填的一致");
        page.fill("[name=head]", "");
        page.fill("[name=published-text]", (String) page.evaluate(KEPT, text(result.shown())));
        press(page);
        assertThat(page.locator("[data-verdict]").textContent()).startsWith("全部对得上");
        page.fill("[name=published-text]", (String)
                page.evaluate(KEPT, text(CampaignRun.of(AnyCampaign.of(4, 6)).shown())));
        press(page);
        assertThat(page.locator("[data-found] li").first().textContent())
                .contains("不对：与您以前存下的公布的摘要一致", "2026-06-01T02:00:00Z 公布以后换过：");
        assertThat(sent).allMatch(one -> one.startsWith("GET ") && one.contains("/ui/"));
        assertThat(Chromium.barriers(page)).isEmpty();
    }

    private static void fill(Page page, Result result, String head) {
        page.fill("[name=slip-text]", text(result.placed().getFirst().slip()));
        page.fill("[name=shown-text]", text(result.shown()));
        page.fill("[name=head]", head);
        press(page);
    }

    private static void press(Page page) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("核对").setExact(true))
                .click();
    }

    /** Each digit that stands alone, and the first of each hash. */
    private static List<String> changed(String line) {
        var hashes = Pattern.compile("[0-9a-f]{64}").matcher(line).results().map(found -> found.start());
        var numbers = Pattern.compile("(?<=\"(rank|round)\":)[0-9]")
                .matcher(line)
                .results()
                .map(found -> found.start());
        var all = IntStream.concat(hashes.mapToInt(at -> at), numbers.mapToInt(at -> at))
                .mapToObj(at -> line.substring(0, at) + (line.charAt(at) == '1' ? '2' : '1') + line.substring(at + 1));
        return all.toList();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

package org.rongyi.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rongyi.journey.Chromium.follow;
import static org.rongyi.journey.Chromium.press;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rongyi.RongyiTest;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.sealed.WishList;
import org.rongyi.career.campaign.wish.OpenWishes;
import org.rongyi.career.campaign.wish.Wishing;
import org.rongyi.demo.TestCounty;
import org.rongyi.journey.Chromium.Device;
import org.rongyi.platform.access.Personas;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A veteran on his phone: finds posts, puts them in order, seals and hands in; with a script the server never sees the list. */
@RongyiTest
@Tag("browser")
@DisplayName("老人在手机上排志愿、封存、拿回执；有脚本的，传出去的只有密文")
class WishSceneTest {

    @Autowired
    private ApplicationContext program;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    @LocalServerPort
    private int port;

    private Map<String, Personas.Entry> personas = Map.of();
    private Chromium chromium;

    @BeforeEach
    void county() {
        personas = TestCounty.ensure(program);
        chromium = new Chromium(port);
    }

    @AfterEach
    void goHome() {
        chromium.close();
    }

    @ParameterizedTest
    @EnumSource(value = Device.class, names = "PHONE.*", mode = EnumSource.Mode.MATCH_ALL)
    @DisplayName("加入、上移、封存、回执；开出来就是排的那样；两种办法各记各的")
    void wishesOnThePhone(Device device) {
        var title = "手机上填志愿 " + device;
        var wishing = new Wishing(program, title).posts(8).sealed();
        var veteran = wishing.candidate(laobing(), "66", 1);
        wishing.refused(veteran, "A-5", "要求本科，本人大专").stage("WISHES", Duration.ofDays(1));
        boolean scripts = device == Device.PHONE;
        var context = chromium.open(device);
        var sent = new ArrayList<String>();
        context.onRequest(request -> {
            var body = request.postData();
            sent.add(request.url() + " " + (body == null ? "" : body));
        });
        var page = Chromium.signIn(context, personas.get("laobing"));
        page.navigate("/me/campaigns");
        follow(page, title);
        sent.clear();
        button(page, "add A-3");
        button(page, "add A-1");
        assertThat(page.locator("button[value='add A-5']").count()).isZero();
        assertThat(page.content()).contains("要求本科，本人大专");
        page.fill("input[name=q]", "A-7");
        press(page, "找");
        page.waitForCondition(() -> page.locator("#posts tbody tr").count() == 1);
        button(page, "add A-7");
        button(page, "up A-7");
        assertThat(page.locator("[data-wishes] [data-wish-code]").allTextContents())
                .containsExactly("A-3", "A-7", "A-1");
        assertThat(scripts ? Chromium.barriers(page) : List.of()).isEmpty();
        press(page, "封存并交志愿");
        page.waitForCondition(() -> page.content().contains("随机数"));
        var nonce = page.locator("[data-receipt-nonce]").textContent();
        var list = new WishList(
                wishing.gathering.read(wishing.campaign).number(),
                veteran.pseudonym(),
                List.of("A-3", "A-7", "A-1"),
                nonce.strip());
        assertThat(page.content()).contains(list.commitment());
        assertThat(scripts ? Chromium.barriers(page) : List.of()).isEmpty();
        if (scripts) {
            assertThat(sent).noneMatch(one -> one.contains("wish=") || one.contains("A-3"));
        }
        assertThat(how(veteran)).isEqualTo(scripts ? "BROWSER" : "SERVER");
        page.navigate("/me/campaigns/" + wishing.campaign);
        assertThat(page.content()).contains("已经交了志愿").doesNotContain(nonce.strip());

        wishing.stage("WISHES", Duration.ofSeconds(-1));
        var shares = wishing.made.shares();
        assertThat(wishing.open(shares.get(0), shares.get(2)))
                .isEqualTo(new OpenWishes.Outcome.Opened(wishing.campaign, 1, 0));
        assertThat(wishing.opened(wishing.gathering.officer))
                .singleElement()
                .satisfies(one -> assertThat(one.wishes()).containsExactly("A-3", "A-7", "A-1"));
    }

    private UUID laobing() {
        return everything
                .sql("select a.person_id from access.account a where a.username = 'laobing'")
                .query(UUID.class)
                .single();
    }

    private String how(Candidate candidate) {
        return everything
                .sql("select s.how from campaign.sealed_list s where s.candidate_id = :id")
                .param("id", candidate.id())
                .query(String.class)
                .single();
    }

    private static void button(Page page, String does) {
        page.locator("button[value='" + does + "']").click();
    }
}

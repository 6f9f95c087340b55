package org.rongyi.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("首页：各人从自己的事开始")
class HomeTest {

    private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"(/[^\"]*)\"");
    private static final Pattern FORM = Pattern.compile("href=\"(/visits/new\\?person=([0-9a-f-]{36}))\"");

    @Autowired
    private ApplicationContext program;

    @LocalServerPort
    private int port;

    private Map<String, Personas.Entry> personas = Map.of();

    @BeforeEach
    void county() {
        personas = TestCounty.ensure(program);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cun", "zhen", "xian", "juzhang", "shi", "sheng", "shengling", "shenji", "admin"})
    void everyNumberAndEveryEntryOpensWhatItStandsFor(String username) {
        var browser = at(username);
        var links = LINK.matcher(home(browser))
                .results()
                .map(HomeTest::path)
                .distinct()
                .toList();
        assertThat(links).isNotEmpty();
        assertThat(links)
                .allSatisfy(path -> assertThat(browser.get(path).statusCode()).isEqualTo(200));
    }

    @Test
    void theClerkBeginsWithWhomToSeeToday() {
        var clerk = at("cun");
        var home = home(clerk);
        assertThat(home.indexOf("今日走访")).isPositive().isLessThan(home.indexOf("看全部数据"));
        assertThat(number(home, "已逾期")).isEqualTo(tab(clerk.get("/contacts").body(), "已逾期"));
        assertThat(number(home, "应联系")).isEqualTo(tab(clerk.get("/contacts").body(), "应联系"));
    }

    @Test
    void theHeadOfATownSeesFiguresNeedsAndWhereContactIsOverdue() {
        var town = at("zhen");
        var home = home(town);
        assertThat(home).contains("本月走访", "比上月同期", "待受理", "逾期最多的单位");
        var counts = town.get("/needs").body();
        assertThat(number(home, "待受理")).isEqualTo(tab(counts, "待受理"));
    }

    @Test
    void aFormBegunIsThereToGoOnWithForTheSamePostAlone() {
        var clerk = at("cun");
        var all =
                FORM.matcher(clerk.get("/contacts?which=ALL").body()).results().toList();
        var last = all.getLast();
        var kept = clerk.post("/visits/draft", Map.of("for", last.group(2), "said", "下周再来"));
        assertThat(kept.statusCode()).isEqualTo(204);
        assertThat(home(clerk)).contains("没有填完的走访", last.group(1));
        assertThat(home(at("cun2"))).doesNotContain("没有填完的走访");
        var discarded = clerk.post("/visits/draft/discarding", Map.of("for", last.group(2)));
        assertThat(discarded.statusCode()).isEqualTo(303);
        assertThat(home(clerk)).doesNotContain("没有填完的走访");
    }

    @Test
    void theAdministratorFindsWhatIsToBeSetUp() {
        assertThat(home(at("admin"))).contains("设置事项", "在办机构", "/units/new").doesNotContain("今日走访", "本月走访");
    }

    @Test
    void aVeteranStartsAtHisOwnFileAndAVisitorAtTheStations() {
        assertThat(at("laobing").get("/").headers().firstValue("Location")).contains("/me");
        assertThat(new Browser(port).get("/").body()).contains("action=\"/stations\"", "href=\"/sign-in\"");
    }

    private Browser at(String username) {
        return Browser.signedIn(port, Objects.requireNonNull(personas.get(username)));
    }

    /** What stands between the menu and the foot. */
    private static String home(Browser browser) {
        var page = browser.get("/");
        assertThat(page.statusCode()).isEqualTo(200);
        var body = page.body();
        return body.substring(body.indexOf("<main"), body.indexOf("</main>"));
    }

    private static String path(MatchResult link) {
        return link.group(1).replace("&amp;", "&");
    }

    private static String number(String page, String label) {
        return first(page, ">" + label + "</a></p>\\s*<p class=\"stat-number\">([\\d,]+)<");
    }

    private static String tab(String page, String label) {
        return first(page, ">" + label + "<span class=\"count\">([\\d,]+)<");
    }

    private static String first(String page, String pattern) {
        List<String> found = Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(found).as(pattern).isNotEmpty();
        return found.getFirst();
    }
}

package org.rongyi.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rongyi.journey.Chromium.arrive;
import static org.rongyi.journey.Chromium.follow;
import static org.rongyi.journey.Chromium.press;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.journey.Chromium.Device;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** One visit in the village, seen by everybody above and by nobody beside. */
@RongyiTest
@Tag("browser")
@DisplayName("村里记一次走访，镇、县、市、省当场多一次")
class VisitSceneTest {

    private static final List<String> ABOVE = List.of("zhen", "xian", "shi", "sheng");
    private static final Pattern CONTACTS = Pattern.compile(
            "class=\"stat-label\">(?:<a [^>]*>)?联系<.*?class=\"stat-number\">([\\d,]+)<", Pattern.DOTALL);
    private static final String CONTACTS_OF_YEAR = "/figures?period=year&kind=contact";

    @Autowired
    private ApplicationContext program;

    @LocalServerPort
    private int port;

    private final Map<String, APIRequestContext> readers = new HashMap<>();
    private Map<String, Personas.Entry> personas = Map.of();
    private Chromium chromium;

    @BeforeEach
    void county() {
        personas = TestCounty.ensure(program);
        Due.somebody(program);
        chromium = new Chromium(port);
    }

    @AfterEach
    void goHome() {
        chromium.close();
    }

    /** What the clerk recorded. */
    private record Recorded(String path, int persons) {}

    @ParameterizedTest
    @EnumSource
    void aVisitRecordedInTheVillageIsCountedByEverybodyAbove(Device device) throws IOException {
        var before = contacts();
        var need = "想学叉车操作证（" + device + "）";
        var clerk = whenTheClerkSignsIn(device);
        andOpensTheFirstPersonDue(clerk);
        var visit = andRecordsAVisitWithPolicyAndHonour(clerk, need);
        thenTownCountyCityAndProvinceSee(before, visit.persons());
        // from above the way leads past all the others
        for (var who : device == Device.PHONE ? ABOVE : List.of("sheng")) {
            thenGetsFromTheFigureDownToTheRecord(who, device, visit);
        }
        thenTheTownHasTheNeed(need);
        thenTheNeighbourDoesNotSee(visit);
        whenTheClerkCorrects(clerk, visit, "NOT_IN");
        thenTownCountyCityAndProvinceSee(before, 0);
        whenTheClerkCorrects(clerk, visit, "MET");
        thenTownCountyCityAndProvinceSee(before, visit.persons());
        whenTheClerkWithdraws(clerk, visit);
        thenTownCountyCityAndProvinceSee(before, 0);
    }

    @Test
    @DisplayName("拍错的照片由本人撤下：先问为什么，撤下就打不开了")
    void aPhotoIsTakenAway() throws IOException {
        var page = whenTheClerkSignsIn(Device.PHONE);
        andOpensTheFirstPersonDue(page);
        var visit = andRecordsAVisitWithPolicyAndHonour(page, "想学电工");
        page.navigate(visit.path());
        var photo = page.locator("ul.photos img").getAttribute("src");
        follow(page, "撤下第 1 张");
        assertThat(Chromium.barriers(page)).isEmpty();
        press(page, "撤下这张照片");
        assertThat(page.textContent("main")).contains("请写明为什么撤下");
        page.fill("input[name=reason]", "拍到了别人家");
        press(page, "撤下这张照片");
        page.waitForURL("**" + visit.path());
        assertThat(photosOf(page)).isEmpty();
        assertThat(page.context().request().get(photo).status()).isEqualTo(404);
    }

    @Test
    void whatWasTypedOnThePhoneIsThereOnAnotherDevice() {
        var phone = whenTheClerkSignsIn(Device.PHONE);
        phone.navigate("/contacts");
        var form = phone.locator("td.do a").last().getAttribute("href");
        phone.navigate(form);
        var answer = phone.waitForResponse(
                response -> response.url().endsWith("/visits/draft"),
                () -> phone.fill("textarea[name=said]", "家中老人需要陪同复查"));
        assertThat(answer.status()).isEqualTo(204);
        var desk = whenTheClerkSignsIn(Device.DESKTOP);
        desk.navigate(form);
        assertThat(desk.inputValue("textarea[name=said]")).isEqualTo("家中老人需要陪同复查");
    }

    private Personas.Entry persona(String username) {
        return Objects.requireNonNull(personas.get(username));
    }

    private Page whenTheClerkSignsIn(Device device) {
        return chromium.signIn(device, persona("cun"));
    }

    private static void andOpensTheFirstPersonDue(Page page) {
        follow(page, "今日走访");
        page.locator("td.do a").first().click();
        page.waitForURL("**/visits/new?**");
    }

    private static Recorded andRecordsAVisitWithPolicyAndHonour(Page page, String need) throws IOException {
        var household = page.locator("input[name=person]");
        for (var person : household.all()) {
            person.check();
        }
        int persons = household.count();
        page.check("input[name=sent][value=POLICY]");
        page.check("input[name=sent][value=HONOUR]");
        page.fill("input[name=brought]", "优待证办理指南一份");
        page.fill("textarea[name=said]", "身体硬朗，想学一门手艺。");
        page.selectOption("select[name='askedKind.0']", "JOB");
        page.fill("input[name='askedText.0']", need);
        if (persons > 1) {
            page.selectOption("select[name='askedBy.0']", new SelectOption().setIndex(1));
        }
        page.setInputFiles("input[name=photo]", new FilePayload("现场.jpg", "image/jpeg", photo()));
        press(page, "保存走访");
        page.waitForURL("**/visits/*?recorded");
        assertThat(page.textContent("main")).contains("已保存", "送政策、送尊崇", "优待证办理指南一份", need);
        assertThat(photosOf(page)).hasSize(1);
        return new Recorded(URI.create(page.url()).getPath(), persons);
    }

    private void thenTownCountyCityAndProvinceSee(Map<String, Long> before, int more) {
        var expected = new TreeMap<>(before);
        expected.replaceAll((who, times) -> times + more);
        assertThat(contacts()).isEqualTo(expected);
    }

    /** From his own figure, a level at a time, to the village's, and from there to the record with its photo. */
    private void thenGetsFromTheFigureDownToTheRecord(String who, Device device, Recorded visit) {
        var village = new DivisionCode(Long.parseLong(persona("cun").unit()));
        var page = chromium.signIn(device, persona(who));
        page.navigate(CONTACTS_OF_YEAR);
        for (var level : Level.values()) {
            if (level.number() <= persona(who).level()) {
                continue;
            }
            arrive(page.locator(".table tbody th a[href^='/figures/" + village.at(level) + "']"));
            page.waitForURL("**/figures/" + village.at(level) + "?**");
        }
        follow(page, "联系");
        arrive(page.locator("a[href='" + visit.path() + "']"));
        page.waitForURL("**" + visit.path());
        assertThat(page.textContent("main")).contains("优待证办理指南一份");
        assertThat(photosOf(page)).hasSize(1);
        page.context().close();
    }

    /** What the photos of the record come as to whoever reads it. */
    private static List<String> photosOf(Page page) {
        return page.locator("ul.photos img").all().stream()
                .map(photo -> page.context().request().get(photo.getAttribute("src")))
                .peek(answer -> assertThat(answer.status()).as(answer.url()).isEqualTo(200))
                .map(answer -> answer.headers().get("content-type"))
                .peek(type -> assertThat(type).startsWith("image/"))
                .toList();
    }

    private static byte[] photo() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB), "jpg", out);
        return out.toByteArray();
    }

    private void thenTheTownHasTheNeed(String need) {
        var page = chromium.signIn(Device.PHONE, persona("zhen"));
        page.navigate("/needs");
        var next = page.locator("a[rel=next]");
        while (!page.textContent("main").contains(need) && next.count() > 0) { // the oldest come first
            page.navigate(next.first().getAttribute("href"));
        }
        assertThat(page.textContent("main")).contains(need);
        page.context().close();
    }

    private void thenTheNeighbourDoesNotSee(Recorded visit) {
        var page = chromium.signIn(Device.PHONE, persona("cun2"));
        assertThat(page.navigate(visit.path()).status()).isEqualTo(404);
        page.navigate("/visits");
        assertThat(page.locator("a[href='" + visit.path() + "']").count()).isZero();
        page.navigate("/needs");
        assertThat(page.textContent("main")).doesNotContain("想学叉车操作证");
        page.context().close();
    }

    private static void whenTheClerkCorrects(Page page, Recorded visit, String result) {
        page.navigate(visit.path());
        follow(page, "更正");
        for (var choice : page.locator("select[name^='result.']").all()) {
            choice.selectOption(result);
        }
        if (result.equals("MET")) { // nobody met meant nothing sent
            page.check("input[name=sent][value=POLICY]");
            page.check("input[name=sent][value=HONOUR]");
        }
        page.fill("input[name=reason]", "补记当天情况");
        press(page, "保存更正");
        page.waitForURL("**" + visit.path());
    }

    private static void whenTheClerkWithdraws(Page page, Recorded visit) {
        page.navigate(visit.path());
        follow(page, "撤回");
        page.fill("input[name=reason]", "登记到了别人名下");
        press(page, "撤回这条记录");
        page.waitForURL("**" + visit.path());
        assertThat(page.textContent("main")).contains("已撤回");
    }

    /** 联系 of this year, as each persona above reads it. */
    private Map<String, Long> contacts() {
        var seen = new TreeMap<String, Long>();
        for (var who : ABOVE) {
            var figures = readers.computeIfAbsent(who, this::reader).get(CONTACTS_OF_YEAR);
            var number = CONTACTS.matcher(figures.text()).results().findFirst().orElseThrow();
            seen.put(who, Long.parseLong(number.group(1).replaceAll("\\D", "")));
        }
        return seen;
    }

    private APIRequestContext reader(String who) {
        var reader = chromium.open(Device.DESKTOP).request();
        Chromium.signIn(reader, persona(who));
        return reader;
    }
}

package org.rongyi.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rongyi.journey.Chromium.arrive;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Geolocation;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody from the street, who has no account and lets his phone say where he stands. */
@RongyiTest
@Tag("browser")
@DisplayName("街上的人按一下“离我最近”，就看到最近的服务站")
class NearestSceneTest {

    private static final String VILLAGE_STATION = """
            select id, latitude, longitude from organisation.unit
            where code_now = :code and level = 5 and latitude is not null
            order by id
            limit 1
            """;

    private static final String STATIONS = """
            select id, latitude, longitude from organisation.unit
            where kind in ('CENTRE', 'STATION') and closed_on is null and latitude is not null
            """;

    @Autowired
    private ApplicationContext program;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    @LocalServerPort
    private int port;

    private Chromium chromium;

    @BeforeEach
    void county() {
        TestCounty.ensure(program);
        chromium = new Chromium(port);
    }

    @AfterEach
    void goHome() {
        chromium.close();
    }

    /** A station and where it is, in degrees. */
    record Spot(UUID id, double latitude, double longitude) {

        /** On the sphere, by another formula than the program's. */
        private double angleTo(double lat, double lon) {
            double a = Math.toRadians(latitude);
            double b = Math.toRadians(lat);
            double cos =
                    Math.sin(a) * Math.sin(b) + Math.cos(a) * Math.cos(b) * Math.cos(Math.toRadians(longitude - lon));
            return Math.acos(Math.min(1, cos));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "DESKTOP"})
    void theNearestStationComesFirst(Device device) {
        var village = everything
                .sql(VILLAGE_STATION)
                .param("code", TestCounty.office(program, "cun").unitCode().value())
                .query(Spot.class)
                .single();
        double latitude = village.latitude() + 0.0013;
        double longitude = village.longitude() - 0.0021;
        var nearest = everything.sql(STATIONS).query(Spot.class).list().stream()
                .min(Comparator.comparingDouble(spot -> spot.angleTo(latitude, longitude)))
                .orElseThrow();

        var context = chromium.open(device);
        context.grantPermissions(List.of("geolocation"));
        context.setGeolocation(new Geolocation(latitude, longitude));
        var page = context.newPage();
        page.navigate("/stations");
        nearestButton(page).click();
        page.waitForURL("**/stations?**near=*");
        assertThat(page.textContent("#results")).contains("由近到远");
        var first = page.locator("#results tbody tr").first();
        assertThat(first.locator("th a").getAttribute("href")).isEqualTo("/stations/" + nearest.id());
        assertThat(first.locator("td[data-label=距离]").textContent()).contains("米");
        onTheMap(page, nearest.id());
        var name = first.locator("th a").textContent();
        arrive(first.locator("th a"));
        assertThat(page.textContent("h1")).contains(name);
    }

    /** Where he stands and the nearest stations are drawn, each a way to the station's page; the list says the same without it. */
    private static void onTheMap(Page page, UUID nearest) {
        var map = page.locator("figure.map");
        assertThat(map.textContent()).contains("您在这里");
        var dot = map.locator("a[href='/stations/" + nearest + "']");
        assertThat(dot.count()).isEqualTo(1);
        assertThat(dot.first().getAttribute("aria-label")).isNotBlank();
    }

    @Test
    @DisplayName("不让定位的，说清楚，还能按名称查找")
    void whoDoesNotSayWhereHeStandsIsToldWhatToDo() {
        var page = chromium.open(Device.PHONE).newPage();
        page.navigate("/stations");
        nearestButton(page).click();
        page.getByText("没有取得位置，请按名称查找").waitFor();
        assertThat(page.url()).endsWith("/stations");
        assertThat(page.locator("input[name=q]").count()).isEqualTo(1);
    }

    private static Locator nearestButton(Page page) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("离我最近"));
    }
}

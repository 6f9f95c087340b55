package org.rongyi.network.organisation.web;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.network.organisation.Offices;
import org.rongyi.network.organisation.OpenUnit;
import org.rongyi.network.organisation.UnitKind;
import org.rongyi.platform.act.Acts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@RongyiTest
class StationPagesTest {

    private final MockMvc web;
    private final Acts acts;
    private final OpenUnit openUnit;
    private final WebApplicationContext program;

    @Autowired
    StationPagesTest(WebApplicationContext context, Acts acts, OpenUnit openUnit) {
        this.web = MockMvcBuilders.webAppContextSetup(context).build();
        this.acts = acts;
        this.openUnit = openUnit;
        this.program = context;
    }

    private UUID station(String name, long code, double latitude, double longitude) {
        return Offices.open(acts, openUnit, name, UnitKind.STATION, code, Offices.at(latitude, longitude));
    }

    @Test
    void stationsAreFoundByNameAndByInitialsAndBureausNever() throws Exception {
        station("蟠龙试验站", 441581101000L, 10.0, 100.0);
        Offices.open(acts, openUnit, "蟠龙试验局", UnitKind.BUREAU, 441581000000L, Offices.at(10, 100));
        Offices.open(acts, openUnit, "蟠龙试验社", UnitKind.PARTNER, 441581000000L, Offices.at(10, 100));
        for (var typed : new String[] {"蟠龙试验", "plsy"}) {
            web.perform(get("/public/stations.json").param("q", typed))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.items", hasSize(1)))
                    .andExpect(jsonPath("$.items[0].name").value("蟠龙试验站"))
                    .andExpect(jsonPath("$.items[0].level").value(4))
                    .andExpect(jsonPath("$.items[0].code").value("441581101000"))
                    .andExpect(jsonPath("$.items[0].phone").value("0758-3300001"))
                    .andExpect(jsonPath("$.items[0].services", contains("优抚帮扶")))
                    .andExpect(jsonPath("$.items[0].latitude").value(10.0))
                    .andExpect(jsonPath("$.items[0].distanceMetres").doesNotExist())
                    .andExpect(jsonPath("$.next").isEmpty());
            web.perform(get("/stations").param("q", typed))
                    .andExpect(content().string(containsString("蟠龙试验站")))
                    .andExpect(content().string(not(containsString("蟠龙试验局"))));
        }
        web.perform(get("/stations?q=蟠龙试验&level=5")).andExpect(content().string(not(containsString("蟠龙试验站"))));
        web.perform(get("/stations?q=蟠龙试验&division=441581000000"))
                .andExpect(content().string(containsString("蟠龙试验站")));
    }

    @Test
    void theNearestComesFirstWithItsDistanceAcrossPages() throws Exception {
        for (int i = 0; i < 55; i++) {
            station("远洋站" + i, 441523100000L, -40.0 - i * 0.01, 20.0);
        }
        web.perform(get("/public/stations.json?near=-40,20&q=远洋站"))
                .andExpect(jsonPath("$.items", hasSize(50)))
                .andExpect(jsonPath("$.items[0].distanceMetres").value(0))
                .andExpect(jsonPath("$.items[1].distanceMetres").value(1112))
                .andExpect(jsonPath("$.items[49].name").value("远洋站49"))
                .andDo(first -> {
                    var next = com.jayway.jsonpath.JsonPath.<String>read(
                            first.getResponse().getContentAsString(), "$.next");
                    web.perform(get("/public/stations.json?near=-40,20&q=远洋站").param("after", next))
                            .andExpect(jsonPath("$.items", hasSize(5)))
                            .andExpect(jsonPath("$.items[*].name", hasItem("远洋站54")))
                            .andExpect(jsonPath("$.next").isEmpty());
                });
        web.perform(get("/stations?near=-40,20")).andExpect(content().string(containsString("1.1公里")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"near=x", "near=91,0", "near=23", "near=23,113,5", "near=NaN,1", "after=zzz"})
    void aPlaceThatIsNoneIsABadRequest(String query) throws Exception {
        web.perform(get("/public/stations.json?" + query))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
    }

    @Test
    void aStationHasAPageForEverybodyAndABureauHasNone() throws Exception {
        var station = station("飞来试验站", 441581101000L, 11.0, 101.0);
        var bureau = Offices.open(acts, openUnit, "飞来局", UnitKind.BUREAU, 441581000000L, Offices.at(11, 101));
        web.perform(get("/stations/" + station))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("href=\"tel:0758-3300001\"")))
                .andExpect(content().string(containsString("陆丰市")));
        web.perform(get("/stations/" + bureau)).andExpect(status().isNotFound());
        web.perform(get("/stations/" + UUID.randomUUID())).andExpect(status().isNotFound());
    }

    @Test
    void theMapIsTheCompleteListAndItsOutlinesAlwaysBearTheMark() throws Exception {
        TestCounty.ensure(program); // outlines are of the demo alone
        web.perform(get("/map"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/map/441900000000")))
                .andExpect(content().string(containsString("<figure")))
                .andExpect(content().string(containsString("轮廓无审图号")));
        web.perform(get("/map/441900000000")).andExpect(content().string(containsString("/stations?division=441900")));
        web.perform(get("/stations?near=23.34,112.69")).andExpect(content().string(containsString("您在这里")));
        web.perform(get("/map/441284001000")).andExpect(status().isNotFound());
        web.perform(get("/map/x")).andExpect(status().isNotFound());
    }
}

package org.rongyi.platform.division;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongyi.RongyiTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@RongyiTest
class DivisionRouteTest {

    private final MockMvc web;

    @Autowired
    DivisionRouteTest(WebApplicationContext context) {
        web = MockMvcBuilders.webAppContextSetup(context).build();
    }

    @Test
    void aTownOfTheDayIsToldWithItsPathAndChildren() throws Exception {
        web.perform(get("/public/divisions/441403130000.json?asOf=2021-06-23"))
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_JSON))
                .andExpect(jsonPath("$.code").value("441403130000"))
                .andExpect(jsonPath("$.name").value("松口镇"))
                .andExpect(jsonPath("$.level").value(4))
                .andExpect(jsonPath("$.kind").value("镇"))
                .andExpect(jsonPath("$.parent").value("441403000000"))
                .andExpect(jsonPath("$.path", hasSize(4)))
                .andExpect(jsonPath("$.path[0].code").value("440000000000"))
                .andExpect(jsonPath("$.children[0].level").value(5))
                .andExpect(jsonPath("$.inForce").value(true))
                .andExpect(jsonPath("$.validFrom").value("2009-01-01"))
                .andExpect(jsonPath("$.validTo").value("2023-06-30"));
    }

    @Test
    void anOldCodeIsFoundWithItsSuccessor() throws Exception {
        web.perform(get("/public/divisions/441403130000.json?asOf=2024-01-01"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.inForce").value(false))
                .andExpect(jsonPath("$.successors", hasSize(1)))
                .andExpect(jsonPath("$.successors[0].code").value("441403100000"))
                .andExpect(jsonPath("$.successors[0].on").value("2023-06-30"));
    }

    @Test
    void aCodeNobodyKnowsIsNotFound() throws Exception {
        web.perform(get("/public/divisions/449999999999.json"))
                .andExpect(status().isNotFound())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.detail", containsString("449999999999")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"44", "abc", "4401030000001", "040103000000", "440103000000?asOf=2021-02-30"})
    void aMalformedCodeOrDateIsABadRequest(String typed) throws Exception {
        var parts = typed.split("\\?", 2);
        web.perform(get("/public/divisions/" + parts[0] + ".json" + (parts.length > 1 ? "?" + parts[1] : "")))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
    }
}

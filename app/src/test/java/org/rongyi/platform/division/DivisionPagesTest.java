package org.rongyi.platform.division;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongyi.RongyiTest;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.kernel.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.context.WebApplicationContext;

@RongyiTest
class DivisionPagesTest {

    private static final DivisionCode PROVINCE = new DivisionCode(440000000000L);
    private static final Actor.Office OFFICER = new Actor.Office(
            UUID.randomUUID(),
            "黄志远",
            UUID.randomUUID(),
            UUID.randomUUID(),
            "广东省退役军人事务厅",
            PROVINCE,
            Role.OFFICER,
            Level.PROVINCE,
            Scope.of(PROVINCE));

    private final MockMvc web;
    private final Divisions divisions;

    @Autowired
    DivisionPagesTest(WebApplicationContext context, Divisions divisions) {
        this.web = MockMvcBuilders.webAppContextSetup(context).build();
        this.divisions = divisions;
    }

    @Test
    void aVisitorWalksDownFromTheProvinceAndMayChangeNothing() throws Exception {
        web.perform(get("/divisions"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("广东省")));
        web.perform(get("/divisions?q=pyq")).andExpect(content().string(containsString("番禺区")));
        web.perform(get("/divisions/441900000000?asOf=2021-06-23"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("莞城街道")))
                .andExpect(content().string(not(containsString("录入变更"))));
        web.perform(get("/divisions/449999999999")).andExpect(status().isNotFound());
    }

    @Test
    void aPageOfAnOldCodeSaysThatItIsNotInForceAndWhoTookOver() throws Exception {
        web.perform(get("/divisions/441403130000?asOf=2024-01-01"))
                .andExpect(content().string(containsString("无效，以下是此前最近的情况")))
                .andExpect(content().string(containsString("/divisions/441403100000")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RENAMED", "RECODED", "REPARENTED", "MERGED", "SPLIT", "ADDED", "REMOVED"})
    void everyKindOfChangeHasItsForm(String kind) throws Exception {
        web.perform(office(get("/divisions/440113102000/change").param("kind", kind)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("生效日期")));
    }

    @Test
    void aChangeIsCheckedThenMade() throws Exception {
        web.perform(office(post("/divisions/440103000000/change/check").params(addition("440103160000"))))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("设立：新镇（440103160000）")));
        assertThat(divisions.history(new DivisionCode(440103160000L))).isEmpty();
        web.perform(office(post("/divisions/440103000000/change")
                        .param("_command", Ids.next().toString())
                        .param("_post", OFFICER.post().toString())
                        .params(addition("440103160000"))))
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", "/divisions/440103000000"));
        assertThat(divisions.find(new DivisionCode(440103160000L), LocalDate.of(2090, 1, 1)))
                .isPresent();
    }

    @Test
    void aChangeThatCannotBeIsAnsweredInWords() throws Exception {
        web.perform(office(post("/divisions/440103000000/change/check").params(addition("440103001000"))))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("已使用过")));
        web.perform(office(post("/divisions/440103000000/change/check")
                        .param("kind", "SPLIT")
                        .param("parts", "丙镇")))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("看不懂的一行：丙镇")))
                .andExpect(content().string(containsString("请填写生效日期")));
    }

    @Test
    void theQuestionsAreListedAndOneIsAnswered() throws Exception {
        web.perform(office(get("/division-questions"))).andExpect(content().string(containsString("个待认定")));
        web.perform(office(get("/division-questions/445202101000")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("渔湖街道")));
        web.perform(office(answer("445202101000").param("answer", "successor")))
                .andExpect(status().isUnprocessableContent());
        web.perform(office(answer("445202101000").param("answer", "none").param("reason", "民政局来函")))
                .andExpect(status().isSeeOther());
        web.perform(office(get("/division-questions/445202101000"))).andExpect(status().isNotFound());
    }

    private static MockHttpServletRequestBuilder answer(String code) {
        return post("/division-questions/" + code)
                .param("_command", Ids.next().toString())
                .param("_post", OFFICER.post().toString());
    }

    private static MultiValueMap<String, String> addition(String code) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("kind", "ADDED");
        form.add("newCode", code);
        form.add("name", "新镇");
        form.add("on", "2090-01-01");
        form.add("source", "粤府函〔2089〕9 号");
        return form;
    }

    /** As the session filter would have it. */
    private static MockHttpServletRequestBuilder office(MockHttpServletRequestBuilder request) {
        return request.requestAttr(Actor.class.getName(), OFFICER);
    }
}

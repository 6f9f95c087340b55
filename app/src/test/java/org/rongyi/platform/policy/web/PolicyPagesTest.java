package org.rongyi.platform.policy.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.network.organisation.Offices;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@RongyiTest
@DisplayName("政策参数的页面：哪个岗位都看得到数字从哪份文件来")
class PolicyPagesTest {

    private static final Actor.Office CLERK = Offices.of(Role.CLERK, 441223100201L);

    private final MockMvc web;

    @Autowired
    PolicyPagesTest(WebApplicationContext context) {
        web = MockMvcBuilders.webAppContextSetup(context).build();
    }

    @Test
    @DisplayName("按工作分栏、平时收起，查找时展开；可只看待业务确认的")
    void theListIsByRoom() throws Exception {
        web.perform(office(get("/policy")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<summary><h2>走访联系</h2>")))
                .andExpect(content().string(not(containsString("<details class=\"topic\" open"))))
                .andExpect(content().string(containsString("创业租金补贴每年上限")))
                .andExpect(content().string(containsString("6000 元/年（广州市、深圳市、")));
        web.perform(office(get("/policy").param("q", "优待证")))
                .andExpect(content().string(containsString("<details class=\"topic\" open")))
                .andExpect(content().string(containsString("30 个工作日")))
                .andExpect(content().string(not(containsString("创业租金补贴"))));
        web.perform(office(get("/policy").param("proposed", "true").param("room", "走访联系")))
                .andExpect(content().string(containsString("建档后首次联系期限")))
                .andExpect(content().string(not(containsString("重点联系对象联系间隔"))));
        web.perform(office(get("/policy").param("q", "没有这种参数")))
                .andExpect(content().string(containsString("没有符合条件的参数")));
    }

    @Test
    @DisplayName("一项参数：历次取值、依据、条款、适用地区；系统默认的写明待业务确认")
    void aParameterWithItsHistory() throws Exception {
        web.perform(office(get("/policy/employment.tax.household.yuan")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("2022年12月31日")))
                .andExpect(content().string(containsString("14400 元/年")))
                .andExpect(content().string(containsString("2027年12月31日")))
                .andExpect(content().string(containsString("全省")));
        web.perform(office(get("/policy/placement.score.year.further")))
                .andExpect(content().string(containsString("起止日期")));
        web.perform(office(get("/policy/relief.hardship.bar.years")))
                .andExpect(content().string(not(containsString("起止日期"))));
        web.perform(office(get("/policy/relief.hardship.bar.years")))
                .andExpect(content().string(containsString("广东省困难退役军人帮扶援助办法 第十二条")))
                .andExpect(content().string(not(containsString("系统默认"))));
        web.perform(office(get("/policy/visit.first.days"))).andExpect(content().string(containsString("系统默认，待业务确认")));
        web.perform(office(get("/policy/relief.hardship.bar")))
                .andExpect(content().string(containsString("纳入失信联合惩戒对象名单")));
        web.perform(office(get("/policy/placement.score.drill")))
                .andExpect(content().string(containsString("等哪个文件")))
                .andExpect(content().string(containsString("2023 年的量化评分办法（名称和文号没有见到）")));
        web.perform(office(get("/policy/no.such.thing"))).andExpect(status().isNotFound());
    }

    private static MockHttpServletRequestBuilder office(MockHttpServletRequestBuilder request) {
        return request.requestAttr(Actor.class.getName(), CLERK);
    }
}

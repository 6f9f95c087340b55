package org.rongyi.platform.policy.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.network.organisation.Offices;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@RongyiTest
@DisplayName("参数变更的页面：填写、看影响、提出、审核")
class ChangePagesTest {

    private static final Actor.Office MAKER = Offices.of(Role.OFFICER, 440000000000L);
    private static final Actor.Office LEADER = Offices.of(Role.LEADER, 440000000000L);
    private static final Actor.Office CLERK = Offices.of(Role.CLERK, 441223100201L);
    private static final String FORM = "/policy/need.answer.days/change";

    private final MockMvc web;

    @Autowired
    ChangePagesTest(WebApplicationContext context) {
        web = MockMvcBuilders.webAppContextSetup(context).build();
    }

    @Test
    @DisplayName("从填写到同意，经过留在参数的页面上")
    void fromTheFormToTheAgreement() throws Exception {
        web.perform(by(CLERK, get("/policy/need.answer.days")))
                .andExpect(content().string(not(containsString("提出变更"))));
        web.perform(by(MAKER, get("/policy/need.answer.days")))
                .andExpect(content().string(containsString(FORM)));
        web.perform(by(MAKER, get(FORM)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("现在：15 个工作日")));
        web.perform(by(MAKER, typed(post(FORM + "/check"), "二十")))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("请填写数字")))
                .andExpect(content().string(containsString("粤退役军人发〔2092〕5 号")));
        web.perform(by(MAKER, typed(post(FORM + "/check"), "20")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("生效那天还没有答复的需求")))
                .andExpect(content().string(containsString("20 个工作日")));
        var change = Objects.requireNonNull(web.perform(act(MAKER, typed(post(FORM), "20")))
                .andExpect(status().isSeeOther())
                .andReturn()
                .getResponse()
                .getHeader("Location"));
        assertThat(change).startsWith("/policy-changes/");
        web.perform(by(MAKER, get(change)))
                .andExpect(content().string(containsString("撤回这份变更")))
                .andExpect(content().string(not(containsString("同意变更"))));
        web.perform(by(LEADER, get("/policy-changes"))).andExpect(content().string(containsString(change)));
        web.perform(by(LEADER, get(change))).andExpect(content().string(containsString("同意变更")));
        web.perform(act(LEADER, post(change + "/refuse")))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("请写明不同意的理由")));
        web.perform(act(LEADER, post(change + "/agree"))).andExpect(status().isSeeOther());
        web.perform(by(CLERK, get("/policy/need.answer.days")))
                .andExpect(content().string(containsString("2092年1月1日")))
                .andExpect(content().string(containsString("粤退役军人发〔2092〕5 号 第二条")))
                .andExpect(content().string(containsString("经审核录入")))
                .andExpect(content().string(containsString("已同意：20 个工作日")));
        web.perform(by(LEADER, get(change))).andExpect(content().string(not(containsString("同意变更"))));
    }

    private static MockHttpServletRequestBuilder typed(MockHttpServletRequestBuilder request, String number) {
        return request.param("number", number)
                .param("from", "2092-01-01")
                .param("document", "粤退役军人发〔2092〕5 号")
                .param("article", "第二条")
                .param("reason", "按新文件调整");
    }

    private static MockHttpServletRequestBuilder act(Actor.Office actor, MockHttpServletRequestBuilder request) {
        return by(actor, request)
                .param("_command", Ids.next().toString())
                .param("_post", actor.post().toString());
    }

    /** As the session filter would have it. */
    private static MockHttpServletRequestBuilder by(Actor.Office actor, MockHttpServletRequestBuilder request) {
        return request.requestAttr(Actor.class.getName(), actor);
    }
}

package org.rongyi.care.relief;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("申请表的地址里带的：只填说好的那几样，卡号、困难情况一概不从地址里填")
class CarriedTest {

    @Autowired
    private ApplicationContext program;

    @LocalServerPort
    private int port;

    @Test
    @DisplayName("情形从地址里带得进来；别人把自己的卡号写进链接，填不到表上")
    void aLinkFillsInNoAccount() {
        var personas = TestCounty.ensure(program);
        var clerk = Browser.signedIn(port, Objects.requireNonNull(personas.get("cun")));
        var person = new HardshipCases(program).person("链接里带");
        var link = "?situation=ACCIDENT&account=6228480009999999999&bank=someone&words=written-by-another";
        for (var form : new String[] {"/aid", "/emergency"}) {
            assertThat(clerk.get("/persons/" + person + form + link).body())
                    .contains("<form method=\"post\" action=\"/persons/" + person + form)
                    .doesNotContain("value=\"6228480009999999999\"", "value=\"someone\"", ">written-by-another");
        }
        assertThat(clerk.get("/persons/" + person + "/aid" + link).body())
                .containsPattern("value=\"ACCIDENT\"[^>]*checked|checked[^>]*value=\"ACCIDENT\"");
    }
}

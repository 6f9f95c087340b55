package org.rongyi.care.relief;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.apply.ReadFirst;
import org.rongyi.platform.kernel.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("申请表的地址里带的：只填说好的那几样，卡号、困难情况一概不从地址里填")
class CarriedTest {

    private static final String ACCIDENT = "value=\"ACCIDENT\"[^>]*checked|checked[^>]*value=\"ACCIDENT\"";

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Transactions transactions;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

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
        assertThat(clerk.get("/persons/" + person + "/aid" + link).body()).containsPattern(ACCIDENT);
    }

    @Test
    @DisplayName("本人的申请表：困难帮扶的什么也不从地址里带，应急救助的只带是从哪一件帮扶来的")
    void hisOwnFormTakesOnlyTheAid() {
        var himself = Browser.signedIn(port, TestCounty.ensure(program).get("laobing"));
        told();
        var need = UUID.randomUUID().toString();
        var link = "?need=" + need + "&visit=" + need + "&situation=ACCIDENT&account=6228480009999999999";
        for (var form : new String[] {"/me/aid", "/me/emergency"}) {
            assertThat(himself.get(form + link).body())
                    .contains("<form method=\"post\" action=\"" + form)
                    .doesNotContain("value=\"" + need, "value=\"6228480009999999999\"")
                    .doesNotContainPattern(ACCIDENT);
        }
    }

    /** He has read the notice himself, without which there is no form. */
    private void told() {
        var himself = everything
                .sql("select id, person_id from access.account where username = 'laobing'")
                .query((row, n) ->
                        new Actor.Self(row.getObject("id", UUID.class), "本人", row.getObject("person_id", UUID.class)))
                .single();
        transactions.write(himself, () -> {
            program.getBean(ReadFirst.class).told(himself, himself.person());
            return true;
        });
    }
}

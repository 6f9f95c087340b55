package org.rongyi.care.relief;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.AskSupplement;
import org.rongyi.platform.approval.apply.Applied;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("补正援助申请：等补正的才有表；病情只给本人看，别人没写的照原来的")
class MendedAidTest {

    private static final String ILLNESS = "右腿胫骨骨折";

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Transactions transactions;

    @LocalServerPort
    private int port;

    @Test
    @DisplayName("没有要求补正的打不开；要求了的，代办的人看不到病情，留空不抹掉，写了的照写的")
    void illnessIsHisOwn() {
        var aid = new HardshipCases(program);
        var clerk = Browser.signedIn(port, TestCounty.ensure(program).get("cun"));
        var id = aid.asked(aid.person("补正甲"));
        var form = "/cases/" + id + "/aid";
        var early = clerk.get(form);
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(early.body()).contains("不用补正").doesNotContain(ILLNESS);

        aid.done(aid.town, id, task -> new AskSupplement.Command(CommandId.fresh(aid.town), task, "缺费用结算单"));
        assertThat(clerk.get(form).body()).contains("缺费用结算单", "骑车被撞").doesNotContain(ILLNESS);
        mend(aid, id, "");
        assertThat(illness(aid, id)).isEqualTo(ILLNESS);
        assertThat(clerk.get(form).statusCode()).isEqualTo(409);
    }

    private static void mend(HardshipCases aid, UUID id, String illness) {
        var before = HardshipCases.request(aid.today);
        var request = new AidRequest(
                before.situation(),
                before.occurredOn(),
                before.words(),
                illness,
                before.household(),
                before.repeat(),
                before.wished(),
                Set.of("FORM", "IDENTITY"),
                before.account());
        var command = new SupplementAid.Command(CommandId.fresh(aid.village), id, request, "补了结算单");
        assertThat(aid.<Applied>perform(aid.village, command)).isEqualTo(new Applied.Supplemented(id));
    }

    private String illness(HardshipCases aid, UUID id) {
        return transactions
                .read(aid.town, () -> program.getBean(Aids.class).find(id))
                .orElseThrow()
                .request()
                .diagnosis();
    }
}

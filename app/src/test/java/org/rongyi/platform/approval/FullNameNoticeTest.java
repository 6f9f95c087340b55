package org.rongyi.platform.approval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.people.person.Files;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("公示写不写姓名全称，照那里那项事项的规定：东莞的测试路径写全称，别处的只写半个")
class FullNameNoticeTest {

    private static final String NAME = "何全名";

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Cases cases;

    @Autowired
    private Transactions transactions;

    @LocalServerPort
    private int port;

    @Test
    void theNameIsShownAsTheRuleOfThePlaceSays() {
        TestCounty.dongguan(program);
        var village = TestCounty.office(program, "dgcun");
        var town = TestCounty.office(program, "dgzhen");
        var aid = new AidCases(program);
        var person = new Files(program).register(village, NAME, Files.number(), null);
        var filing =
                new Cases.Filing(AidOfTests.ID, "帮扶援助", person, NAME, village.unitCode(), "本人到场", AidOfTests.MATTER);
        var id = Ids.next();
        assertThat(transactions.write(village, () -> cases.open(village, id, filing)))
                .isEqualTo(new Cases.Opened(id));
        var counter = transactions.read(town, () -> cases.tasks(id)).getFirst();
        assertThat((Object) aid.perform(town, new AcceptCase.Command(CommandId.fresh(town), counter.id(), "")))
                .isEqualTo(new TaskOutcome.Done(id));
        var hanging = transactions.read(town, () -> cases.tasks(id)).stream()
                .filter(Task::isOpen)
                .findFirst()
                .orElseThrow();
        var anybody = new Browser(port);
        assertThat(anybody.get("/notices/" + hanging.id()).body()).contains(NAME, AidOfTests.MATTER);
        var masked = aid.open(aid.published()).id();
        assertThat(anybody.get("/notices/" + masked).body())
                .contains("公*甲", AidOfTests.MATTER)
                .doesNotContain("公示甲");
    }
}

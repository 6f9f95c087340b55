package org.rongyi.people.kin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.care.relief.AskAid;
import org.rongyi.care.relief.HardshipCases;
import org.rongyi.care.relief.emergency.AskEmergency;
import org.rongyi.care.relief.emergency.EmergencyCases;
import org.rongyi.care.relief.emergency.EmergencyHint;
import org.rongyi.care.relief.emergency.EmergencyRequest;
import org.rongyi.care.relief.emergency.SupplementEmergency;
import org.rongyi.demo.TestCounty;
import org.rongyi.people.person.Files;
import org.rongyi.platform.access.Accounts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.AskSupplement;
import org.rongyi.platform.approval.CaseHint;
import org.rongyi.platform.approval.Cases;
import org.rongyi.platform.approval.Services;
import org.rongyi.platform.approval.Task;
import org.rongyi.platform.approval.apply.Applied;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("家属代为申请应急救助：委托了才办得了，看得到办件，看不到病情和决定的依据")
class EmergencyForFamilyTest {

    private static final String PASSWORD = "Jia-Ren-2026";

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Cases cases;

    @Autowired
    private Services services;

    @Autowired
    private EmergencyHint hint;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private Family family;
    private Actor.Kin wife;

    @BeforeEach
    void aVeteranAndHisWife() {
        family = new Family(program, "孙老兵");
        var number = Files.number();
        wife = family.open(family.give(number, "EMERGENCY"), number);
    }

    @Test
    @DisplayName("妻子替他申请：记两个人的名字；她看得到这件，病情只有他本人和审核的人看得到；要补正的，她补得了，病情照他原来说的")
    void hisWifeAsksForHim() {
        var id = ((Applied.Asked) ask(wife)).subject();
        var file = transactions.read(family.village, () -> cases.find(id)).orElseThrow();
        assertThat(file.filed().by()).isEqualTo("王秀英（代孙老兵）");
        assertThat(content(wife, id)).doesNotContain("双手植皮", "/persons/");
        assertThat(content(family.self, id)).contains("双手植皮");
        assertThatThrownBy(() -> transactions.read(
                        wife,
                        () -> jdbc.sql("select basis_sealed from relief.emergency")
                                .query()
                                .listOfRows()))
                .isInstanceOf(DataAccessException.class);

        var task = transactions.read(family.village, () -> cases.tasks(id)).stream()
                .filter(Task::isOpen)
                .findFirst()
                .orElseThrow();
        family.perform(family.village, new AskSupplement.Command(CommandId.fresh(family.village), task.id(), "缺事故认定书"));
        var asked = EmergencyCases.request(family.today());
        var mended = new EmergencyRequest(
                asked.kind(),
                asked.occurredOn(),
                "夜里失火，房屋烧毁，事故认定书已补",
                "",
                asked.otherAid(),
                asked.household(),
                asked.materials(),
                asked.account());
        assertThat((Object) family.perform(
                        wife, new SupplementEmergency.Command(CommandId.fresh(wife), id, mended, "事故认定书")))
                .isEqualTo(new Applied.Supplemented(id));
        assertThat(content(family.self, id)).contains("双手植皮", "事故认定书已补");
    }

    @Test
    @DisplayName("委托的是别的事项，就申请不了，也看不到；别人的事办不了")
    void anotherServiceIsAnotherMandate() {
        var id = ((Applied.Asked) ask(wife)).subject();
        var number = Files.number();
        var son = family.open(family.give(number, "HARDSHIP"), number);
        assertThat(ask(son)).isInstanceOf(Applied.NotGiven.class);
        assertThat(visible(son)).isZero();
        assertThat(visible(wife)).isOne();
        assertThat(transactions.read(
                        son,
                        () -> jdbc.sql("select count(*) from relief.emergency_of(:person, null)")
                                .param("person", family.person)
                                .query(Long.class)
                                .single()))
                .as("没有委托这一项的，有没有申请过也问不出来")
                .isZero();
        assertThat(id).isNotNull();
        var other = new Family(program, "孙别家");
        assertThat((Object) family.perform(wife, command(wife, other.person))).isEqualTo(new Applied.NotFound());
    }

    @Test
    @DisplayName("困难帮扶的办件上提示也可以申请应急救助：两项都委托了的才看得到，指到她自己的表；有一件在办就不再提示")
    void theHintLeadsToHerForm() {
        var number = Files.number();
        var both = family.open(family.give(number, "HARDSHIP", "EMERGENCY"), number);
        var alone = Files.number();
        var son = family.open(family.give(alone, "HARDSHIP"), alone);
        var aid = ((Applied.Asked) family.perform(
                        both,
                        new AskAid.Command(
                                CommandId.fresh(both),
                                family.person,
                                HardshipCases.request(family.today()),
                                null,
                                null,
                                null)))
                .subject();
        var file = transactions.read(family.village, () -> cases.find(aid)).orElseThrow();
        assertThat(transactions.read(both, () -> hint.of(file, both)).map(CaseHint.Hint::path))
                .contains("/kin/emergency");
        assertThat(transactions.read(son, () -> hint.of(file, son))).isEmpty();
        assertThat(ask(both)).isInstanceOf(Applied.Asked.class);
        assertThat(transactions.read(both, () -> hint.of(file, both))).isEmpty();
    }

    @Test
    @DisplayName("她的首页上有这张表，打得开，已经知道的写在上面；本人在谁看过我的档案里看得到；没有委托的人打不开")
    void fromHerPhone() {
        var phone = signedIn(wife.account());
        assertThat(phone.get("/kin").body()).contains("/kin/emergency", "应急救助");
        var form = phone.get("/kin/emergency");
        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(form.body()).contains("您在替孙老兵办", "退役士兵");
        var sent = phone.post(
                "/kin/emergency",
                Map.of(
                        "_command",
                        Ids.next().toString(),
                        "_post",
                        wife.mandate().toString()));
        assertThat(sent.statusCode()).isEqualTo(422);
        assertThat(sent.body()).contains("请选择是哪一类");
        assertThat(family.jdbc()
                        .sql("select purpose from audit.trail where subject = :id and act = 'ActForFamily'")
                        .param("id", family.person)
                        .query(String.class)
                        .list())
                .anySatisfy(purpose -> assertThat(purpose).contains("打开应急救助申请表"));
        var clerk = Browser.signedIn(port, TestCounty.ensure(program).get("cun"));
        assertThat(clerk.get("/kin/emergency").statusCode()).isEqualTo(403);
    }

    private Applied ask(Actor actor) {
        return family.perform(actor, command(actor, family.person));
    }

    private AskEmergency.Command command(Actor actor, UUID person) {
        return new AskEmergency.Command(
                CommandId.fresh(actor), person, EmergencyCases.request(family.today()), null, null, null, null);
    }

    private String content(Actor actor, UUID id) {
        return transactions
                .read(actor, () -> services.get("EMERGENCY").content(id, actor, false))
                .toString();
    }

    private long visible(Actor actor) {
        return transactions.read(
                actor,
                () -> jdbc.sql("select count(*) from relief.emergency")
                        .query(Long.class)
                        .single());
    }

    private Browser signedIn(UUID account) {
        transactions.write(new Actor.Visitor(), () -> {
            program.getBean(Accounts.class).enable(account, PASSWORD);
            return true;
        });
        var username = family.jdbc()
                .sql("select username from access.account where id = :id")
                .param("id", account)
                .query(String.class)
                .single();
        var browser = new Browser(port);
        browser.post("/sign-in", Map.of("username", username, "password", PASSWORD));
        return browser;
    }
}

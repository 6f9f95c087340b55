package org.rongyi.care.relief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.care.relief.rule.Barred;
import org.rongyi.care.relief.rule.Mode;
import org.rongyi.care.relief.rule.Situation;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.NotAllowed;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.AskRecheck;
import org.rongyi.platform.approval.Remedies;
import org.rongyi.platform.approval.route.Position.Result;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Level;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("东莞、中山不设县：县局办的困难帮扶，市局都办得成；设县的市，市局办不了县局的事")
class DongguanReliefTest {

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Remedies remedies;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    @LocalServerPort
    private int port;

    private Map<String, Personas.Entry> people = Map.of();
    private HardshipCases aid;
    private Actor.Office officer;
    private HardshipFunds funds;

    @BeforeEach
    void desks() {
        people = TestCounty.dongguan(program);
        aid = new HardshipCases(program, "dgcun", "dgzhen", "dgling");
        officer = TestCounty.office(program, "dgju");
        funds = new HardshipFunds(program, aid.county, officer);
    }

    @Test
    @DisplayName("村里代办、镇街审核、市局审批，钱当场留出；有异议的，复核由省厅办")
    void fromTheVillageToTheMoney() {
        var id = aid.asked(aid.person("莞甲"));
        aid.reviewed(id);
        assertThat(aid.open(id).zh()).isEqualTo("市局审批");
        var fund = funds.budget(10_000);
        aid.done(aid.county, id, task -> aid.decide(task, "3000", "", fund.toString()));
        assertThat(aid.read(id).result()).isEqualTo(Result.AGREED);
        assertThat(everything
                        .sql("select state || ' ' || amount from fund.grant_made where case_id = :id")
                        .param("id", id)
                        .query(String.class)
                        .list())
                .containsExactly("WAITING 300000");
        assertThat(transactions.read(aid.county, () -> remedies.inWords(aid.read(id))))
                .contains("东莞市人民政府或者广东省退役军人事务部门申请复核");

        var asked = aid.<AskRecheck.Outcome>perform(
                aid.village, new AskRecheck.Command(CommandId.fresh(aid.village), id, "自付算少了", "本人到场"));
        var recheck = ((AskRecheck.Outcome.Asked) asked).subject();
        assertThat(aid.open(recheck).level()).isEqualTo(Level.PROVINCE);
    }

    @Test
    @DisplayName("先行帮扶：超过镇街上限的，市局给得了，当场从资金里支出")
    void whatIsTooMuchForTheTownTheCityGives() {
        var fund = funds.budget(10_000);
        var person = aid.person("莞乙");
        assertThat(first(aid.town, person, fund)).isInstanceOf(GiveFirst.Outcome.TooMuch.class);
        var given = first(officer, person, fund);
        assertThat(given).isInstanceOf(GiveFirst.Outcome.Given.class);
        assertThat(everything
                        .sql("select state || ' ' || amount from fund.grant_made where case_id = :id")
                        .param("id", ((GiveFirst.Outcome.Given) given).subject())
                        .query(String.class)
                        .list())
                .containsExactly("PAID 150000");
        var zhaoqing = TestCounty.office(program, "shi");
        var theirs = new HardshipCases(program).person("肇甲");
        assertThatThrownBy(() -> first(zhaoqing, theirs, fund)).isInstanceOf(NotAllowed.class);
    }

    @Test
    @DisplayName("先行帮扶、不予援助情形、代为申请、政策找人的页面，市局打得开，登记和撤销都办得成；设县的市局打不开")
    void thePagesOfACountyOpen() {
        var person = aid.person("莞丙");
        var city = Browser.signedIn(port, Objects.requireNonNull(people.get("dgju")));
        var shi = Browser.signedIn(
                port, Objects.requireNonNull(TestCounty.ensure(program).get("shi")));
        var theirs = new HardshipCases(program).person("肇乙");
        for (var page : List.of("/aid-first", "/aid-bars", "/aid", "/emergency")) {
            assertThat(city.get("/persons/" + person + page).statusCode())
                    .as(page)
                    .isEqualTo(200);
            assertThat(shi.get("/persons/" + theirs + page).statusCode())
                    .as(page)
                    .isEqualTo(403);
        }
        assertThat(city.get("/aid-findings").statusCode()).isEqualTo(200);
        assertThat(city.get("/persons/" + person).body())
                .contains("/persons/" + person + "/aid-first", "/persons/" + person + "/aid-bars");
        var barred = new Barred("DISHONEST", aid.today.minusYears(1), "失信被执行人决定书", "东莞市第一人民法院");
        assertThat(aid.<RecordBar.Outcome>perform(
                        officer, new RecordBar.Command(CommandId.fresh(officer), person, barred)))
                .isEqualTo(new RecordBar.Outcome.Recorded(person));
        assertThat(city.get("/persons/" + person + "/aid-bars").body()).contains("东莞市第一人民法院");
        assertThat(first(officer, person, funds.budget(10_000)))
                .isInstanceOfSatisfying(
                        GiveFirst.Outcome.Barred.class,
                        said -> assertThat(said.why()).contains("不予援助的情形"));
    }

    private GiveFirst.Outcome first(Actor.Office by, UUID person, UUID fund) {
        return aid.perform(
                by,
                new GiveFirst.Command(
                        CommandId.fresh(by),
                        person,
                        Situation.ACCIDENT,
                        aid.today.minusDays(20),
                        Set.of(Mode.MONEY),
                        150_000,
                        0,
                        fund.toString(),
                        "本人",
                        "社区陈国强",
                        "昨夜房子塌了，一家没有住处"));
    }
}

package org.rongyi.network.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.care.visit.CorrectVisit;
import org.rongyi.care.visit.RecordVisit;
import org.rongyi.care.visit.Result;
import org.rongyi.care.visit.Sent;
import org.rongyi.care.visit.VisitContent;
import org.rongyi.demo.TestCounty;
import org.rongyi.people.person.Category;
import org.rongyi.people.person.CorrectPerson;
import org.rongyi.people.person.Files;
import org.rongyi.people.person.PlaceKind;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.kernel.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("更正的留痕：改了哪几项都写明，内容只写掩码看得到的")
class ChangesInTrailTest {

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Acts acts;

    @Autowired
    private Clock clock;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    private Actor.Office clerk;

    @BeforeEach
    void aClerk() {
        clerk = TestCounty.office(program, "cun");
    }

    @Test
    @DisplayName("更正档案：姓名、号码、电话是掩码，住处、类别只写改过；理由里写的号码也隐去")
    void aCorrectedFile() {
        var number = Files.number();
        var next = Files.number();
        var person = new Files(program).register(clerk, "留痕甲", number, null);
        var outcome = acts.perform(
                clerk,
                program.getBean(CorrectPerson.class),
                new CorrectPerson.Command(
                        CommandId.fresh(clerk),
                        person,
                        1,
                        new CorrectPerson.Content(
                                "留痕乙",
                                next,
                                "13711112222",
                                Set.of(Category.DISABLED_SOLDIER),
                                List.of(new CorrectPerson.Spot(PlaceKind.BOTH, "幸福路八号", "三组")),
                                CorrectPerson.Home.SAME,
                                null),
                        "留痕甲的号码原写作 " + number.value() + "，电话 13711112222"));
        assertThat(outcome).isInstanceOf(CorrectPerson.Outcome.Corrected.class);
        var said = latest("CorrectPerson", person);
        assertThat(said.changes().stream().map(Detail.Change::text))
                .containsExactlyInAnyOrder(
                        "姓名：留*甲 → 留*乙",
                        "身份证号：" + number.masked() + " → " + next.masked(),
                        "电话：139****0000 → 137****2222",
                        "类别：已改，内容不进留痕",
                        "户籍地和常住地住处：已改，内容不进留痕");
        assertThat(said.purpose()).isEqualTo("留*甲的号码原写作 " + number.masked() + "，电话 137****2222");
        nowhere(person, "留痕甲", "留痕乙", number.value(), next.value(), "13711112222", "幸福路");
    }

    @Test
    @DisplayName("更正走访：日期、方式、六送、结果写明前后，对象是掩码；带去、所谈只写改过")
    void aCorrectedVisit() {
        var person = new Files(program).register(clerk, "留痕丙", Files.number(), null);
        var visit = ((RecordVisit.Outcome.Recorded) acts.perform(
                        clerk,
                        program.getBean(RecordVisit.class),
                        new RecordVisit.Command(
                                CommandId.fresh(clerk),
                                content(person, Result.MET, "HOME", "慰问金", "腿脚不便"),
                                List.of(),
                                false,
                                false)))
                .subject();
        acts.perform(
                clerk,
                program.getBean(CorrectVisit.class),
                new CorrectVisit.Command(
                        CommandId.fresh(clerk),
                        visit,
                        1,
                        content(person, Result.NOT_IN, "PHONE", "大米", "想去看眼睛"),
                        "留痕丙说方式记错"));
        var said = latest("CorrectVisit", visit);
        assertThat(said.changes().stream().map(Detail.Change::text))
                .containsExactlyInAnyOrder(
                        "方式：上门 → 电话",
                        "六送：送政策 → 无",
                        "对象：留*丙（" + Result.MET.zh() + "） → 留*丙（" + Result.NOT_IN.zh() + "）",
                        "带去：已改，内容不进留痕",
                        "所谈：已改，内容不进留痕");
        assertThat(said.purpose()).isEqualTo("留*丙说方式记错");
        nowhere(visit, "留痕丙", "腿脚不便", "想去看眼睛", "大米");
    }

    private VisitContent content(UUID person, Result result, String mode, String brought, String said) {
        return new VisitContent(
                Map.of(person, result),
                LocalDate.now(clock),
                "REGULAR",
                mode,
                Set.of(Sent.POLICY),
                brought,
                said,
                List.of());
    }

    private Detail latest(String act, UUID subject) {
        return everything
                .sql("""
                        select purpose, before, after from audit.trail
                        where act = :act and subject = :subject and done order by at desc, id desc limit 1
                        """)
                .param("act", act)
                .param("subject", subject)
                .query((row, n) ->
                        Detail.read(row.getString("purpose"), row.getString("before"), row.getString("after")))
                .single();
    }

    private void nowhere(UUID subject, String... values) {
        var rows = everything
                .sql("select t::text from audit.trail t where subject = :subject")
                .param("subject", subject)
                .query(String.class)
                .list();
        assertThat(rows).isNotEmpty().allSatisfy(row -> assertThat(row).doesNotContain(values));
    }
}

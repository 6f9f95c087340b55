package org.rongyi.care.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.care.need.Needs;
import org.rongyi.demo.TestCounty;
import org.rongyi.people.person.Category;
import org.rongyi.people.person.RegisterPerson;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.division.DivisionFollower;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.CitizenId;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RongyiTest
@DisplayName("村改了代码，人、走访、需求、应联系都跟过去")
class RecodedVillageTest {

    private static final List<String> FOLLOWING = List.of(
            "person.place",
            "person.household",
            "person.name_gram",
            "visit.visit",
            "visit.attendee",
            "visit.contact",
            "need.need");

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Acts acts;

    @Autowired
    private RegisterPerson registerPerson;

    @Autowired
    private RecordVisit recordVisit;

    @Autowired
    private Divisions divisions;

    @Autowired
    private List<DivisionFollower> followers;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    @Autowired
    @Qualifier("job")
    private PlatformTransactionManager jobs;

    @Autowired
    private Clock clock;

    @Test
    @DisplayName("旧代码下一行不剩，当时的代码仍在；再做一遍也一样")
    void recordsContinueUnderTheNewCode() {
        var head = TestCounty.office(program, "zhen");
        var today = LocalDate.now(clock);
        var village = divisions.children(head.unitCode(), today).getLast().code();
        var next = new DivisionCode(head.unitCode().value() + 597);
        var seventeen = "44128419310101555";
        var number = new CitizenId(seventeen + CitizenId.checkCharacter(seventeen));
        var registered = acts.perform(
                head,
                registerPerson,
                new RegisterPerson.Command(
                        CommandId.fresh(head),
                        "改码人",
                        number,
                        "",
                        Set.of(Category.DEMOBILISED),
                        new RegisterPerson.Spot(village, "1号", "一组"),
                        null,
                        null));
        UUID person = ((RegisterPerson.Outcome.Registered) registered).subject();
        acts.perform(
                head,
                recordVisit,
                new RecordVisit.Command(
                        CommandId.fresh(head),
                        new VisitContent(
                                Map.of(person, Result.MET),
                                today,
                                "REGULAR",
                                "HOME",
                                Set.of(Sent.JOB),
                                "",
                                "",
                                List.of(new Needs.Asked("JOB", "想找工作"))),
                        List.of(),
                        false,
                        false));
        for (int time = 0; time < 2; time++) {
            recode(village, next);
            for (var table : FOLLOWING) {
                assertThat(rows(table, village)).as(table).isZero();
                assertThat(rows(table, next)).as(table).isPositive();
            }
        }
        assertThat(everything
                        .sql("select code_then from visit.visit where code_now = :code limit 1")
                        .param("code", next.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(village.value());
        // The other tests of this program know the village by its own code.
        recode(next, village);
        assertThat(rows("visit.visit", village)).isPositive();
    }

    private void recode(DivisionCode from, DivisionCode to) {
        var today = LocalDate.now(clock);
        new TransactionTemplate(jobs)
                .executeWithoutResult(status -> followers.forEach(follower -> follower.recoded(from, to, today)));
    }

    private long rows(String table, DivisionCode code) {
        return everything
                .sql("select count(*) from " + table + " where code_now = :code")
                .param("code", code.value())
                .query(Long.class)
                .single();
    }
}

package org.rongyi.care.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.network.organisation.AppointStaff;
import org.rongyi.network.organisation.Employment;
import org.rongyi.network.organisation.Establishment;
import org.rongyi.network.organisation.Offices;
import org.rongyi.network.organisation.OpenUnit;
import org.rongyi.network.organisation.RelieveStaff;
import org.rongyi.network.organisation.Staff;
import org.rongyi.network.organisation.TransferStaff;
import org.rongyi.network.organisation.UnfinishedWork;
import org.rongyi.network.organisation.Unit;
import org.rongyi.network.organisation.UnitKind;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.intake.ImportDesk;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("免去或调动之前，岗位上没办完的事要么交出去，要么说明不要了")
class HandOverTest {

    private static final LocalDate ON = LocalDate.of(2021, 7, 1);

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Acts acts;

    @Autowired
    private AppointStaff appointStaff;

    @Autowired
    private RelieveStaff relieveStaff;

    @Autowired
    private TransferStaff transferStaff;

    @Autowired
    private OpenUnit openUnit;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Transactions transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    private Actor.Office officer;
    private AppointStaff.Outcome.Appointed leaving;
    private AppointStaff.Outcome.Appointed staying;
    private UUID elsewhere;
    private List<UUID> persons;

    @BeforeEach
    void aUnitOfTwo() {
        var clerk = TestCounty.office(program, "cun");
        var county = clerk.unitCode().at(Level.COUNTY).value();
        officer = Offices.atWork(program, Role.OFFICER, "交接局" + UUID.randomUUID(), county);
        elsewhere = Offices.open(acts, openUnit, "别处" + UUID.randomUUID(), UnitKind.PARTNER, county, Unit.Details.NONE);
        leaving = appoint(officer.unit(), "要走的");
        staying = appoint(officer.unit(), "留下的");
        persons = everything
                .sql("select person_id from visit.contact where code_now = :code order by person_id limit 2")
                .param("code", clerk.unitCode().value())
                .query(UUID.class)
                .list();
        save(leaving.post(), persons.get(0), "brought=旧");
        save(leaving.post(), persons.get(1), "brought=米");
    }

    @Test
    @DisplayName("存一份草稿只碰这一份：锁比的是草稿上写的单位，不去翻所有的岗位和单位；编在别处的人看不到")
    void theLockLooksAtTheDraftAlone() {
        var plan = transactions.read(
                officer,
                () -> String.join(
                        "\n",
                        jdbc.sql("explain select d.sealed from visit.draft d where d.post_id = :post")
                                .param("post", leaving.post())
                                .query(String.class)
                                .list()));
        assertThat(plan).contains("draft_pkey").doesNotContain("unit u").doesNotContain("post p");
        assertThat(transactions.read(officer, () -> drafts.of(leaving.post()))).hasSize(2);
        var neighbour = TestCounty.office(program, "cun2");
        assertThat(transactions.read(neighbour, () -> drafts.of(leaving.post())))
                .isEmpty();
    }

    @Test
    @DisplayName("页面列出每份草稿是谁的，可交给谁")
    void thePageSaysWhatIsLeftAndWhoCanTakeIt() {
        var name = everything
                .sql("select name from person.person where id = :id")
                .param("id", persons.get(1))
                .query(String.class)
                .single();
        var desk = new ImportDesk(program);
        for (var page : List.of("/relief", "/transfer")) {
            assertThat(ImportDesk.body(desk.look(officer, "/staff/" + leaving.subject() + page)))
                    .contains("走访草稿 2 份", name, "交给留下的", "不再需要，删除");
        }
        assertThat(ImportDesk.body(desk.look(officer, "/staff/" + staying.subject() + "/relief")))
                .doesNotContain("走访草稿");
    }

    @Test
    @DisplayName("没说怎么办，免不了也调不走")
    void workLeftHoldsHimBack() {
        assertThat(relieve(UnfinishedWork.Choice.NONE)).isEqualTo(new RelieveStaff.Outcome.WorkLeft(2));
        assertThat(transfer(UnfinishedWork.Choice.NONE)).isEqualTo(new TransferStaff.Outcome.WorkLeft(2));
        var himself = new UnfinishedWork.Choice(leaving.subject(), false);
        assertThat(relieve(himself)).isInstanceOf(RelieveStaff.Outcome.NoSuccessor.class);
        var stranger = new UnfinishedWork.Choice(appoint(elsewhere, "外人").subject(), false);
        assertThat(transfer(stranger)).isInstanceOf(TransferStaff.Outcome.NoSuccessor.class);
        assertThat(open(leaving.post())).isEqualTo(2);
    }

    @Test
    @DisplayName("交给同单位的人：他接着写得下去；同一个人两边都有的，留较新的")
    void aColleagueGoesOnWhereHeStopped() {
        save(staying.post(), persons.get(0), "brought=新");
        assertThat(relieve(new UnfinishedWork.Choice(staying.subject(), false)))
                .isInstanceOf(RelieveStaff.Outcome.Relieved.class);
        assertThat(open(leaving.post())).isZero();
        assertThat(form(persons.get(0))).isEqualTo("brought=新");
        assertThat(form(persons.get(1))).isEqualTo("brought=米");
    }

    @Test
    @DisplayName("调动也一样，草稿留给原单位，不带走")
    void aTransferLeavesItToTheUnit() {
        assertThat(transfer(new UnfinishedWork.Choice(staying.subject(), false)))
                .isInstanceOf(TransferStaff.Outcome.Transferred.class);
        assertThat(form(persons.get(1))).isEqualTo("brought=米");
    }

    @Test
    @DisplayName("说了不要，草稿就没有了")
    void whatNobodyNeedsIsDropped() {
        assertThat(relieve(new UnfinishedWork.Choice(null, true))).isInstanceOf(RelieveStaff.Outcome.Relieved.class);
        assertThat(open(leaving.post())).isZero();
    }

    private void save(UUID post, UUID person, String form) {
        transactions.write(officer, () -> {
            drafts.save(post, person, form);
            return true;
        });
    }

    private int open(UUID post) {
        return transactions.read(officer, () -> drafts.of(post)).size();
    }

    private String form(UUID person) {
        return transactions.read(
                officer,
                () -> drafts.find(staying.post(), person)
                        .map(Drafts.Draft::form)
                        .orElse(""));
    }

    private RelieveStaff.Outcome relieve(UnfinishedWork.Choice rest) {
        return acts.perform(
                officer, relieveStaff, new RelieveStaff.Command(CommandId.fresh(officer), leaving.subject(), ON, rest));
    }

    private TransferStaff.Outcome transfer(UnfinishedWork.Choice rest) {
        var terms = new Staff.Terms("干部", Role.CLERK, Employment.FULL_TIME, Establishment.ESTABLISHED);
        return acts.perform(
                officer,
                transferStaff,
                new TransferStaff.Command(CommandId.fresh(officer), leaving.subject(), elsewhere, terms, ON, rest));
    }

    private AppointStaff.Outcome.Appointed appoint(UUID unit, String name) {
        var outcome = acts.perform(
                officer,
                appointStaff,
                new AppointStaff.Command(
                        CommandId.fresh(officer),
                        unit,
                        null,
                        "u" + UUID.randomUUID().toString().substring(0, 12),
                        name,
                        "站务员",
                        Role.CLERK,
                        Employment.PART_TIME,
                        Establishment.CONCURRENT,
                        false,
                        LocalDate.of(2020, 1, 1)));
        return (AppointStaff.Outcome.Appointed) outcome;
    }
}

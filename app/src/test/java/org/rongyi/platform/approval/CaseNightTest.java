package org.rongyi.platform.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.people.person.AskCorrection;
import org.rongyi.people.person.CorrectionRequest;
import org.rongyi.people.person.Files;
import org.rongyi.platform.access.Accounts;
import org.rongyi.platform.access.Posts;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.apply.Applied;
import org.rongyi.platform.approval.route.Position.State;
import org.rongyi.platform.documents.issued.IssuedDocument;
import org.rongyi.platform.documents.issued.IssuedDocuments;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.operation.Condition;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("夜间巡检：没有人在等而没人看见")
class CaseNightTest {

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Cases cases;

    @Autowired
    private CaseNight night;

    @Autowired
    private CaseFiles files;

    @Autowired
    private IssuedDocuments documents;

    @Autowired
    private Transactions transactions;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    private Actor.Office town;
    private Actor.Office county;

    @BeforeEach
    void desks() {
        town = TestCounty.office(program, "zhen");
        county = TestCounty.office(program, "xian");
    }

    @Test
    @DisplayName("5 个工作日没有告知是否受理，从收到之日起视为受理，转到县里")
    void silenceIsAcceptance() {
        var id = opened();
        everything
                .sql("update approval.task set due_on = due_on - 40 where case_id = :id and state = 'OPEN'")
                .param("id", id)
                .update();
        night.acceptSilently();
        night.acceptSilently();
        var file = read(id);
        assertThat(file.state()).isEqualTo(State.HANDLING);
        assertThat(file.acceptance().silent()).isTrue();
        assertThat(file.acceptance().on()).isEqualTo(file.receivedOn());
        assertThat(transactions.read(county, () -> cases.events(id)))
                .extracting(CaseEvent::what)
                .containsExactly("代为提交申请", "逾期未告知，视为受理");
        assertThat(transactions.read(county, () -> files.papers(id)))
                .as("有书面的受理通知书，由没有告知的单位出，一份")
                .singleElement()
                .satisfies(paper -> {
                    assertThat(paper.title()).isEqualTo("受理通知书");
                    assertThat(paper.unitName()).isEqualTo(town.unitName());
                    assertThat(text(paper)).contains("行政许可法》第三十二条", "自收到材料之日");
                });
        assertThat(everything
                        .sql("select count(*) from notice.message where record_id = :id and template = 'case.accepted'")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .as("本人收到一条消息")
                .isEqualTo(1);
    }

    @Test
    @DisplayName("逾期的列入上一级的督办清单；再逾期不重复列；巡检之后，没有一件逾期或无人的事不在清单上")
    void whatIsLateStandsOnTheListAbove() {
        var id = opened();
        everything
                .sql("update approval.task set due_on = due_on - 40 where case_id = :id and state = 'OPEN'")
                .param("id", id)
                .update();
        night.raise();
        night.raise();
        var task = transactions.read(county, () -> cases.tasks(id)).getFirst();
        assertThat(task.raised()).isNotNull();
        assertThat(task.raised().name()).isEqualTo(county.unitName());
        assertThat(task.raised().ground()).isEqualTo(Task.Ground.LATE);
        assertThat(transactions.read(county, () -> cases.events(id)))
                .extracting(CaseEvent::what)
                .filteredOn(what -> what.contains("督办"))
                .hasSize(1);
        assertThat(night.unseen()).isEmpty();
    }

    @Test
    @DisplayName("等在没有人的岗位上，没有逾期也列入上一级的督办清单")
    void aPostWithoutAPersonIsSeen() {
        var id = opened();
        everything
                .sql("update approval.task set unit_id = :nobody where case_id = :id and state = 'OPEN'")
                .param("nobody", UUID.randomUUID())
                .param("id", id)
                .update();
        night.raise();
        assertThat(transactions.read(county, () -> cases.tasks(id)).getFirst().raised())
                .satisfies(raised -> assertThat(raised.ground()).isEqualTo(Task.Ground.UNMANNED));
        assertThat(night.unseen()).isEmpty();
    }

    @Test
    @DisplayName("转给一个人办、这个人离岗了：事随岗位走，本单位看得到，记在经过里；不重复")
    void aTaskFollowsThePostWhenItsPersonLeaves() {
        var id = opened();
        var gone = UUID.randomUUID();
        everything
                .sql("update approval.task set assigned_account = :gone, assigned_name = '已调走' where case_id = :id")
                .param("gone", gone)
                .param("id", id)
                .update();
        var task = transactions.read(county, () -> cases.tasks(id)).getFirst();
        assertThat(task.waitsFor(town)).isFalse();
        assertThat(night.deserted()).contains(task.id());
        night.followPosts();
        night.followPosts();
        assertThat(night.deserted()).isEmpty();
        assertThat(transactions.read(county, () -> cases.tasks(id)).getFirst().waitsFor(town))
                .isTrue();
        assertThat(transactions.read(county, () -> cases.events(id)))
                .extracting(CaseEvent::what)
                .filteredOn(what -> what.contains("已不在岗"))
                .hasSize(1);
        var colleague = new Task.Assigned(town.account(), town.name());
        transactions.write(town, () -> {
            var file = cases.lock(id).orElseThrow();
            cases.tasks().assign(file, task, task.desk(), colleague);
            return true;
        });
        night.followPosts();
        assertThat(transactions.read(county, () -> cases.tasks(id)).getFirst().assigned())
                .as("在岗的不动")
                .isEqualTo(colleague);
    }

    @Test
    @DisplayName("中午免去岗位，转给他一个人办的事当时就回到本单位，不等到夜里；还有岗位的不动")
    void aTaskComesBackTheMomentThePostEnds() {
        var id = opened();
        var posts = program.getBean(Posts.class);
        var today = LocalDate.now(program.getBean(Clock.class));
        var account = transactions.write(
                town,
                () -> program.getBean(Accounts.class)
                        .open(new Accounts.NewAccount(
                                "q" + UUID.randomUUID().toString().substring(0, 12), "钱临时", null, false, null)));
        var first = transactions.write(town, () -> posts.open(account, town.unit(), Role.CLERK, today));
        var second = transactions.write(town, () -> posts.open(account, town.unit(), Role.CLERK, today));
        transactions.write(town, () -> {
            var file = cases.lock(id).orElseThrow();
            var task = cases.tasks(id).getFirst();
            cases.tasks().assign(file, task, task.desk(), new Task.Assigned(account, "钱临时"));
            return true;
        });
        assertThat(transactions.write(town, () -> posts.close(first, today))).isTrue();
        assertThat(transactions.read(county, () -> cases.tasks(id)).getFirst().waitsFor(town))
                .isFalse();
        assertThat(transactions.write(town, () -> posts.close(second, today))).isTrue();
        assertThat(transactions.read(county, () -> cases.tasks(id)).getFirst().waitsFor(town))
                .isTrue();
        assertThat(transactions.read(county, () -> cases.events(id)))
                .extracting(CaseEvent::what)
                .filteredOn(what -> what.contains("钱临时已不在岗"))
                .hasSize(1);
        assertThat(night.deserted()).isEmpty();
    }

    @Test
    @DisplayName("送达 7 天没有评价的，按规定计入，和申请人评的分开；决定了还没送达的，送达不满 7 天的，不计")
    void whoSaysNothingIsCountedApart() {
        var id = opened();
        everything.sql("""
                        update approval.case_file
                        set state = 'DECIDED', result = 'AGREED', decided_on = applied_on - 30 where id = :id
                        """).param("id", id).update();
        night.rateByDefault();
        assertThat(rated(id)).as("没有送达，谈不上评价").isEmpty();
        everything.sql("""
                        insert into approval.delivery (case_id, round, person_id, code_now, way, on_day, proof, by_name, by_unit, at)
                        select id, round, person_id, code_now, '当面', :on, '签收', '试', '试', applied_at
                        from approval.case_file where id = :id
                        """).param("id", id).param("on", today().minusDays(7)).update();
        everything
                .sql("update approval.case_file set state = 'CLOSED' where id = :id")
                .param("id", id)
                .update();
        night.rateByDefault();
        assertThat(rated(id)).as("送达才 7 天").isEmpty();
        everything
                .sql("update approval.delivery set on_day = :on where case_id = :id")
                .param("id", id)
                .param("on", today().minusDays(8))
                .update();
        night.rateByDefault();
        night.rateByDefault();
        assertThat(rated(id)).containsExactly("FAIR true");
    }

    private LocalDate today() {
        return LocalDate.now(program.getBean(Clock.class));
    }

    @Test
    @DisplayName("特别程序期间不算逾期，不列督办；恢复计时的，期限顺延，从督办清单上下来")
    void whatStandsStillIsNotLate() {
        var aid = new AidCases(program);
        var id = aid.filed();
        aid.done(town, id, task -> new AcceptCase.Command(CommandId.fresh(town), task, ""));
        aid.letDaysPass(id);
        night.raise();
        assertThat(aid.open(id).raised()).isNotNull();
        aid.done(county, id, task -> new PauseCase.Command(CommandId.fresh(county), task, "等鉴定结论"));
        everything.sql("""
                        update approval.task set raised_unit = null, raised_name = null, raised_level = null,
                                                 raised_ground = null, raised_at = null
                        where case_id = :id
                        """).param("id", id).update();
        night.raise();
        assertThat(aid.open(id).raised()).as("计时停着").isNull();
        assertThat(night.unseen()).doesNotContain(aid.open(id).id());
        everything
                .sql("update approval.case_file set stopped_on = stopped_on - 80 where id = :id")
                .param("id", id)
                .update();
        var above = TestCounty.office(program, "shi");
        everything
                .sql("""
                        update approval.task set raised_unit = :unit, raised_name = :name, raised_level = 2,
                                                 raised_ground = 'LATE', raised_at = opened_at
                        where case_id = :id and state = 'OPEN'
                        """)
                .param("unit", above.unit())
                .param("name", above.unitName())
                .param("id", id)
                .update();
        aid.done(county, id, task -> new ResumeCase.Command(CommandId.fresh(county), task, "鉴定结论到了"));
        assertThat(aid.open(id).due().on()).isAfter(today());
        assertThat(aid.open(id).raised()).isNull();
    }

    @Test
    @DisplayName("省里逾期的，上省厅负责人的清单；省里没有负责人的，管理员在运行状况里看得到，不会没人看见")
    void whatIsLateAtTheProvinceIsSeen() {
        var province = TestCounty.office(program, "sheng");
        var led = opened();
        moved(led, province.unit());
        night.raise();
        assertThat(transactions.read(county, () -> cases.tasks(led)).getFirst().raised())
                .satisfies(raised -> assertThat(raised.unit()).isEqualTo(province.unit()));
        var headless = opened();
        moved(headless, UUID.randomUUID());
        night.raise();
        var task = transactions.read(county, () -> cases.tasks(headless)).getFirst();
        assertThat(task.raised()).isNull();
        assertThat(night.unseen()).contains(task.id());
        assertThat(program.getBean(Condition.class).now().warnings())
                .anySatisfy(warning -> assertThat(warning).contains("没有列进任何一级的督办清单"));
        everything
                .sql("update approval.task set state = 'DROPPED' where id = :id")
                .param("id", task.id())
                .update();
        assertThat(night.unseen()).isEmpty();
    }

    private void moved(UUID id, UUID unit) {
        everything
                .sql(
                        "update approval.task set unit_id = :unit, unit_level = 1, due_on = due_on - 40 where case_id = :id")
                .param("unit", unit)
                .param("id", id)
                .update();
    }

    private List<String> rated(UUID id) {
        return everything
                .sql("select grade || ' ' || by_default from approval.rating where id = :id")
                .param("id", id)
                .query(String.class)
                .list();
    }

    private String text(IssuedDocument paper) {
        var bytes = transactions.read(county, () -> documents.open(paper.id()));
        try (var pdf = Loader.loadPDF(bytes.orElseThrow())) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Somebody new in the village has his phone number put right: the county's own people run out. */
    private UUID opened() {
        var clerk = TestCounty.office(program, "cun");
        var person = new Files(program).register(clerk, "夜间甲", Files.number(), null);
        var request = new CorrectionRequest(null, null, "13800138000", null, null, null, "换了号码");
        var command = new AskCorrection.Command(CommandId.fresh(clerk), person, request, "本人到站口述");
        var outcome = program.getBean(Acts.class).perform(clerk, program.getBean(AskCorrection.class), command);
        return ((Applied.Asked) outcome).subject();
    }

    private CaseFile read(UUID id) {
        return transactions.read(town, () -> cases.find(id)).orElseThrow();
    }
}

package org.rongyi.people.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.AcceptCase;
import org.rongyi.platform.approval.AnswerTask;
import org.rongyi.platform.approval.AskOpinion;
import org.rongyi.platform.approval.AskSupplement;
import org.rongyi.platform.approval.CaseFile;
import org.rongyi.platform.approval.CaseFiles;
import org.rongyi.platform.approval.Cases;
import org.rongyi.platform.approval.DeclineCase;
import org.rongyi.platform.approval.DeliverDecision;
import org.rongyi.platform.approval.DropOpinion;
import org.rongyi.platform.approval.GiveOpinion;
import org.rongyi.platform.approval.LapseCase;
import org.rongyi.platform.approval.PassOn;
import org.rongyi.platform.approval.PauseCase;
import org.rongyi.platform.approval.RateCase;
import org.rongyi.platform.approval.RecallAnswer;
import org.rongyi.platform.approval.ResumeCase;
import org.rongyi.platform.approval.ReturnCase;
import org.rongyi.platform.approval.Task;
import org.rongyi.platform.approval.TaskOutcome;
import org.rongyi.platform.approval.Whom;
import org.rongyi.platform.approval.WithdrawCase;
import org.rongyi.platform.approval.apply.Applied;
import org.rongyi.platform.approval.route.Position.Result;
import org.rongyi.platform.approval.route.Position.State;
import org.rongyi.platform.approval.route.Position.Verdict;
import org.rongyi.platform.documents.attachment.Attachment;
import org.rongyi.platform.documents.attachment.AttachmentKind;
import org.rongyi.platform.documents.attachment.Checked;
import org.rongyi.platform.documents.attachment.DraftFiles;
import org.rongyi.platform.documents.issued.IssuedDocument;
import org.rongyi.platform.documents.issued.IssuedDocuments;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Assurance;
import org.rongyi.platform.kernel.Level;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("更正个人信息：从村里到县里办一件")
class CorrectionCaseTest {

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Acts acts;

    @Autowired
    private Cases cases;

    @Autowired
    private CaseFiles caseFiles;

    @Autowired
    private DraftFiles drafts;

    @Autowired
    private PersonFile file;

    @Autowired
    private Transactions transactions;

    private Files files;
    private Actor.Office village;
    private Actor.Office town;
    private Actor.Office county;
    private Actor.Office chief;

    @BeforeEach
    void desks() {
        village = TestCounty.office(program, "cun");
        town = TestCounty.office(program, "zhen");
        county = TestCounty.office(program, "xian");
        chief = TestCounty.office(program, "juzhang");
        files = new Files(program);
    }

    @Test
    @DisplayName("代办提交，镇街受理，县级初核、核定，档案才改；送达后办结，全过程看得到")
    void fromTheVillageToTheCounty() {
        var person = files.register(village, "张改名", Files.number(), null);
        var id = filed(person, named("张新名"));
        assertThat(view(person).name()).isEqualTo("张改名");
        assertThat(read(id).number()).startsWith("GZXX" + village.unitCode());
        assertThat(open(id).desk().name()).isEqualTo(town.unitName());

        done(town, id, task -> new AcceptCase.Command(id(town), task, "材料齐全"));
        assertThat(read(id).state()).isEqualTo(State.HANDLING);
        assertThat(read(id).acceptance().due()).isNotNull();
        done(county, id, task -> answer(county, task, Verdict.AGREE, ""));
        assertThat(view(person).name()).isEqualTo("张改名");
        done(chief, id, task -> answer(chief, task, Verdict.AGREE, "同意"));
        assertThat(view(person).name()).isEqualTo("张新名");
        assertThat(transactions
                        .read(village, () -> file.history(person, 1))
                        .getFirst()
                        .reason())
                .contains(read(id).number());
        assertThat(read(id).state()).isEqualTo(State.DECIDED);

        var today = LocalDate.now(program.getBean(java.time.Clock.class));
        done(town, id, task -> new DeliverDecision.Command(id(town), task, "HAND", today, "本人签收"));
        assertThat(read(id).state()).isEqualTo(State.CLOSED);
        assertThat(transactions.read(village, () -> cases.events(id)))
                .extracting(event -> event.what())
                .containsExactly("代为提交申请", "受理", "县级初核：同意", "县级核定：同意", "送达：当面送达，本人签收");
        assertThat(jdbc().sql(
                                "select count(*) from approval.event where position(convert_to('签收', 'UTF8') in text_sealed) > 0")
                        .query(Long.class)
                        .single())
                .as("办理的话在库里不是明文")
                .isZero();
    }

    @Test
    @DisplayName("经办与审核分离：初核的人不能核定；别的单位、别的岗位不能代办这一步")
    void nobodyDoesTwoStepsOfOneCase() {
        var person = files.register(village, "李分离", Files.number(), null);
        var id = filed(person, named("李分开"));
        assertThat(perform(village, new AcceptCase.Command(id(village), open(id).id(), "")))
                .isEqualTo(new TaskOutcome.NotYours());
        assertThat(perform(county, new AcceptCase.Command(id(county), open(id).id(), "")))
                .isEqualTo(new TaskOutcome.NotYours());
        done(town, id, task -> new AcceptCase.Command(id(town), task, ""));
        done(county, id, task -> answer(county, task, Verdict.AGREE, ""));
        assertThat(perform(county, answer(county, open(id).id(), Verdict.AGREE, "")))
                .isEqualTo(new TaskOutcome.SamePerson("县级初核"));
        assertThat(view(person).name()).isEqualTo("李分离");
    }

    @Test
    @DisplayName("邻村的人看不到这件，也办不了")
    void theNextVillageSeesNothing() {
        var neighbour = TestCounty.office(program, "cun2");
        var id = filed(files.register(village, "王邻村", Files.number(), null), named("王隔壁"));
        assertThat(transactions.read(neighbour, () -> cases.find(id))).isEmpty();
        assertThat(perform(neighbour, new AcceptCase.Command(id(neighbour), open(id).id(), "")))
                .isEqualTo(new TaskOutcome.NotFound());
    }

    @Test
    @DisplayName("不同意要写理由；档案不动，理由写进决定")
    void aRefusalHasItsReason() {
        var person = files.register(village, "赵不改", Files.number(), null);
        var id = filed(person, named("赵要改"));
        done(town, id, task -> new AcceptCase.Command(id(town), task, ""));
        done(county, id, task -> answer(county, task, Verdict.AGAINST, "与户籍信息不符"));
        assertThat(read(id).state()).as("初核不同意只是意见").isEqualTo(State.HANDLING);
        assertThat(perform(chief, answer(chief, open(id).id(), Verdict.AGAINST, " ")))
                .isInstanceOf(TaskOutcome.Missing.class);
        done(chief, id, task -> answer(chief, task, Verdict.AGAINST, "与户籍信息不符，请先到派出所更正"));
        assertThat(read(id).result()).isEqualTo(Result.REFUSED);
        assertThat(read(id).decision().reason()).isEqualTo("与户籍信息不符，请先到派出所更正");
        assertThat(view(person).name()).isEqualTo("赵不改");
        assertThat(papers(id)).extracting(IssuedDocument::title).containsExactlyInAnyOrder("受理通知书", "不予同意决定书");
        assertThat(text(papers(id), "不予同意决定书")).contains("与户籍信息不符，请先到派出所更正", "行政复议", "人民法院", chief.unitName());
    }

    @Test
    @DisplayName("要改成的号码另有档案：核定不成，什么也没有决定")
    void whatCannotBeDoneIsNotDecided() {
        var taken = Files.number();
        files.register(village, "孙有号", taken, null);
        var person = files.register(village, "孙改号", Files.number(), null);
        var id = filed(person, new CorrectionRequest(null, taken.value(), null, null, null, null, "号码登记错了"));
        done(town, id, task -> new AcceptCase.Command(id(town), task, ""));
        done(county, id, task -> answer(county, task, Verdict.AGREE, ""));
        assertThat(perform(chief, answer(chief, open(id).id(), Verdict.AGREE, "")))
                .isInstanceOf(TaskOutcome.Hindered.class);
        assertThat(read(id).state()).isEqualTo(State.HANDLING);
        assertThat(open(id).zh()).isEqualTo("县级核定");
    }

    @Test
    @DisplayName("补正只通知一次，期间不计时；补来了再受理；期限没到不能终止")
    void aSupplementIsAskedOnce() {
        var id = filed(files.register(village, "周补正", Files.number(), null), named("周正"));
        done(town, id, task -> new AskSupplement.Command(id(town), task, "请补户口簿复印件"));
        assertThat(read(id).state()).isEqualTo(State.SUPPLEMENT);
        assertThat(perform(town, new LapseCase.Command(id(town), open(id).id(), "本人不来")))
                .isEqualTo(new TaskOutcome.NotNow("补正期限未到"));
        var supplement = new SupplementCorrection.Command(id(village), id, named("周正"), "户口簿复印件");
        assertThat(acts.perform(village, program.getBean(SupplementCorrection.class), supplement))
                .isEqualTo(new Applied.Supplemented(id));
        assertThat(read(id).state()).isEqualTo(State.RECEIVED);
        assertThat(perform(town, new AskSupplement.Command(id(town), open(id).id(), "还要一样")))
                .isEqualTo(new TaskOutcome.NotNow("已经通知过一次补正"));
        done(town, id, task -> new DeclineCase.Command(id(town), task, "材料仍不能证明"));
        assertThat(read(id).result()).isEqualTo(Result.NOT_ACCEPTED);
    }

    @Test
    @DisplayName("逾期未补正，核实后终止：通知书写明理由，也写明不服可以向谁、在什么期限内复议和起诉")
    void whatIsNotBroughtLapses() {
        var id = filed(files.register(village, "吴不补", Files.number(), null), named("吴补"));
        done(town, id, task -> new AskSupplement.Command(id(town), task, "请补户口簿复印件"));
        jdbc().sql("update approval.task set due_on = due_on - 60 where case_id = :id and state = 'OPEN'")
                .param("id", id)
                .update();
        done(town, id, task -> new LapseCase.Command(id(town), task, "两次电话，本人不再申请"));
        assertThat(read(id).result()).isEqualTo(Result.LAPSED);
        assertThat(text(papers(id), "终止办理通知书"))
                .contains("两次电话，本人不再申请", "60日内向", "人民政府申请行政复议", "6个月内依法向人民法院提起行政诉讼")
                .doesNotContain("申请复核");
    }

    @Test
    @DisplayName("退回再办；转给同事；加签没答复前不能表态，减签后可以；特别程序期间停表")
    void theOtherWays() {
        var id = filed(files.register(village, "郑多办", Files.number(), null), named("郑办"));
        done(town, id, task -> new AcceptCase.Command(id(town), task, ""));
        done(county, id, task -> new ReturnCase.Command(id(county), task, 0, "请核对户口簿"));
        assertThat(read(id).state()).isEqualTo(State.RECEIVED);
        assertThat(read(id).round()).isEqualTo(2);
        done(town, id, task -> new AcceptCase.Command(id(town), task, "已核对"));

        done(county, id, task -> new PauseCase.Command(id(county), task, "到派出所核实"));
        assertThat(read(id).acceptance().running()).isNull();
        assertThat(perform(county, answer(county, open(id).id(), Verdict.AGREE, "")))
                .isInstanceOf(TaskOutcome.NotNow.class);
        done(county, id, task -> new ResumeCase.Command(id(county), task, "已核实"));

        var before = open(id).id();
        var toTown = new Whom.Target(town.unit(), null);
        assertThat(perform(county, new AskOpinion.Command(id(county), before, toTown, "请上门核实")))
                .isEqualTo(new TaskOutcome.Done(id));
        assertThat(perform(county, answer(county, before, Verdict.AGREE, "")))
                .isInstanceOf(TaskOutcome.Unanswered.class);
        var asked = opinion(id);
        assertThat(perform(town, new DropOpinion.Command(id(town), asked))).isEqualTo(new TaskOutcome.NotYours());
        assertThat(perform(county, new DropOpinion.Command(id(county), asked))).isEqualTo(new TaskOutcome.Done(id));
        assertThat(perform(county, new AskOpinion.Command(id(county), before, toTown, "请上门核实")))
                .isEqualTo(new TaskOutcome.Done(id));
        assertThat(perform(town, new GiveOpinion.Command(id(town), opinion(id), "上门核实无误")))
                .isEqualTo(new TaskOutcome.Done(id));

        var chiefDoesIt = new Whom.Target(county.unit(), chief.account());
        assertThat(perform(county, new PassOn.Command(id(county), before, chiefDoesIt, "本人出差")))
                .isEqualTo(new TaskOutcome.Done(id));
        assertThat(perform(county, answer(county, before, Verdict.AGREE, ""))).isEqualTo(new TaskOutcome.NotYours());
        assertThat(perform(chief, answer(chief, before, Verdict.AGREE, ""))).isEqualTo(new TaskOutcome.Done(id));

        assertThat(perform(chief, new RecallAnswer.Command(id(chief), before, "看错了")))
                .isEqualTo(new TaskOutcome.Done(id));
        assertThat(open(id).zh()).isEqualTo("县级初核");
        assertThat(perform(village, new WithdrawCase.Command(id(village), id, "本人来电不改了")))
                .isEqualTo(new TaskOutcome.Done(id));
        assertThat(read(id).result()).isEqualTo(Result.WITHDRAWN);
    }

    @Test
    @DisplayName("本人提交、本人评价；同一件事在办时不能再提一件；差评进上级的整改清单")
    void byTheVeteranHimself() {
        var person = files.register(village, "钱本人", Files.number(), null);
        var self = new Actor.Self(UUID.randomUUID(), "钱本人", person, Assurance.CHECKED);
        var request = new CorrectionRequest(null, null, "13812345678", null, null, null, "换了号码");
        var asked = acts.perform(
                self, program.getBean(AskCorrection.class), new AskCorrection.Command(id(self), person, request, null));
        var id = ((Applied.Asked) asked).subject();
        assertThat(acts.perform(
                        self,
                        program.getBean(AskCorrection.class),
                        new AskCorrection.Command(id(self), person, request, null)))
                .isEqualTo(new Applied.AlreadyOpen());
        assertThat(perform(self, new RateCase.Command(id(self), id, "WORST", "没人理")))
                .isInstanceOf(TaskOutcome.NotNow.class);
        done(town, id, task -> new AcceptCase.Command(id(town), task, ""));
        done(county, id, task -> answer(county, task, Verdict.AGREE, ""));
        done(chief, id, task -> answer(chief, task, Verdict.AGREE, ""));
        assertThat(view(person).phone()).isEqualTo("138****5678");
        assertThat(perform(self, new RateCase.Command(id(self), id, "WORST", "跑了三趟")))
                .isEqualTo(new TaskOutcome.Done(id));
        assertThat(perform(self, new RateCase.Command(id(self), id, "BEST", "")))
                .isEqualTo(new TaskOutcome.Over());
        assertThat(transactions.read(county, () -> cases.tasks(id)))
                .filteredOn(task -> task.kind() == Task.Kind.COMPLAINT)
                .singleElement()
                .satisfies(task -> {
                    assertThat(task.level()).isEqualTo(Level.CITY);
                    assertThat(task.asked()).isEqualTo("跑了三趟");
                });
    }

    @Test
    @DisplayName("随申请附的材料归到办件里，表单没办成的不归；看得到办件的才打得开")
    void evidenceBelongsToTheCase() {
        var person = files.register(village, "冯材料", Files.number(), null);
        var form = id(village);
        var fit = new Checked.Fit("户口簿.pdf", "application/pdf", new byte[] {1, 2, 3}, new byte[] {9}, 1, false);
        assertThat(transactions.write(village, () -> drafts.keep(village, form, AttachmentKind.EVIDENCE, fit)))
                .isEmpty();
        var command = new AskCorrection.Command(form, person, named("冯材"), "本人到场，不会用手机");
        var outcome = acts.perform(village, program.getBean(AskCorrection.class), command);
        var id = ((Applied.Asked) outcome).subject();
        assertThat(transactions.read(county, () -> caseFiles.evidence(id)))
                .extracting(Attachment::name)
                .containsExactly("户口簿.pdf");
        var neighbour = TestCounty.office(program, "cun2");
        assertThat(transactions.read(neighbour, () -> caseFiles.mayOpen(neighbour, id)))
                .isFalse();
        assertThat(transactions.read(county, () -> caseFiles.mayOpen(county, id)))
                .isTrue();
    }

    private java.util.List<IssuedDocument> papers(UUID id) {
        return transactions.read(county, () -> caseFiles.papers(id));
    }

    private String text(java.util.List<IssuedDocument> papers, String title) {
        var paper = papers.stream()
                .filter(one -> one.title().equals(title))
                .findFirst()
                .orElseThrow();
        var bytes = transactions.read(
                county, () -> program.getBean(IssuedDocuments.class).open(paper.id()));
        try (var pdf = Loader.loadPDF(bytes.orElseThrow())) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private UUID filed(UUID person, CorrectionRequest request) {
        var command = new AskCorrection.Command(id(village), person, request, "本人到场，不会用手机");
        var outcome = acts.perform(village, program.getBean(AskCorrection.class), command);
        return ((Applied.Asked) outcome).subject();
    }

    private static CorrectionRequest named(String name) {
        return new CorrectionRequest(name, null, null, null, null, null, "建档时写错，有身份证");
    }

    private static CommandId id(Actor actor) {
        return CommandId.fresh(actor);
    }

    private static AnswerTask.Command answer(Actor actor, UUID task, Verdict verdict, String opinion) {
        return new AnswerTask.Command(id(actor), task, verdict, opinion, null);
    }

    private void done(Actor.Office actor, UUID id, java.util.function.Function<UUID, Act.Command> command) {
        assertThat(perform(actor, command.apply(open(id).id()))).isEqualTo(new TaskOutcome.Done(id));
    }

    @SuppressWarnings("unchecked") // each command names its act
    private TaskOutcome perform(Actor actor, Act.Command command) {
        var act = program.getBean(command.getClass().getEnclosingClass());
        return acts.perform(actor, (org.rongyi.platform.act.Act<Act.Command, TaskOutcome>) act, command);
    }

    private Task open(UUID id) {
        return transactions.read(county, () -> cases.tasks(id)).stream()
                .filter(task -> task.isOpen() && task.kind() != Task.Kind.OPINION)
                .findFirst()
                .orElseThrow();
    }

    private UUID opinion(UUID id) {
        return transactions.read(county, () -> cases.tasks(id)).stream()
                .filter(task -> task.isOpen() && task.kind() == Task.Kind.OPINION)
                .map(Task::id)
                .findFirst()
                .orElseThrow();
    }

    private CaseFile read(UUID id) {
        return transactions.read(county, () -> cases.find(id)).orElseThrow();
    }

    private PersonFile.View view(UUID person) {
        return transactions.read(village, () -> file.find(person)).orElseThrow();
    }

    private @Nullable JdbcClient everything;

    private JdbcClient jdbc() {
        if (everything == null) {
            everything = program.getBean("jobJdbc", JdbcClient.class);
        }
        return everything;
    }
}

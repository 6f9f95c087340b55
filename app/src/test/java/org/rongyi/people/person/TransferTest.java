package org.rongyi.people.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.care.relief.emergency.AskEmergency;
import org.rongyi.care.relief.emergency.EmergencyCases;
import org.rongyi.demo.TestCounty;
import org.rongyi.network.oversight.FoundByPerson;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.Act.Command;
import org.rongyi.platform.act.Act.Outcome;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.approval.AcceptCase;
import org.rongyi.platform.approval.AcceptTransfer;
import org.rongyi.platform.approval.AskOpinion;
import org.rongyi.platform.approval.AskTransfer;
import org.rongyi.platform.approval.CaseFile;
import org.rongyi.platform.approval.CaseFiles;
import org.rongyi.platform.approval.Cases;
import org.rongyi.platform.approval.DeclineTransfer;
import org.rongyi.platform.approval.GiveOpinion;
import org.rongyi.platform.approval.OtherRaised;
import org.rongyi.platform.approval.Task;
import org.rongyi.platform.approval.TaskOutcome;
import org.rongyi.platform.approval.Transfer;
import org.rongyi.platform.approval.Transfers;
import org.rongyi.platform.approval.Whom;
import org.rongyi.platform.approval.WithdrawCase;
import org.rongyi.platform.approval.apply.Applied;
import org.rongyi.platform.approval.route.Position.State;
import org.rongyi.platform.documents.attachment.AttachmentKind;
import org.rongyi.platform.documents.attachment.AttachmentOwner;
import org.rongyi.platform.documents.attachment.Attachments;
import org.rongyi.platform.documents.attachment.Checked;
import org.rongyi.platform.kernel.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("移送：人搬走了的办件，交给现在负责的地方接着办；期限不重新算，什么也不丢")
class TransferTest extends TwoVillages {

    private static final String MOVED = "人已搬到那边，联系责任也移交了";

    @Autowired
    private Cases cases;

    @Autowired
    private CaseFiles caseFiles;

    @Autowired
    private Transfers transfers;

    @LocalServerPort
    private int port;

    private Actor.Office otherTown;
    private Actor.Office farAway;
    private JdbcClient everything;

    @BeforeEach
    void anotherTown() {
        everything = program.getBean("jobJdbc", JdbcClient.class);
        otherTown = there;
        farAway = there;
    }

    @Test
    @DisplayName("人在这里，不用移送；搬走以后提出，对方接收：材料、经过、文书、申请内容都过去，期限不变，申请人收到消息")
    void whatIsHandedOverGoesOnThere() {
        var person = register("移送甲");
        var file = filed(person);
        assertThat(perform(here, new AskTransfer.Command(id(here), file, MOVED)))
                .isInstanceOf(TaskOutcome.NotNow.class);
        var owner = new AttachmentOwner("approval.case", file, here.unitCode(), person);
        var fit = new Checked.Fit("户口簿.pdf", "application/pdf", new byte[] {4, 2}, new byte[] {9}, 1, false);
        transactions.write(
                here, () -> program.getBean(Attachments.class).add(here, owner, AttachmentKind.EVIDENCE, fit));
        moves(person, farAway);
        var before = read(here, file);
        var due = task(here, file).due();
        assertThat(perform(town, new AskTransfer.Command(id(town), file, MOVED)))
                .isEqualTo(new TaskOutcome.NotYours());
        assertThat(perform(here, new AskTransfer.Command(id(here), file, " "))).isInstanceOf(TaskOutcome.Missing.class);
        var asked = asked(file);
        assertThat(FoundByPerson.records(program, here, person)).as("按他的姓名查留痕").contains(asked);
        assertThat(perform(here, new AskTransfer.Command(id(here), file, MOVED)))
                .isEqualTo(new TaskOutcome.Over());
        assertThat(transactions.read(otherTown, () -> cases.find(file)))
                .as("接收以前看不到办件")
                .isEmpty();
        assertThat(transactions.read(otherTown, () -> transfers.find(asked)))
                .map(Transfer::reason)
                .contains(MOVED);
        assertThat(perform(here, new AcceptTransfer.Command(id(here), asked))).isEqualTo(new TaskOutcome.NotYours());

        assertThat(perform(otherTown, new AcceptTransfer.Command(id(otherTown), asked)))
                .isEqualTo(new TaskOutcome.Done(file));
        assertThat(transactions.read(here, () -> cases.find(file))).isEmpty();
        var after = read(otherTown, file);
        assertThat(after.code()).isEqualTo(farAway.unitCode());
        assertThat(after.receivedOn()).isEqualTo(before.receivedOn());
        assertThat(after.acceptance()).isEqualTo(before.acceptance());
        var waiting = task(otherTown, file);
        assertThat(waiting.desk().unit()).isEqualTo(otherTown.unit());
        assertThat(waiting.due()).as("不重新算").isEqualTo(due);
        assertThat(transactions.read(otherTown, () -> caseFiles.evidence(file))).hasSize(1);
        assertThat(transactions.read(otherTown, () -> cases.events(file)))
                .extracting(event -> event.what())
                .contains("代为提交申请", "移送" + otherTown.unitName())
                .last()
                .asString()
                .contains("接收移送", here.unitName(), otherTown.unitName());
        assertThat(messages("person_id", person))
                .anySatisfy(body -> assertThat(body).contains("已移送" + otherTown.unitName(), "期限不重新算"));
        perform(otherTown, new AcceptCase.Command(id(otherTown), waiting.id(), ""));
        assertThat(read(otherTown, file).state()).isEqualTo(State.HANDLING);
        assertThat(perform(otherTown, new AcceptTransfer.Command(id(otherTown), asked)))
                .isEqualTo(new TaskOutcome.Over());
    }

    @Test
    @DisplayName("退回要写理由，办件留在原处；可以再提；期限过了没有答复，上一级的督办清单上有；办件撤回了，移送不再等")
    void whatIsSentBackStays() {
        var person = register("移送乙");
        var file = filed(person);
        moves(person, farAway);
        var first = asked(file);
        assertThat(perform(otherTown, new DeclineTransfer.Command(id(otherTown), first, "")))
                .isInstanceOf(TaskOutcome.Missing.class);
        assertThat(perform(otherTown, new DeclineTransfer.Command(id(otherTown), first, "还没有搬来")))
                .isEqualTo(new TaskOutcome.Done(first));
        assertThat(perform(otherTown, new AcceptTransfer.Command(id(otherTown), first)))
                .isEqualTo(new TaskOutcome.Over());
        assertThat(read(here, file).code()).isEqualTo(here.unitCode());
        assertThat(task(here, file).desk().unit()).isEqualTo(here.unit());
        assertThat(transactions.read(here, () -> transfers.find(first)).orElseThrow())
                .satisfies(one -> assertThat(one.answer().words()).isEqualTo("还没有搬来"));

        var again = asked(file);
        everything
                .sql("update approval.transfer set due_on = due_on - 30 where id = :id")
                .param("id", again)
                .update();
        var county = TestCounty.office(program, "xian");
        assertThat(raised(county)).anyMatch(line -> line.path().equals("/transfers/" + again));
        assertThat(raised(otherTown)).noneMatch(line -> line.path().equals("/transfers/" + again));
        perform(here, new WithdrawCase.Command(id(here), file, "本人不改了"));
        assertThat(transactions.read(otherTown, () -> transfers.find(again)))
                .map(Transfer::state)
                .contains(Transfer.State.DROPPED);
        assertThat(raised(county)).noneMatch(line -> line.path().equals("/transfers/" + again));
    }

    @Test
    @DisplayName("两处由同一个镇街站受理的，提出就到位，不用等自己答复")
    void oneUnitForBothPlacesNeedsNoAnswer() {
        var person = register("移送丙");
        var file = corrected(person);
        moves(person, there);
        var due = task(town, file).due();
        assertThat(perform(town, new AskTransfer.Command(id(town), file, MOVED)))
                .isEqualTo(new TaskOutcome.Done(file));
        assertThat(read(town, file).code()).isEqualTo(there.unitCode());
        assertThat(task(town, file).due()).isEqualTo(due);
        assertThat(transactions.read(here, () -> cases.find(file))).isEmpty();
        assertThat(transactions.read(there, () -> cases.find(file))).isPresent();
    }

    @Test
    @DisplayName("应急救助在户籍地的村受理：户口迁走的，两个村站之间移送，申请内容跟过去")
    void emergencyAidGoesWhereTheRegistrationIs() {
        var person = register("移送丁");
        var today = LocalDate.now(clock);
        var command = new AskEmergency.Command(
                id(here), person, EmergencyCases.request(today), "本人住院，村里代办", null, null, null);
        var file = ((Applied.Asked) (Outcome) perform(here, command, Applied.class)).subject();
        accepted(there, asked(person, there.unitCode(), PlaceKind.BOTH));
        var asked = ((TaskOutcome.Done) perform(here, new AskTransfer.Command(id(here), file, MOVED))).subject();
        assertThat(perform(there, new AcceptTransfer.Command(id(there), asked))).isEqualTo(new TaskOutcome.Done(file));
        assertThat(everything
                        .sql("select code_now from relief.emergency where id = :id")
                        .param("id", file)
                        .query(Long.class)
                        .single())
                .isEqualTo(there.unitCode().value());
        assertThat(task(there, file).desk().unit()).isEqualTo(there.unit());
        var page =
                Browser.signedIn(port, TestCounty.ensure(program).get("cun2")).get("/cases/" + file);
        assertThat(page.body()).contains("移送丁", "夜里失火，房屋烧毁", "接收移送");
    }

    @Test
    @DisplayName("在办件页上提出，在对方的移送页上看得到、能接收能退回")
    void onThePages() {
        var person = register("移送戊");
        var file = filed(person);
        moves(person, farAway);
        var personas = TestCounty.ensure(program);
        var from = Browser.signedIn(port, personas.get("cun"));
        assertThat(from.get("/cases/" + file).body()).contains("应由别处办", "/cases/" + file + "/transfer");
        var form = java.util.Map.of(
                "_command", org.rongyi.platform.kernel.Ids.next().toString(),
                "_post", from.postOf("/cases/" + file + "/transfer"),
                "reason", MOVED);
        var path = from.post("/cases/" + file + "/transfer", form)
                .headers()
                .firstValue("location")
                .orElseThrow();
        assertThat(path).contains("/transfers/");
        assertThat(from.get("/cases/" + file).body()).contains("已提出移送", otherTown.unitName());
        assertThat(from.get("/transfers").body()).contains("移送戊", "待答复");
        assertThat(Browser.signedIn(port, personas.get("cun2")).get(path).body())
                .contains("接收", "退回");
        assertThat(transactions.read(otherTown, () -> transfers.waiting(otherTown.unit())))
                .extracting(Transfer::caseId)
                .contains(file);
    }

    @Test
    @DisplayName("提出以后、接收以前请人提的意见没有答复：接收以后不再等它，经过里写明；答复了的意见跟过去")
    void whatWasAskedMeanwhileIsNotWaitedFor() {
        var person = register("移送己");
        var file = filed(person);
        moves(person, farAway);
        var asked = asked(file);
        var seat = task(here, file).id();
        var to = new Whom.Target(town.unit(), null);
        perform(here, new AskOpinion.Command(id(here), seat, to, "请核实是否已经搬走"));
        var first = opinion(file);
        perform(town, new GiveOpinion.Command(id(town), first.id(), "已经搬走"));
        perform(here, new AskOpinion.Command(id(here), seat, to, "请再核实搬走的日期"));
        var second = opinion(file);

        assertThat(perform(otherTown, new AcceptTransfer.Command(id(otherTown), asked)))
                .isEqualTo(new TaskOutcome.Done(file));
        assertThat(transactions.read(otherTown, () -> cases.tasks(file)))
                .filteredOn(Task::isOpen)
                .as("只等办的这一步")
                .singleElement()
                .satisfies(task -> assertThat(task.kind()).isEqualTo(Task.Kind.SEAT));
        assertThat(transactions.read(otherTown, () -> cases.events(file)))
                .extracting(event -> event.what())
                .contains(first.zh() + "：已答复", "移送，不再等" + second.whom() + "的意见");
        assertThat(perform(town, new GiveOpinion.Command(id(town), second.id(), "去年九月")))
                .isNotInstanceOf(TaskOutcome.Done.class);
        perform(
                otherTown,
                new AcceptCase.Command(id(otherTown), task(otherTown, file).id(), ""));
        assertThat(read(otherTown, file).state()).isEqualTo(State.HANDLING);
    }

    @Test
    @DisplayName("谁看过我的档案：看移送、看办件下面的页，都记在本人名下，一件一天一次")
    void whoLooksIsFoundOut() {
        var personas = TestCounty.ensure(program);
        var person = register("移送庚");
        var file = filed(person);
        moves(person, farAway);
        var number = read(here, file).number();
        var from = Browser.signedIn(port, personas.get("cun"));
        assertThat(from.get("/cases/" + file + "/transfer").statusCode()).isEqualTo(200);
        assertThat(readings(person)).containsExactly("查看办件 " + number);
        from.get("/cases/" + file);
        from.get("/cases/" + file + "/evidence");
        assertThat(readings(person)).as("一天一次").hasSize(1);
        var asked = asked(file);
        var to = Browser.signedIn(port, personas.get("cun2"));
        assertThat(to.get("/cases/" + file).statusCode()).isEqualTo(404);
        assertThat(readings(person)).hasSize(1);
        assertThat(to.get("/transfers/" + asked).statusCode()).isEqualTo(200);
        assertThat(readings(person)).containsExactlyInAnyOrder("查看办件 " + number, "查看移送 " + number);
    }

    private java.util.List<String> readings(UUID person) {
        return everything
                .sql(
                        "select purpose from audit.trail where subject = :id and act = 'ReadRecord' and purpose like '查看%件%'"
                                + " or subject = :id and act = 'ReadRecord' and purpose like '查看移送 %'")
                .param("id", person)
                .query(String.class)
                .list();
    }

    private Task opinion(UUID file) {
        return transactions.read(here, () -> cases.tasks(file)).stream()
                .filter(task -> task.isOpen() && task.kind() == Task.Kind.OPINION)
                .findFirst()
                .orElseThrow();
    }

    private java.util.List<OtherRaised.Line> raised(Actor.Office reader) {
        return transactions.read(
                reader,
                () -> program.getBeansOfType(OtherRaised.class).values().stream()
                        .flatMap(one -> one.raised(reader).stream())
                        .toList());
    }

    private void moves(UUID person, Actor.Office to) {
        accepted(to, asked(person, to.unitCode(), PlaceKind.BOTH));
    }

    private UUID filed(UUID person) {
        var request = EmergencyCases.request(LocalDate.now(clock));
        var command = new AskEmergency.Command(id(here), person, request, "本人住院，村里代办", null, null, null);
        return ((Applied.Asked) (Outcome) perform(here, command, Applied.class)).subject();
    }

    private UUID corrected(UUID person) {
        var request = new CorrectionRequest("新名", null, null, null, null, null, "登记错了");
        var command = new AskCorrection.Command(id(here), person, request, "本人到场");
        return ((Applied.Asked) (Outcome) perform(here, command, Applied.class)).subject();
    }

    private UUID asked(UUID file) {
        return ((TaskOutcome.Done) perform(here, new AskTransfer.Command(id(here), file, MOVED))).subject();
    }

    private CaseFile read(Actor.Office reader, UUID file) {
        return transactions.read(reader, () -> cases.find(file)).orElseThrow();
    }

    private Task task(Actor.Office reader, UUID file) {
        return transactions.read(reader, () -> cases.tasks(file)).stream()
                .filter(Task::isOpen)
                .findFirst()
                .orElseThrow();
    }

    private java.util.List<String> messages(String column, UUID id) {
        return everything
                .sql("select body from notice.message where " + column + " = :id")
                .param("id", id)
                .query(String.class)
                .list();
    }

    private TaskOutcome perform(Actor.Office actor, Command command) {
        return perform(actor, command, TaskOutcome.class);
    }

    @SuppressWarnings("unchecked") // each command names its act
    private <O extends Outcome> O perform(Actor.Office actor, Command command, Class<O> kind) {
        var act = program.getBean(command.getClass().getEnclosingClass());
        return kind.cast(acts.perform(actor, (Act<Command, Outcome>) act, command));
    }

    private static CommandId id(Actor actor) {
        return CommandId.fresh(actor);
    }
}

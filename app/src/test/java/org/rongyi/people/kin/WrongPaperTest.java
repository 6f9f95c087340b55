package org.rongyi.people.kin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.people.person.Files;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.AcceptCase;
import org.rongyi.platform.approval.CaseFiles;
import org.rongyi.platform.approval.Cases;
import org.rongyi.platform.approval.ReplaceEvidence;
import org.rongyi.platform.approval.Task;
import org.rongyi.platform.approval.TaskOutcome;
import org.rongyi.platform.approval.WithdrawCase;
import org.rongyi.platform.approval.apply.Applied;
import org.rongyi.platform.documents.attachment.Attachment;
import org.rongyi.platform.documents.attachment.AttachmentKind;
import org.rongyi.platform.documents.attachment.AttachmentOwner;
import org.rongyi.platform.documents.attachment.Attachments;
import org.rongyi.platform.documents.attachment.Checked;
import org.rongyi.platform.documents.attachment.DraftFiles;
import org.rongyi.platform.documents.attachment.Papers;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("更换材料：交错的一份由能交的人换，旧的留着、看得出换过；决定以后不换")
class WrongPaperTest {

    private static final String BLURRED = "照片模糊，看不清有效期";

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Cases cases;

    @Autowired
    private CaseFiles files;

    @Autowired
    private Transactions transactions;

    @LocalServerPort
    private int port;

    private Map<String, Personas.Entry> personas = Map.of();
    private Family family;
    private Actor.Office town;
    private UUID file;
    private UUID wrong;

    @BeforeEach
    void aCaseWithAPaper() {
        personas = TestCounty.ensure(program);
        family = new Family(program, "赵换材料");
        town = TestCounty.office(program, "zhen");
        file = ((Applied.Asked) family.ask(family.self, family.person)).subject();
        var owner = new AttachmentOwner("approval.case", file, family.village.unitCode(), family.person);
        wrong = ((Attachments.Added) transactions.write(
                        family.village,
                        () -> program.getBean(Attachments.class)
                                .add(family.village, owner, AttachmentKind.EVIDENCE, paper("模糊.pdf"))))
                .id();
    }

    @Test
    @DisplayName("本人、委托的亲属、受理窗口都能换；理由必填；没选文件不换；换过的不能再换一遍")
    void whoMayHandItInMayExchangeIt() {
        var number = Files.number();
        var wife = family.open(family.give(number, "CORRECTION"), number);
        assertThat(exchange(family.self, wrong, "一.pdf", " ")).isEqualTo(new TaskOutcome.Missing("reason", "请写明为什么更换"));
        assertThat(exchange(family.self, wrong, null, BLURRED))
                .isEqualTo(new TaskOutcome.Missing("evidence", "请选换上的文件"));
        assertThat(exchange(family.self, wrong, "一.pdf", BLURRED)).isEqualTo(new TaskOutcome.Done(file));
        assertThat(exchange(family.self, wrong, "又.pdf", BLURRED)).isInstanceOf(TaskOutcome.Missing.class);
        var first = latest();
        assertThat(first.name()).isEqualTo("一.pdf");
        assertThat(exchange(wife, first.id(), "二.pdf", BLURRED)).isEqualTo(new TaskOutcome.Done(file));
        assertThat(exchange(town, latest().id(), "三.pdf", BLURRED)).isEqualTo(new TaskOutcome.Done(file));
        assertThat(latest().version()).isEqualTo(4);
        assertThat(transactions.read(town, () -> files.replaced(latest())))
                .extracting(Attachment::name)
                .containsExactly("模糊.pdf", "一.pdf", "二.pdf");
        assertThat(transactions.read(town, () -> cases.events(file)))
                .filteredOn(event -> event.what().startsWith("更换材料"))
                .extracting(event -> event.what() + "，" + event.text())
                .containsExactly("更换材料：模糊.pdf，" + BLURRED, "更换材料：一.pdf，" + BLURRED, "更换材料：二.pdf，" + BLURRED);
    }

    @Test
    @DisplayName("没有交的单位、没受委托的、邻村的不能换；决定、撤回以后不能换；另一件的材料换不到这一件")
    void nobodyElseAndNotAfterwards() {
        assertThat(exchange(family.village, wrong, "村.pdf", BLURRED)).isEqualTo(new TaskOutcome.NotYours());
        var neighbour = TestCounty.office(program, "cun2");
        assertThat(exchange(neighbour, wrong, "邻.pdf", BLURRED)).isEqualTo(new TaskOutcome.NotFound());
        assertThat(exchange(family.self, Ids.next(), "假.pdf", BLURRED)).isInstanceOf(TaskOutcome.Missing.class);
        perform(town, new AcceptCase.Command(CommandId.fresh(town), task().id(), ""));
        assertThat(exchange(family.self, wrong, "受理后.pdf", BLURRED)).isEqualTo(new TaskOutcome.Done(file));
        perform(family.self, new WithdrawCase.Command(CommandId.fresh(family.self), file, "不办了"));
        assertThat(exchange(family.self, latest().id(), "晚.pdf", BLURRED)).isInstanceOf(TaskOutcome.NotNow.class);
        assertThat(latest().name()).isEqualTo("受理后.pdf");
    }

    @Test
    @DisplayName("窗口在办件页上换：列表里是新的，旧的还打得开，注明已更换；等着办的收到消息")
    void onThePageOfTheCase() {
        var desk = Browser.signedIn(port, personas.get("zhen"));
        var path = "/cases/" + file;
        assertThat(desk.get(path).body()).contains(path + "/evidence");
        assertThat(Browser.signedIn(port, personas.get("cun")).get(path).body()).doesNotContain(path + "/evidence");
        var form = Map.of(
                "_command", Ids.next().toString(),
                "_post", desk.postOf(path + "/evidence"),
                "wrong", wrong.toString(),
                "reason", BLURRED);
        var nothing = desk.post(path + "/evidence", form);
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.body()).contains("请选换上的文件", BLURRED);
        var done = desk.upload(path + "/evidence", form, "evidence", "清楚.pdf", Papers.pdf(1));
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(desk.get(path).body())
                .contains("清楚.pdf", "已更换：<a href=\"/attachments/" + wrong, "更换材料：模糊.pdf", BLURRED);
        assertThat(desk.get("/attachments/" + wrong).statusCode()).isEqualTo(200);
        assertThat(family.jdbc()
                        .sql("select body from notice.message where topic like 'case.evidence%' and path = :path")
                        .param("path", "/tasks/" + task().id())
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .allSatisfy(body -> assertThat(body).contains("更换过"));
        assertThat(family.jdbc()
                        .sql("select count(*) from audit.trail where subject = :id and act = 'ReplaceEvidence'")
                        .param("id", file)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private TaskOutcome exchange(Actor actor, UUID old, @org.jspecify.annotations.Nullable String name, String why) {
        var form = CommandId.fresh(actor);
        if (name != null) {
            transactions.write(
                    actor,
                    () -> program.getBean(DraftFiles.class).keep(actor, form, AttachmentKind.EVIDENCE, paper(name)));
        }
        return perform(actor, new ReplaceEvidence.Command(form, file, old, why));
    }

    private TaskOutcome perform(Actor actor, Act.Command command) {
        return family.perform(actor, command);
    }

    private static Checked.Fit paper(String name) {
        return new Checked.Fit(name, "application/pdf", name.getBytes(), new byte[] {9}, 1, false);
    }

    private Attachment latest() {
        return transactions.read(town, () -> files.evidence(file)).getFirst();
    }

    private Task task() {
        return transactions.read(town, () -> cases.tasks(file)).stream()
                .filter(Task::isOpen)
                .findFirst()
                .orElseThrow();
    }
}

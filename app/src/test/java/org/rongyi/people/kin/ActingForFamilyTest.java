package org.rongyi.people.kin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.people.person.Files;
import org.rongyi.platform.access.Accounts;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.act.WrongPost;
import org.rongyi.platform.approval.AcceptCase;
import org.rongyi.platform.approval.AidOfTests;
import org.rongyi.platform.approval.CaseFiles;
import org.rongyi.platform.approval.Cases;
import org.rongyi.platform.approval.WithdrawCase;
import org.rongyi.platform.approval.apply.Applied;
import org.rongyi.platform.documents.attachment.AttachmentKind;
import org.rongyi.platform.documents.attachment.AttachmentOwner;
import org.rongyi.platform.documents.attachment.Attachments;
import org.rongyi.platform.documents.attachment.Checked;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Assurance;
import org.rongyi.platform.kernel.CitizenId;
import org.rongyi.platform.kernel.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("亲属代办：只办委托的、只看委托的，两个人的名字都记下，本人知道")
class ActingForFamilyTest {

    private static final String PASSWORD = "Jia-Ren-2026";

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Cases cases;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private Map<String, Personas.Entry> personas;
    private Family family;
    private CitizenId number;
    private UUID mandate;
    private Actor.Kin wife;

    @BeforeEach
    void aVeteranAndHisWife() {
        personas = TestCounty.ensure(program);
        family = new Family(program, "赵老兵");
        number = Files.number();
        mandate = family.give(number, "CORRECTION");
        wife = family.open(mandate, number);
    }

    @Test
    @DisplayName("办的记下两个人的名字：办件、经过、留痕；本人收到消息，在谁看过里看得到；实名等级照样要够")
    void bothNamesAreKept() {
        var unknown = new Actor.Kin(
                wife.account(), wife.name(), mandate, family.person, "配偶", wife.services(), Assurance.DECLARED);
        assertThat(family.ask(unknown, family.person)).isEqualTo(new Applied.NotIdentified(Assurance.CHECKED));
        var id = ((Applied.Asked) family.ask(wife, family.person)).subject();
        var file = transactions.read(family.village, () -> cases.find(id)).orElseThrow();
        assertThat(file.filed().by()).isEqualTo("王秀英（代赵老兵）");
        assertThat(file.filed().mandate()).isEqualTo(mandate);
        assertThat(file.filed().ground()).isEqualTo("亲属代办，配偶");
        assertThat(transactions.read(family.village, () -> cases.events(id)).getFirst())
                .satisfies(event -> assertThat(event.who() + event.what()).isEqualTo("王秀英（代赵老兵）代为提交申请"));
        assertThat(text("select actor_name from audit.trail where subject = :id and act = 'AskCorrection'", id))
                .isEqualTo("王秀英（代赵老兵）");
        assertThat(text(
                        "select body from notice.message where person_id = :id and topic like 'case.family%'",
                        family.person))
                .contains("王秀英（代赵老兵）", "提交申请", file.number());
        var desk = Browser.signedIn(port, personas.get("cun"));
        assertThat(desk.get("/cases/" + id).body()).contains("王秀英（代赵老兵） 代办", "亲属代办，配偶");
        var veteran = signedIn(own());
        assertThat(veteran.get("/cases/" + id).body()).contains("王秀英（代赵老兵）");
        assertThat(veteran.get("/me").body())
                .contains("亲属代办：提交申请，办件 " + file.number(), "配偶王秀英：在用")
                .as("单位的人打开过，也看得到")
                .contains("查看办件 " + file.number());
    }

    @Test
    @DisplayName("看得到自己办的和委托所及的办件、档案首页；别的服务、走访、需求、同意、别人的档案，数据库里就没有")
    void theDatabaseShowsNoMore() {
        var id = ((Applied.Asked) family.ask(wife, family.person)).subject();
        var aid = Ids.next();
        var filing = new Cases.Filing(
                AidOfTests.ID, "帮扶援助", family.person, "赵老兵", family.village.unitCode(), "本人到场", AidOfTests.MATTER);
        transactions.write(family.village, () -> cases.open(family.village, aid, filing));
        transactions.read(wife, () -> {
            assertThat(ids("select id from approval.case_file")).containsExactly(id);
            assertThat(ids("select distinct case_id from approval.event")).containsExactly(id);
            assertThat(ids("select distinct case_id from approval.task")).containsExactly(id);
            assertThat(ids("select id from person.person")).containsExactly(family.person);
            assertThat(ids("select id from person.correction_request")).containsExactly(id);
            for (var table : List.of(
                    "visit.visit",
                    "visit.attendee",
                    "need.need",
                    "consent.reply",
                    "notice.message",
                    "audit.trail",
                    "person.household",
                    "documents.issued")) {
                assertThat(jdbc.sql("select count(*) from " + table)
                                .query(Long.class)
                                .single())
                        .as(table)
                        .isZero();
            }
            return true;
        });
        var other = new Files(program).register(family.village, "别家人", Files.number(), null);
        assertThat(family.ask(wife, other)).isEqualTo(new Applied.NotFound());
        var own = new Cases.Filing(AidOfTests.ID, "帮扶援助", family.person, "赵老兵", family.village.unitCode(), null);
        assertThat(transactions.write(wife, () -> cases.open(wife, Ids.next(), own)))
                .isEqualTo(new Cases.NotGiven());
    }

    @Test
    @DisplayName("只委托了别的事项的，更正一件也看不到、办不了")
    void anotherServiceIsAnotherMandate() {
        var id = ((Applied.Asked) family.ask(wife, family.person)).subject();
        var son = Files.number();
        var aid = family.open(family.give(son, AidOfTests.ID), son);
        assertThat(family.ask(aid, family.person)).isEqualTo(new Applied.NotGiven());
        assertThat(transactions.read(aid, () -> cases.find(id))).isEmpty();
        var withdrawal = new WithdrawCase.Command(CommandId.fresh(aid), id, "不办了");
        assertThat(family.perform(aid, withdrawal).getClass().getSimpleName()).isEqualTo("NotFound");
    }

    @Test
    @DisplayName("撤回申请：自己提交的可以；本人自己提交的不行")
    void whatHeFiledHimselfStaysHis() {
        var id = ((Applied.Asked) family.ask(family.self, family.person)).subject();
        var refused = family.perform(wife, new WithdrawCase.Command(CommandId.fresh(wife), id, "不办了"));
        assertThat(refused.getClass().getSimpleName()).isEqualTo("NotYours");
        family.perform(family.self, new WithdrawCase.Command(CommandId.fresh(family.self), id, "改由家里人办"));
        var second = ((Applied.Asked) family.ask(wife, family.person)).subject();
        var done = family.perform(wife, new WithdrawCase.Command(CommandId.fresh(wife), second, "写错了"));
        assertThat(done.getClass().getSimpleName()).isEqualTo("Done");
    }

    @Test
    @DisplayName("办件里的材料和文书，代办人点得开；本人在谁看过我的档案里看得到；别人的办件的打不开")
    void whatTheCasePageLinksToOpens() {
        var id = ((Applied.Asked) family.ask(wife, family.person)).subject();
        var task = transactions.read(family.village, () -> cases.tasks(id)).getFirst();
        var town = TestCounty.office(program, "zhen");
        family.perform(town, new AcceptCase.Command(CommandId.fresh(town), task.id(), ""));
        var fit = new Checked.Fit("户口簿.pdf", "application/pdf", new byte[] {1, 2, 3}, new byte[] {9}, 1, false);
        var owner = new AttachmentOwner("approval.case", id, family.village.unitCode(), family.person);
        var attachment = (Attachments.Added) transactions.write(
                family.village,
                () -> program.getBean(Attachments.class).add(family.village, owner, AttachmentKind.EVIDENCE, fit));
        var paper = transactions
                .read(town, () -> program.getBean(CaseFiles.class).papers(id))
                .getFirst();
        var phone = signedIn(wife.account());
        assertThat(phone.get("/cases/" + id).body())
                .contains("/attachments/" + attachment.id(), "/documents/" + paper.id() + "/file");
        for (var link : List.of(
                "/attachments/" + attachment.id(),
                "/attachments/" + attachment.id() + "/preview",
                "/documents/" + paper.id() + "/file")) {
            assertThat(phone.get(link).statusCode()).as(link).isEqualTo(200);
        }
        assertThat(signedIn(own()).get("/me").body()).contains("打开材料 户口簿.pdf", "打开文书");
        var stranger = new Family(program, "赵别家");
        var other = ((Applied.Asked) family.ask(stranger.self, stranger.person)).subject();
        var hidden = (Attachments.Added) transactions.write(
                family.village,
                () -> program.getBean(Attachments.class)
                        .add(
                                family.village,
                                new AttachmentOwner("approval.case", other, family.village.unitCode(), stranger.person),
                                AttachmentKind.EVIDENCE,
                                fit));
        assertThat(phone.get("/attachments/" + hidden.id()).statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("代办人自己的首页、表单、办件；填到一半委托撤回，提交不了，说清楚为什么")
    void fromHisPhone() {
        var phone = signedIn(wife.account());
        assertThat(phone.get("/").headers().firstValue("Location")).contains("/kin");
        assertThat(phone.get("/kin").body()).contains("王秀英（代赵老兵）", "更正个人信息", "您是他的配偶");
        var form = phone.get("/kin/correction");
        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(form.body()).contains("您在替赵老兵办", "139****0000").doesNotContain("13900000000");
        var typed = Map.of("name", "赵新名", "category", "DISCHARGED_SOLDIER", "ground", "登记错了");
        var untold = post(phone, "/kin/correction", typed);
        assertThat(untold.statusCode()).as("没有看告知书的不收").isEqualTo(422);
        assertThat(untold.body()).contains("请先看告知书，再勾选");
        var withTick = new LinkedHashMap<>(typed);
        withTick.put("told", "yes");
        var sent = post(phone, "/kin/correction", withTick);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        var path = sent.headers().firstValue("Location").orElseThrow();
        assertThat(phone.get(path).body()).contains("更正姓名").doesNotContain("请您评价");
        assertThat(phone.get("/kin").body()).contains("更正姓名");
        assertThat(text(
                        "select purpose from audit.trail where subject = :id and act = 'ActForFamily' order by at desc limit 1",
                        family.person))
                .contains("查看办件");

        for (var shut : List.of(
                "/me",
                "/me/kin",
                "/me/privacy",
                "/me/cases",
                "/persons",
                "/persons/" + family.person,
                "/cases",
                "/tasks",
                "/visits",
                path + "/archive.zip")) {
            assertThat(phone.get(shut).statusCode()).as(shut).isIn(403, 404);
        }
        var lines = new Family(program, "赵别家");
        assertThat(post(phone, "/me/kin", Map.of("kinName", "谁", "person", lines.person.toString()))
                        .statusCode())
                .isEqualTo(403);

        family.perform(family.self, new EndMandate.Command(CommandId.fresh(family.self), mandate, ""));
        var late = post(phone, path + "/urging", Map.of());
        assertThat(late.statusCode()).isEqualTo(403);
        assertThat(late.body()).contains("亲属委托已经撤回、到期");
        assertThat(phone.get(path).statusCode()).isEqualTo(403);
        assertThat(phone.get("/").body()).contains("没有在用的亲属委托");
    }

    @Test
    @DisplayName("代两位办的，一次只办一位；在一位名下打开的表单，到另一位名下不算")
    void oneAtATime() {
        var brother = new Family(program, "赵兄弟");
        var his = brother.open(brother.give(number, "CORRECTION"), number);
        assertThat(his.account()).isEqualTo(wife.account());
        var form = new CommandId(Ids.next(), mandate);
        assertThatThrownBy(() -> family.perform(his, new WithdrawCase.Command(form, UUID.randomUUID(), "试")))
                .isInstanceOf(WrongPost.class);
        var phone = signedIn(wife.account());
        assertThat(phone.get("/kin").body()).contains("王秀英（代赵老兵）", "王秀英（代赵兄弟）", "办他的事");
        assertThat(phone.post("/active-post", Map.of("post", his.mandate().toString()))
                        .statusCode())
                .isEqualTo(303);
        assertThat(phone.get("/kin/correction").body()).contains("您在替赵兄弟办");
        assertThat(phone.post("/active-post", Map.of("post", Ids.next().toString()))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("自己也是老兵的：平时办自己的，切换以后才替亲属办，切回来还是自己")
    void whoIsAVeteranHimselfChangesHats() {
        var himself = Files.number();
        var veteran = new Files(program).register(family.village, "赵战友", himself, null);
        var as = family.open(family.give(himself, "CORRECTION"), himself);
        var phone = signedIn(as.account());
        assertThat(phone.get("/me").body()).contains("赵战友");
        assertThat(phone.get("/kin").statusCode()).isEqualTo(403);
        phone.post("/active-post", Map.of("post", as.mandate().toString()));
        assertThat(phone.get("/kin").statusCode()).isEqualTo(200);
        assertThat(phone.get("/me").statusCode()).isEqualTo(403);
        phone.post("/active-post", Map.of("post", as.account().toString()));
        assertThat(phone.get("/me").statusCode()).isEqualTo(200);
        assertThat(veteran).isNotEqualTo(family.person);
    }

    @Test
    @DisplayName("窗口的页面：登记、核对、纸条；纸条上的链接设好口令就能登录")
    void atTheCounter() {
        var desk = Browser.signedIn(port, personas.get("cun"));
        var path = "/persons/" + family.person + "/kin";
        assertThat(desk.get(path).body()).contains("王秀英", "在用", "打印委托书");
        assertThat(desk.download("/persons/" + family.person + "/privacy/family/paper"))
                .startsWith('%', 'P', 'D', 'F');
        var post = desk.postOf(path);
        var fields = Map.of("_post", post, "card", "IDENTITY_CARD", "number", number.value(), "present", "yes");
        var slip = post(desk, path + "/" + mandate + "/account", fields);
        assertThat(slip.statusCode()).isEqualTo(200);
        assertThat(slip.body()).contains("替亲属办事", "class=\"qr\"", "72 小时");
        var wrong = post(
                desk,
                path + "/" + mandate + "/account",
                Map.of("_post", post, "card", "", "number", "123", "present", ""));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("请选择看了哪种证件", "代办人不在场不能开通");
        var unsigned = post(
                desk,
                path,
                Map.of(
                        "_post",
                        post,
                        "kinName",
                        "王二",
                        "citizenId",
                        Files.number().value(),
                        "relation",
                        "CHILD",
                        "service",
                        "CORRECTION",
                        "until",
                        family.today().toString(),
                        "basis",
                        "SIGNED"));
        assertThat(unsigned.statusCode()).isEqualTo(422);
        assertThat(unsigned.body()).contains("请附上签了字的委托书", "王二");
        assertThat(Browser.signedIn(port, personas.get("cun2")).get(path).statusCode())
                .isEqualTo(404);
    }

    private UUID own() {
        var accounts = program.getBean(Accounts.class);
        return transactions.write(
                new Actor.Visitor(),
                () -> accounts.open(new Accounts.NewAccount(
                        "k" + UUID.randomUUID().toString().substring(0, 12), "赵老兵", null, false, family.person)));
    }

    private Browser signedIn(UUID account) {
        transactions.write(new Actor.Visitor(), () -> {
            program.getBean(Accounts.class).enable(account, PASSWORD);
            return true;
        });
        var username = text("select username from access.account where id = :id", account);
        var browser = new Browser(port);
        browser.post("/sign-in", Map.of("username", username, "password", PASSWORD));
        return browser;
    }

    private HttpResponse<String> post(Browser browser, String path, Map<String, String> fields) {
        var form = new LinkedHashMap<>(fields);
        form.put("_command", Ids.next().toString());
        form.putIfAbsent("_post", mandate.toString());
        return browser.post(path, form);
    }

    private List<UUID> ids(String sql) {
        return jdbc.sql(sql).query(UUID.class).list();
    }

    private String text(String sql, UUID id) {
        return family.jdbc().sql(sql).param("id", id).query(String.class).single();
    }
}

package org.rongyi.platform.stopped;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.care.visit.CorrectVisit;
import org.rongyi.care.visit.RecordVisit;
import org.rongyi.care.visit.Result;
import org.rongyi.care.visit.Sent;
import org.rongyi.care.visit.VisitContent;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.OtherRaised;
import org.rongyi.platform.database.Superuser;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@RongyiTest
@DisplayName("被拦下的话：当场请上级复核，封存着等；放行的一字不差只进一次，不予录入的当即销毁；过期的再上一级看得到")
class StoppedTest {

    /** Of other units, more than a list takes, and more urgent. */
    private static final String OTHERS = """
            insert into stopped.words (id, account_id, asked_name, unit_id, unit_name, field, multipart, print, asked_at, due_on,
                                       decider_unit, decider_name)
            select gen_random_uuid(), gen_random_uuid(), '别处的人', w.unit_id, w.unit_name, w.field, false, 'x' || n, w.asked_at,
                   w.due_on - 60, gen_random_uuid(), '别处的负责人'
            from stopped.words w cross join generate_series(1, 201) n
            where w.id = 'WORDS'
            """;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Acts acts;

    @Autowired
    private Transactions transactions;

    @Autowired
    private AskForRelease ask;

    @Autowired
    private ReleaseWords release;

    @Autowired
    private RefuseWords refuse;

    @Autowired
    private WithdrawWords withdraw;

    @Autowired
    private StoppedTexts texts;

    @Autowired
    private RaisedWords raised;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    @Autowired
    private Clock clock;

    @LocalServerPort
    private int port;

    private Map<String, Personas.Entry> personas;
    private Actor.Office clerk;
    private String text;

    @BeforeEach
    void county() {
        personas = TestCounty.ensure(program);
        clerk = TestCounty.office(program, "cun");
        text = "小区门口的招牌写着 91234部队 饭店，" + Ids.next();
    }

    @Test
    @DisplayName("放行以前进不去；放行以后一字不差进一次，第二次又拦下；多一个字也拦下")
    void exactlyThatTextOnce() {
        assertThat(record(text)).isInstanceOf(RecordVisit.Outcome.Objected.class);
        var words = asked();
        assertThat(record(text)).isInstanceOf(RecordVisit.Outcome.Objected.class);
        var leader = decider(words);
        assertThat(acts.perform(clerk, ask, command())).isInstanceOf(AskForRelease.Outcome.WaitsAlready.class);
        assertThat(acts.perform(leader, release, new ReleaseWords.Command(CommandId.fresh(leader), words, "饭店的招牌")))
                .isInstanceOf(WordsOutcome.Decided.class);
        assertThat(record(text + "。")).isInstanceOf(RecordVisit.Outcome.Objected.class);
        assertThat(record(text)).isInstanceOf(RecordVisit.Outcome.Recorded.class);
        assertThat(record(text)).isInstanceOf(RecordVisit.Outcome.Objected.class);
        assertThat(transactions.read(clerk, () -> texts.find(words)).orElseThrow())
                .matches(one -> one.used() != null && one.textSealed() == null && one.formSealed() == null);
    }

    @Test
    @DisplayName("放行的话随办成的事用掉，先于撤不回的（写密钥文件）：用不成，那件也不做")
    void isUsedBeforeWhatIsNotUndone() {
        var words = asked();
        var leader = decider(words);
        acts.perform(leader, release, new ReleaseWords.Command(CommandId.fresh(leader), words, "饭店的招牌"));
        var used = new ArrayList<Boolean>();
        transactions.write(clerk, () -> {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    used.add(texts.find(words).orElseThrow().used() != null);
                }
            });
            return texts.isReleased(text);
        });
        assertThat(used).containsExactly(true);
    }

    @Test
    @DisplayName("不予录入：内容当即销毁；写的人自己决定不了，同村的人打不开")
    void refusedIsDestroyed() {
        var words = asked();
        var leader = decider(words);
        assertThat(acts.perform(leader, refuse, new RefuseWords.Command(CommandId.fresh(leader), words, " ")))
                .isInstanceOf(WordsOutcome.NoReason.class);
        var beside = TestCounty.besides(program, clerk, Role.LEADER);
        assertThat(acts.perform(beside, release, new ReleaseWords.Command(CommandId.fresh(beside), words, "放行")))
                .isInstanceOf(WordsOutcome.NotFound.class);
        assertThat(acts.perform(leader, refuse, new RefuseWords.Command(CommandId.fresh(leader), words, "拿不准")))
                .isInstanceOf(WordsOutcome.Decided.class);
        assertThat(transactions.read(clerk, () -> texts.find(words)).orElseThrow())
                .matches(one ->
                        one.state() == Stopped.State.REFUSED && one.textSealed() == null && one.formSealed() == null);
        assertThat(record(text)).isInstanceOf(RecordVisit.Outcome.Objected.class);
    }

    @Test
    @DisplayName("没有复核以前，写的人可以撤回，内容当即销毁；别人撤不了，撤回了谁也放行不了，有了结果的撤不回")
    void itsWriterWithdraws() {
        var words = asked();
        var leader = decider(words);
        assertThat(acts.perform(leader, withdraw, new WithdrawWords.Command(CommandId.fresh(leader), words)))
                .isInstanceOf(WithdrawWords.Outcome.NotFound.class);
        assertThat(acts.perform(clerk, withdraw, new WithdrawWords.Command(CommandId.fresh(clerk), words)))
                .isInstanceOf(WithdrawWords.Outcome.Withdrawn.class);
        assertThat(transactions.read(clerk, () -> texts.find(words)).orElseThrow())
                .matches(one ->
                        one.state() == Stopped.State.WITHDRAWN && one.textSealed() == null && one.formSealed() == null);
        assertThat(acts.perform(leader, release, new ReleaseWords.Command(CommandId.fresh(leader), words, "饭店的招牌")))
                .isInstanceOf(WordsOutcome.NothingWaits.class);
        assertThat(record(text)).isInstanceOf(RecordVisit.Outcome.Objected.class);
        var again = asked();
        acts.perform(leader, release, new ReleaseWords.Command(CommandId.fresh(leader), again, "饭店的招牌"));
        assertThat(acts.perform(clerk, withdraw, new WithdrawWords.Command(CommandId.fresh(clerk), again)))
                .isInstanceOf(WithdrawWords.Outcome.NothingWaits.class);
        var onPaper = asked(text + "，再看");
        assertThat(at("cun").get("/stopped-words/" + onPaper).body()).contains("撤回");
        assertThat(at("cun")
                        .post("/stopped-words/" + onPaper + "/withdrawal", form())
                        .statusCode())
                .isEqualTo(303);
        assertThat(at("cun").get("/stopped-words/" + onPaper).body())
                .contains("已撤回", "这段话已经不在这里")
                .doesNotContain(text);
    }

    @Test
    @DisplayName("复核的人打开看，记在留痕里；写的人看自己的不记")
    void whoReadsItIsTraced() {
        var words = asked();
        at("cun").get("/stopped-words/" + words);
        assertThat(readings(words)).isEmpty();
        assertThat(at("zhen").get("/stopped-words/" + words).body()).contains(text);
        assertThat(readings(words))
                .containsExactly(TestCounty.office(program, "zhen").name() + "：打开等复核的话");
    }

    @Test
    @DisplayName("放行过、已经在记录里的话，以后更正别处，谁更正都照样过；改动一个字又拦下")
    void whatStandsInTheRecordStays() {
        var words = asked();
        var leader = decider(words);
        acts.perform(leader, release, new ReleaseWords.Command(CommandId.fresh(leader), words, "饭店的招牌"));
        var visit = ((RecordVisit.Outcome.Recorded) record(text)).subject();
        assertThat(correct(clerk, visit, 1, "大米一袋", text)).isInstanceOf(CorrectVisit.Outcome.Corrected.class);
        var town = TestCounty.office(program, "zhen");
        assertThat(correct(town, visit, 2, "食用油一桶", text)).isInstanceOf(CorrectVisit.Outcome.Corrected.class);
        assertThat(correct(town, visit, 3, "食用油一桶", text + "。")).isInstanceOf(CorrectVisit.Outcome.Objected.class);
        assertThat(correct(town, visit, 3, text, text)).isInstanceOf(CorrectVisit.Outcome.Objected.class);
    }

    @Test
    @DisplayName("等在别的单位的再多，也先挑出自己单位的：一条不漏")
    void onesOwnAreNotLostAmongOthers() throws SQLException {
        var words = asked();
        var leader = decider(words);
        var above = leader.unit().equals(TestCounty.office(program, "juzhang").unit())
                ? TestCounty.besides(program, TestCounty.office(program, "shi"), Role.LEADER)
                : TestCounty.office(program, "juzhang");
        try (var connection = new Superuser(program).connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate(OTHERS.replace("WORDS", words.toString()));
            try {
                assertThat(transactions.read(
                                leader, () -> program.getBean(Deciders.class).waitingFor(leader)))
                        .extracting(Stopped::id)
                        .contains(words);
                statement.executeUpdate("update stopped.words set due_on = due_on - 30 where id = '" + words + "'");
                assertThat(lines(above)).anyMatch(line -> line.path().endsWith(words.toString()));
            } finally {
                statement.executeUpdate("delete from stopped.words where asked_name = '别处的人'");
            }
        }
    }

    @Test
    @DisplayName("过了期限没有复核，列在再上一级的督办清单上，他从此也能复核")
    void itPassesUp() {
        var words = asked();
        var city = TestCounty.besides(program, TestCounty.office(program, "shi"), Role.LEADER);
        assertThat(lines(city)).noneMatch(line -> line.path().endsWith(words.toString()));
        assertThat(transactions.read(
                        city,
                        () -> program.getBean(Deciders.class)
                                .mayDecide(city, texts.find(words).orElseThrow())))
                .isFalse();
        everything
                .sql("update stopped.words set due_on = due_on - 30 where id = :id")
                .param("id", words)
                .update();
        var found = everything
                .sql("select decider_unit from stopped.words where id = :id")
                .param("id", words)
                .query(UUID.class)
                .single();
        assertThat(found).isNotEqualTo(clerk.unit());
        var above = found.equals(TestCounty.office(program, "juzhang").unit())
                ? city
                : TestCounty.office(program, "juzhang");
        assertThat(lines(above)).anyMatch(line -> line.path().endsWith(words.toString()));
        assertThat(acts.perform(above, release, new ReleaseWords.Command(CommandId.fresh(above), words, "饭店的招牌")))
                .isInstanceOf(WordsOutcome.Decided.class);
    }

    @Test
    @DisplayName("页面上：被拦下的那一格下面能请上级复核，一并填的都在；放行后照原样提交；别人打不开")
    void onThePages() {
        var fields = new HashMap<String, String>();
        fields.put("_ask", "said");
        fields.put("said", text);
        fields.put("brought", "大米一袋");
        var answer = at("cun").post("/stopped-words", fields);
        assertThat(answer.statusCode()).isEqualTo(303);
        var path = answer.headers().firstValue("Location").orElseThrow();
        assertThat(at("cun").get(path).body()).contains("等复核", text);
        assertThat(at("cun2").get(path).statusCode()).isEqualTo(404);
        assertThat(at("cun").get("/stopped-words").body()).contains(path);
        assertThat(at("cun").get("/").body()).contains("您提请复核的一段话");
        var words = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        var leader = decider(words);
        acts.perform(leader, release, new ReleaseWords.Command(CommandId.fresh(leader), words, "饭店的招牌"));
        assertThat(at("cun").get(path).body()).contains("放行", "大米一袋");
        var ordinary = at("cun").post("/stopped-words", Map.of("_ask", "said", "said", "天气很好", "brought", "大米一袋"));
        assertThat(ordinary.statusCode()).isEqualTo(422);
        assertThat(ordinary.body()).contains("不用复核", "天气很好", "大米一袋");
        var long5000 = at("cun").post("/stopped-words", Map.of("_ask", "said", "said", text.repeat(100)));
        assertThat(long5000.statusCode()).isEqualTo(422);
        assertThat(long5000.body()).contains("内容太长", text);
        assertThat(AskForRelease.path("//elsewhere.cn/x")).isNull();
    }

    @Test
    @DisplayName("上级只有提请的人自己领导的，再往上找；到期以后也只交给有负责人的那一级")
    void oneselfIsNobodyAbove() {
        var leader = TestCounty.office(program, "zhen");
        assertThat(leader.role()).isEqualTo(Role.LEADER);
        for (var asker : List.of(asking(leader.account(), null), asking(clerk.account(), leader.account()))) {
            assertThat(transactions.read(
                            asker, () -> program.getBean(Deciders.class).of(asker)))
                    .hasValueSatisfying(decider -> assertThat(decider.name()).doesNotContain(leader.name()));
        }
    }

    /** At the village, of this account. */
    private Actor.Office asking(UUID account, @Nullable UUID actingFor) {
        return new Actor.Office(
                account,
                clerk.name(),
                clerk.post(),
                clerk.unit(),
                clerk.unitName(),
                clerk.unitCode(),
                clerk.role(),
                clerk.level(),
                clerk.scope(),
                clerk.countyless(),
                actingFor);
    }

    private List<OtherRaised.Line> lines(Actor.Office reader) {
        return transactions.read(reader, () -> raised.raised(reader));
    }

    private List<String> readings(UUID words) {
        return everything
                .sql("select actor_name || '：' || purpose from audit.trail where act = 'ReadRecord' and subject = :id")
                .param("id", words)
                .query(String.class)
                .list();
    }

    private Map<String, String> form() {
        return Map.of("_command", Ids.next().toString(), "_post", clerk.post().toString());
    }

    private AskForRelease.Command command() {
        return command(text);
    }

    private AskForRelease.Command command(String typed) {
        return new AskForRelease.Command(
                CommandId.fresh(clerk), "said", typed, "/visits/new", false, "said=x&brought=y");
    }

    private UUID asked() {
        return asked(text);
    }

    private UUID asked(String typed) {
        var outcome = acts.perform(clerk, ask, command(typed));
        assertThat(outcome).isInstanceOf(AskForRelease.Outcome.Waits.class);
        return ((AskForRelease.Outcome.Waits) outcome).subject();
    }

    /** A leader of the unit that was asked. */
    private Actor.Office decider(UUID words) {
        var unit = everything
                .sql("select decider_unit from stopped.words where id = :id")
                .param("id", words)
                .query(UUID.class)
                .single();
        return List.of("zhen", "xian", "juzhang", "shi").stream()
                .map(name -> TestCounty.office(program, name))
                .filter(one -> one.unit().equals(unit))
                .findFirst()
                .map(one -> one.role() == Role.LEADER ? one : TestCounty.besides(program, one, Role.LEADER))
                .orElseThrow();
    }

    private RecordVisit.Outcome record(String said) {
        return acts.perform(
                clerk,
                program.getBean(RecordVisit.class),
                new RecordVisit.Command(CommandId.fresh(clerk), content("", said), List.of(), false, true));
    }

    private CorrectVisit.Outcome correct(Actor.Office by, UUID visit, int version, String brought, String said) {
        return acts.perform(
                by,
                program.getBean(CorrectVisit.class),
                new CorrectVisit.Command(CommandId.fresh(by), visit, version, content(brought, said), "补记"));
    }

    private VisitContent content(String brought, String said) {
        var person = everything
                .sql("select person_id from visit.contact where code_now = :code and active order by person_id desc"
                        + " limit 1")
                .param("code", clerk.unitCode().value())
                .query(UUID.class)
                .single();
        return new VisitContent(
                Map.of(person, Result.MET),
                LocalDate.now(clock),
                "REGULAR",
                "VIDEO",
                Set.of(Sent.HELP),
                brought,
                said,
                List.of());
    }

    private Browser at(String persona) {
        return Browser.signedIn(port, personas.get(persona));
    }
}

package org.rongyi.career.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
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
import org.rongyi.career.reception.rule.Discharge;
import org.rongyi.career.reception.rule.Rank;
import org.rongyi.career.reception.scoring.AddScorePages;
import org.rongyi.career.reception.scoring.AnswerScoreObjection;
import org.rongyi.career.reception.scoring.ClearStop;
import org.rongyi.career.reception.scoring.DecideScore;
import org.rongyi.career.reception.scoring.EnterScore;
import org.rongyi.career.reception.scoring.EnteredAs;
import org.rongyi.career.reception.scoring.Entry;
import org.rongyi.career.reception.scoring.ObjectToScore;
import org.rongyi.career.reception.scoring.ReopenScore;
import org.rongyi.career.reception.scoring.ScorePages;
import org.rongyi.career.reception.scoring.Scores;
import org.rongyi.career.reception.scoring.ScoringState;
import org.rongyi.career.reception.scoring.TakeScorePageAway;
import org.rongyi.career.reception.scoring.web.ScoreDesk;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.documents.attachment.Attachment;
import org.rongyi.platform.documents.attachment.AttachmentKind;
import org.rongyi.platform.documents.attachment.AttachmentReaders;
import org.rongyi.platform.documents.attachment.Checked;
import org.rongyi.platform.documents.attachment.DraftFiles;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.removal.ConfirmRemoval;
import org.rongyi.platform.removal.ProposeRemoval;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("量化评分：部队的表、自己审档、不一致由市级认定，本人看得到每一分")
class ScoringTest {

    private static final LocalDate LEFT = LocalDate.of(2022, 9, 1);
    private static final String PRAISE = "placement.score.peace.praise";

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Transactions transactions;

    @LocalServerPort
    private int port;

    private Handed handed;
    private UUID person;
    private UUID id;

    @BeforeEach
    void sergeantOfSixteenYears() {
        handed = new Handed(program);
        person = handed.person("郑评分");
        id = handed.received(person, Handed.sergeant(LEFT.minusYears(16), LEFT));
    }

    @Test
    @DisplayName("两次录入一致：按标准算出，52 + 10 + 1.5 = 63.5，公示五个工作日")
    void whatAgreesStands() {
        var lines = lines("peace.third", 1, "peace.praise", 3);
        assertThat(enter(EnteredAs.OFFICE, lines, null)).isEqualTo(new EnterScore.Outcome.NotNow());
        enter(EnteredAs.ARMY, lines, new BigDecimal("63.50"));
        assertThat(enter(EnteredAs.OFFICE, lines, null))
                .isEqualTo(new EnterScore.Outcome.Entered(id, ScoringState.SETTLED));
        assertThat(standing().total()).isEqualByComparingTo("63.5");
        assertThat(standing().until()).isAfterOrEqualTo(handed.today.plusDays(5));
        assertThat(enter(EnteredAs.OFFICE, lines, null)).isEqualTo(new EnterScore.Outcome.NotNow());
    }

    @Test
    @DisplayName("差一次嘉奖就报市级，两边都给看；录过的人不认定，认定要有理由")
    void whatDiffersGoesToTheCity() {
        enter(EnteredAs.ARMY, lines("peace.praise", 3), null);
        enter(EnteredAs.OFFICE, lines("peace.praise", 2), null);
        assertThat(standing().state()).isEqualTo(ScoringState.DIFFERS);
        assertThat(standing().reasons()).singleElement().asString().contains("部队 3 次，审档 2 次");
        show("peace.praise");
        assertThat(decide(handed.city, lines("peace.praise", 2), "")).isEqualTo(new DecideScore.Outcome.NoReason());
        assertThat(decide(handed.city, lines("peace.praise", 2), "第三次嘉奖没有登记表"))
                .isEqualTo(new DecideScore.Outcome.Decided(id));
        assertThat(standing().total()).isEqualByComparingTo("53");
    }

    @Test
    @DisplayName("评分表上写的总分与按标准算的不同，也要认定；总分太高的再核一次；录入的人自己不审档，也不把不同改没")
    void aWrongTotalAndAnOutlierGoToTheCity() {
        enter(EnteredAs.ARMY, lines("peace.praise", 1), new BigDecimal("60"));
        enter(EnteredAs.OFFICE, lines("peace.praise", 1), null);
        assertThat(standing().reasons()).singleElement().asString().contains("写 60 分", "算是 52.5 分");
        var merits = lines("war.first", 2);
        assertThat(enter(EnteredAs.ARMY, merits, null)).isEqualTo(new EnterScore.Outcome.SamePerson());
        enter(handed.colleague, id, EnteredAs.ARMY, merits, null);
        assertThat(enter(EnteredAs.OFFICE, merits, null)).isEqualTo(new EnterScore.Outcome.SamePerson());
        enter(handed.officer, id, EnteredAs.OFFICE, merits, null);
        assertThat(standing().reasons()).singleElement().asString().contains("212 分，高于 200 分");
    }

    @Test
    @DisplayName("那天的标准里没有分值的项目，两边一致也不悄悄算零分：报市级，市级写明理由认定")
    void whatHasNoPointsGoesToTheCity() {
        var lines = lines("peace.praise", 1, "operation.third", 1);
        enter(EnteredAs.ARMY, lines, null);
        assertThat(enter(EnteredAs.OFFICE, lines, null))
                .isEqualTo(new EnterScore.Outcome.Entered(id, ScoringState.DIFFERS));
        assertThat(standing().reasons()).singleElement().asString().contains("重大非战争军事行动奖励：三等功", "没有见到分值", "请市级写明理由认定");
        show("operation.third");
        assertThat(decide(handed.city, lines, "")).isEqualTo(new DecideScore.Outcome.NoReason());
        assertThat(decide(handed.city, lines, "2018 年办法没有这一项，不计分")).isEqualTo(new DecideScore.Outcome.Decided(id));
        assertThat(standing().total()).isEqualByComparingTo("52.5");
    }

    @Test
    @DisplayName("互相矛盾的停下，另一人核对以后才报市级；矛盾的不能认定")
    void whatCannotBeIsStopped() {
        var impossible = lines("hard.6", 190, "tibet.4", 20);
        enter(EnteredAs.ARMY, impossible, null);
        assertThat(standing().state()).isEqualTo(ScoringState.STOPPED);
        assertThat(clear(handed.officer)).isEqualTo(new ClearStop.Outcome.SamePerson());
        assertThat(clear(handed.chief)).isEqualTo(new ClearStop.Outcome.Cleared(id));
        enter(EnteredAs.OFFICE, lines("hard.6", 190), null);
        assertThat(standing().state()).isEqualTo(ScoringState.DIFFERS);
        show("hard.6");
        show("tibet.4");
        assertThat(decide(handed.city, impossible, "照部队的")).isInstanceOf(DecideScore.Outcome.Wanting.class);
    }

    @Test
    @DisplayName("报市级认定的，争的每一项凭的那一页要先传上来；高得出奇的，审档的每一项都要")
    void theCityDecidesOnThePages() {
        enter(EnteredAs.ARMY, lines("peace.praise", 3, "peace.third", 1), null);
        enter(EnteredAs.OFFICE, lines("peace.praise", 2, "peace.third", 1), null);
        var found = lines("peace.praise", 2, "peace.third", 1);
        assertThat(decide(handed.city, found, "没有登记表")).isEqualTo(new DecideScore.Outcome.NoPages(List.of("平时奖励：嘉奖")));
        assertThat(add("peace.none", 1)).isEqualTo(new AddScorePages.Outcome.NotFound());
        assertThat(add("peace.praise", 0)).isEqualTo(new AddScorePages.Outcome.NoPage());
        show("peace.praise");
        assertThat(decide(handed.city, found, "没有登记表")).isEqualTo(new DecideScore.Outcome.Decided(id));

        var outlier = handed.received(handed.person("郑高分"), Handed.sergeant(LEFT.minusYears(16), LEFT));
        var merits = lines("war.first", 2, "peace.praise", 1);
        enter(outlier, EnteredAs.ARMY, merits, null);
        enter(outlier, EnteredAs.OFFICE, merits, null);
        id = outlier;
        assertThat(decide(handed.city, merits, "核过"))
                .isEqualTo(new DecideScore.Outcome.NoPages(List.of("平时奖励：嘉奖", "战时奖励：一等功")));
    }

    @Test
    @DisplayName("凭据页：审档的、市级打得开，本人公示以后打得开；传错的写明为什么撤下，认定以后不撤")
    void thePageIsOpenToWhoIsConcerned() {
        enter(EnteredAs.ARMY, lines("peace.praise", 1), null);
        show("peace.praise");
        show("year.first");
        var himself = handed.himself(person);
        assertThat(opens(handed.colleague)).isTrue();
        assertThat(opens(handed.city)).isTrue();
        assertThat(opens(himself)).isFalse();
        var wrong = pages().get("placement.score.year.first").getFirst();
        assertThat(takeAway(wrong, " ")).isInstanceOf(TakeScorePageAway.Outcome.Wanting.class);
        assertThat(takeAway(wrong, "传成了别人的")).isEqualTo(new TakeScorePageAway.Outcome.TakenAway(id));
        assertThat(takeAway(wrong, "传成了别人的")).isEqualTo(new TakeScorePageAway.Outcome.NotFound());
        assertThat(pages().keySet()).containsExactly("placement.score.peace.praise");
        enter(EnteredAs.OFFICE, lines("peace.praise", 1), null);
        assertThat(opens(himself)).isTrue();
        var settled = pages().get("placement.score.peace.praise").getFirst();
        assertThat(takeAway(settled, "不想给人看")).isEqualTo(new TakeScorePageAway.Outcome.NotNow());
    }

    @Test
    @DisplayName("认定以后不再传凭据页；重新审档以后可以再传，后传的传错了撤得下，认定时凭的那一页留着，照样打得开")
    void whatASettledScoreRestsOnStays() {
        enter(EnteredAs.ARMY, lines("peace.praise", 1), null);
        show("peace.praise");
        enter(EnteredAs.OFFICE, lines("peace.praise", 1), null);
        assertThat(add("peace.praise", 1)).isEqualTo(new AddScorePages.Outcome.Settled());
        assertThat(pages().get(PRAISE)).hasSize(1);
        var page = "/receptions/" + id + "/score/pages?item=" + PRAISE;
        var browser = Browser.signedIn(port, TestCounty.ensure(program).get("xian"));
        assertThat(browser.get(page).body()).contains("不再上传", "得分已经认定").doesNotContain("name=\"pages\"", "撤下</button>");
        assertThat(browser.get("/receptions/" + id + "/score").body())
                .contains("按哪张表评分", "peace.praise.pdf")
                .doesNotContain("再传、撤下");
        var reason = new ReopenScore.Command(CommandId.fresh(handed.chief), id, "多算了一次", "政治机关复函第 5 号");
        assertThat(handed.perform(handed.chief, ReopenScore.class, reason))
                .isEqualTo(new ReopenScore.Outcome.Reopened(id));
        show("peace.praise");
        var before = pages().get(PRAISE).getFirst();
        var after = pages().get(PRAISE).getLast();
        var opened = browser.get(page).body();
        assertThat(opened).contains("重新审档以前认定的分凭的是这一页，留着", "name=\"pages\"");
        assertThat(opened.split("传错了，撤下", -1)).as("只有后传的一页撤得下").hasSize(2);
        assertThat(takeAway(before, "这页不对")).isEqualTo(new TakeScorePageAway.Outcome.RestedOn());
        assertThat(takeAway(after, "传成了别人的")).isEqualTo(new TakeScorePageAway.Outcome.TakenAway(id));
        assertThat(pages().get(PRAISE)).extracting(Attachment::id).containsExactly(before.id());
        assertThat(opens(handed.colleague)).isTrue();
    }

    @Test
    @DisplayName("凭据页的照片，看得到评分页的才打得开：县、市、省的经办和负责人；村里的、管账号的、做安全的都不行")
    void thePageIsOpenToNobodyMoreThanTheScore() {
        enter(EnteredAs.ARMY, lines("peace.praise", 1), null);
        show("peace.praise");
        enter(EnteredAs.OFFICE, lines("peace.praise", 1), null);
        assertThat(List.of(handed.chief, handed.cityChief, TestCounty.office(program, "sheng")))
                .allSatisfy(one -> assertThat(opens(one)).isTrue());
        assertThat(List.of(handed.village, TestCounty.office(program, "anquan"), TestCounty.office(program, "admin")))
                .allSatisfy(one -> assertThat(opens(one)).isFalse());
    }

    @Test
    @DisplayName("移交接收里有泄密的话，凭文件两个人清除：凭据页的照片一并清除")
    void whatIsRemovedTakesItsPagesAlong() {
        enter(EnteredAs.ARMY, lines("peace.praise", 1), null);
        show("peace.praise");
        var proposed = handed.perform(
                handed.chief,
                ProposeRemoval.class,
                new ProposeRemoval.Command(
                        CommandId.fresh(handed.chief), "/receptions/" + id, "怀密函〔2026〕3号", handed.today, "怀集县国家保密局"));
        assertThat(proposed).isInstanceOf(ProposeRemoval.Outcome.Proposed.class);
        var security = TestCounty.office(program, "anquan");
        assertThat(handed.perform(
                        security,
                        ConfirmRemoval.class,
                        new ConfirmRemoval.Command(
                                CommandId.fresh(security), ((ProposeRemoval.Outcome.Proposed) proposed).subject())))
                .isInstanceOf(ConfirmRemoval.Outcome.Confirmed.class);
        assertThat(pages()).isEmpty();
    }

    @Test
    @DisplayName("认定的分照录入时的标准算，标准后来改了也逐项加得起来：以前按 2016 年办法认定的 2018 年秋季退役的，升级以后还是 59 分")
    void aSettledScoreKeepsItsTable() throws IOException {
        var left = LocalDate.of(2018, 10, 1);
        id = handed.received(handed.person("郑从前"), Handed.sergeant(left.minusYears(16), left));
        var lines = lines("peace.third", 1);
        enter(EnteredAs.ARMY, lines, null);
        enter(EnteredAs.OFFICE, lines, null);
        assertThat(standing().total()).isEqualByComparingTo("62"); // 36 + 16 + 10
        assertThat(counted()).isEqualByComparingTo("62");
        alter("update reception.score_entry set terms = jsonb_set(terms, '{placement.score.peace.third,number}', '9')");
        assertThat(counted()).as("照留着的标准").isEqualByComparingTo("61");

        alter("update reception.score_entry set terms = null, total = 59");
        alter("update reception.score set total = 59");
        upgraded();
        assertThat(counted()).isEqualByComparingTo("59"); // 36 + 20 + 3
        assertThat(desk()).extracting(ScoreDesk.Line::source).allMatch(source -> source.contains("2016"));
    }

    private BigDecimal counted() {
        return desk().stream().map(line -> new BigDecimal(line.points())).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<ScoreDesk.Line> desk() {
        return transactions.read(
                handed.officer,
                () -> program.getBean(ScoreDesk.class)
                        .counted(program.getBean(Receptions.class).find(id).orElseThrow()));
    }

    private void alter(String statement) {
        jobs().sql(statement + " where reception_id = :id").param("id", id).update();
    }

    /** What the migration does to what was there before it. */
    private void upgraded() throws IOException {
        var migration = new ClassPathResource("db/reception/V202612300860__reception_score_terms.sql")
                .getContentAsString(StandardCharsets.UTF_8);
        var update = Arrays.stream(migration.split(";"))
                .filter(statement -> statement.contains("update reception.score_entry"))
                .toList();
        assertThat(update).hasSize(1);
        assertThat(jobs().sql(update.getFirst()).update()).isPositive();
    }

    private JdbcClient jobs() {
        return program.getBean("jobJdbc", JdbcClient.class);
    }

    private boolean opens(Actor who) {
        var reader = program.getBeansOfType(AttachmentReaders.class).values().stream()
                .filter(one -> one.ownerKind().equals("reception.score-page"))
                .findFirst()
                .orElseThrow();
        var owner = pages().get(PRAISE).getFirst().ownerId();
        return transactions.read(who, () -> reader.mayOpen(who, owner));
    }

    private Map<String, List<Attachment>> pages() {
        return transactions.read(
                handed.officer, () -> program.getBean(ScorePages.class).of(id));
    }

    private TakeScorePageAway.Outcome takeAway(Attachment page, String why) {
        return handed.perform(
                handed.officer,
                TakeScorePageAway.class,
                new TakeScorePageAway.Command(CommandId.fresh(handed.officer), id, page.id(), why));
    }

    private void show(String item) {
        assertThat(add(item, 1)).isEqualTo(new AddScorePages.Outcome.Added(id));
    }

    private AddScorePages.Outcome add(String item, int files) {
        var form = CommandId.fresh(handed.colleague);
        var scan = new Checked.Fit(
                item + ".pdf", "application/pdf", item.getBytes(StandardCharsets.UTF_8), new byte[] {1}, 1, false);
        if (files > 0) {
            transactions.write(
                    handed.colleague,
                    () -> program.getBean(DraftFiles.class)
                            .keep(handed.colleague, form, new AttachmentKind("SCORE_PAGE", item), scan));
        }
        return handed.perform(
                handed.colleague, AddScorePages.class, new AddScorePages.Command(form, id, "placement.score." + item));
    }

    @Test
    @DisplayName("每一项都要写明凭哪一页")
    void everyItemHasItsPage() {
        var without = Map.of("placement.score.peace.praise", new Entry.Line(1, " "));
        assertThat(enter(EnteredAs.ARMY, without, null)).isInstanceOf(EnterScore.Outcome.Wanting.class);
    }

    @Test
    @DisplayName("本人公示期内可以提出异议，经手的人不能答复；成立的重新审档")
    void heMayObject() {
        var lines = lines("peace.praise", 1);
        enter(EnteredAs.ARMY, lines, null);
        assertThat(object()).isEqualTo(new ObjectToScore.Outcome.NotHanging());
        enter(EnteredAs.OFFICE, lines, null);
        assertThat(object()).isEqualTo(new ObjectToScore.Outcome.Objected(id));
        assertThat(object()).isEqualTo(new ObjectToScore.Outcome.AlreadyOpen());
        assertThat(answer(handed.officer)).isEqualTo(new AnswerScoreObjection.Outcome.SamePerson());
        assertThat(answer(handed.chief)).isEqualTo(new AnswerScoreObjection.Outcome.Answered(id));
        assertThat(standing().state()).isEqualTo(ScoringState.ENTERING);
        enter(EnteredAs.OFFICE, lines("peace.praise", 2), null);
        assertThat(standing().state()).isEqualTo(ScoringState.DIFFERS);
        assertThat(listed()).isTrue();
        program.getBean("jobJdbc", JdbcClient.class)
                .sql("update reception.reception set settled_on = current_date, settled_how = '自来水公司' where id = :id")
                .param("id", id)
                .update();
        assertThat(listed()).as("已经安置的，没有人再认定").isFalse();
    }

    private boolean listed() {
        return transactions
                .read(handed.officer, () -> program.getBean(Scores.class).waiting(handed.officer.scope()))
                .stream()
                .anyMatch(one -> one.reception().equals(id));
    }

    @Test
    @DisplayName("2022 年 12 月以后退役的没有公开的标准，不安排工作的不评分")
    void withoutATableThereIsNoScore() {
        var now = LocalDate.of(2025, 9, 1);
        var later = handed.received(handed.person("郑新法"), Handed.sergeant(now.minusYears(16), now));
        assertThat(enter(later, EnteredAs.ARMY, Map.of(), null)).isEqualTo(new EnterScore.Outcome.NoTable());
        var self = handed.received(handed.person("郑自主"), Handed.conscript(LEFT.minusYears(2), LEFT));
        assertThat(enter(self, EnteredAs.ARMY, Map.of(), null)).isEqualTo(new EnterScore.Outcome.NotScored());
    }

    @Test
    @DisplayName("转业的军官按军官的标准评：正营职、少校、服役十五年零一天 16 + 10 + 4 = 30；士兵的项目不认")
    void officersAreScoredByTheirOwnTable() {
        var left = LocalDate.of(2020, 3, 31);
        var officer = new Discharge(
                Rank.OFFICER, "PLANNED", "", Set.of(), left.minusYears(15).minusDays(1), left, "ENLISTED", null, false);
        var one = handed.received(handed.person("郑营长"), officer);
        var soldiers = lines("peace.praise", 1);
        assertThat(enter(one, EnteredAs.ARMY, soldiers, null)).isInstanceOf(EnterScore.Outcome.Wanting.class);
        var lines = lines("officer.duty.battalion", 1, "officer.rank.major", 1);
        enter(one, EnteredAs.ARMY, lines, new BigDecimal("30"));
        assertThat(enter(one, EnteredAs.OFFICE, lines, null))
                .isEqualTo(new EnterScore.Outcome.Entered(one, ScoringState.SETTLED));
        assertThat(standing(one).total()).isEqualByComparingTo("30");
    }

    private ObjectToScore.Outcome object() {
        var self = handed.himself(person);
        return handed.perform(
                self, ObjectToScore.class, new ObjectToScore.Command(CommandId.fresh(self), id, "还有一次嘉奖没有算"));
    }

    private AnswerScoreObjection.Outcome answer(Actor.Office by) {
        return handed.perform(
                by,
                AnswerScoreObjection.class,
                new AnswerScoreObjection.Command(CommandId.fresh(by), id, true, "确有一份登记表漏看"));
    }

    private ClearStop.Outcome clear(Actor.Office by) {
        return handed.perform(
                by, ClearStop.class, new ClearStop.Command(CommandId.fresh(by), id, EnteredAs.ARMY, "原件就是这样写的"));
    }

    private DecideScore.Outcome decide(Actor.Office by, Map<String, Entry.Line> lines, String reason) {
        return handed.perform(by, DecideScore.class, new DecideScore.Command(CommandId.fresh(by), id, lines, reason));
    }

    private EnterScore.Outcome enter(EnteredAs as, Map<String, Entry.Line> lines, @Nullable BigDecimal stated) {
        return enter(id, as, lines, stated);
    }

    private EnterScore.Outcome enter(
            UUID reception, EnteredAs as, Map<String, Entry.Line> lines, @Nullable BigDecimal stated) {
        return enter(as == EnteredAs.ARMY ? handed.officer : handed.colleague, reception, as, lines, stated);
    }

    private EnterScore.Outcome enter(
            Actor.Office by, UUID reception, EnteredAs as, Map<String, Entry.Line> lines, @Nullable BigDecimal stated) {
        var command = new EnterScore.Command(CommandId.fresh(by), reception, as, lines, stated);
        return handed.perform(by, EnterScore.class, command);
    }

    private Scores.Standing standing() {
        return standing(id);
    }

    private Scores.Standing standing(UUID reception) {
        return transactions.read(
                handed.officer, () -> program.getBean(Scores.class).standing(reception));
    }

    private static Map<String, Entry.Line> lines(Object... pairs) {
        var lines = new HashMap<String, Entry.Line>();
        for (int i = 0; i < pairs.length; i += 2) {
            lines.put("placement.score." + pairs[i], new Entry.Line((Integer) pairs[i + 1], "登记表第 2 页"));
        }
        return lines;
    }
}

package org.rongyi.career.campaign.after;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.Gathering;
import org.rongyi.career.campaign.group.Attendance;
import org.rongyi.career.campaign.list.QuotaList;
import org.rongyi.career.campaign.run.RunCampaign;
import org.rongyi.career.reception.Handed;
import org.rongyi.demo.TestCounty;
import org.rongyi.insight.figures.Recount;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.OtherRaised;
import org.rongyi.platform.database.Superuser;
import org.rongyi.platform.kernel.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("落实：开信、到岗、本人拒绝、单位拒收都记数，点开是哪几封信；过期的、拒收的上一级看得到")
class LetterFiguresTest {

    /** As they were issued before letters were counted: three more like each, for other people, on duty by now. */
    private static final String OLD_LETTERS = """
            insert into campaign.letter (id, campaign_id, placed_id, candidate_id, reception_id, post_id, person_id, code_now,
                                         state, issued_on, issued_at, duty_by, issued_by, on_duty_on)
            select gen_random_uuid(), l.campaign_id, gen_random_uuid(), l.candidate_id, l.reception_id, l.post_id,
                   gen_random_uuid(), l.code_now, 'ON_DUTY', l.issued_on, l.issued_at, l.duty_by, l.issued_by, l.issued_on
            from campaign.letter l cross join generate_series(1, 3)
            where l.campaign_id = '%s'
            """;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Transactions transactions;

    @LocalServerPort
    private int port;

    private static final AtomicInteger TESTS = new AtomicInteger();

    private final String tag = "甲乙丙".substring(TESTS.get() % 3, TESTS.getAndIncrement() % 3 + 1);

    private Gathering gathering;
    private UUID campaign;
    private final Map<String, UUID> letters = new HashMap<>();

    /** Three people, each with a letter. */
    @BeforeEach
    void placed() {
        gathering = new Gathering(program);
        campaign = gathering.drafted(gathering.plan("落实要记数的活动"));
        gathering.checked(campaign, "管网维护", 3);
        gathering.add(
                campaign,
                gathering.settled(who("落到岗"), 6),
                gathering.settled(who("落拒绝"), 4),
                gathering.settled(who("落拒收"), 2));
        var group = gathering.group(campaign, Attendance.PRESENT, Attendance.PRESENT, Attendance.PRESENT);
        gathering.approve(gathering.chief, campaign, group);
        gathering.drawn(campaign);
        assertThat(gathering.run(campaign)).isInstanceOf(RunCampaign.Outcome.Ran.class);
        gathering
                .jobs()
                .sql("update campaign.run set approved_at = now(), shown_until = :until where campaign_id = :id")
                .param("until", new Handed(program).today.minusDays(1))
                .param("id", campaign)
                .update();
        gathering
                .jobs()
                .sql("update campaign.campaign set stage = 'RESULT' where id = :id")
                .param("id", campaign)
                .update();
        for (var who : transactions.read(
                gathering.officer, () -> program.getBean(Candidates.class).of(campaign))) {
            letters.put(who.name(), issue(who));
        }
    }

    @Test
    @DisplayName("三封信、一人到岗、一人不去、单位拒收一人：各自的台账里有他，别人的没有；昨天为止入账的没有；夜里复核对得上")
    void eachIsCountedAndOpens() {
        refuse(who("落拒绝"), false);
        refuse(who("落拒收"), true);
        assertThat(duty(who("落到岗"))).isEqualTo(new RecordDuty.Outcome.OnDuty(letters.get(who("落到岗"))));
        assertThat(opened("ISSUED", "")).contains(who("落到岗"), who("落拒绝"), who("落拒收"));
        assertThat(opened("ON_DUTY", "")).contains(who("落到岗")).doesNotContain(who("落拒绝"), who("落拒收"));
        assertThat(opened("REFUSED", "")).contains(who("落拒绝"), "不去了").doesNotContain(who("落到岗"), who("落拒收"));
        assertThat(opened("UNIT_REFUSED", "")).contains(who("落拒收")).doesNotContain(who("落到岗"), who("落拒绝"));
        var yesterday = new Handed(program).today.minusDays(1);
        assertThat(opened("ISSUED", "&asOf=" + yesterday)).doesNotContain(who("落到岗"), who("落拒绝"), who("落拒收"));
        assertThat(opened("ISSUED", "&q=%E8%90%BD%E5%88%B0"))
                .contains(who("落到岗"))
                .doesNotContain(who("落拒绝"));
        assertThat(program.getBean(Recount.class).run().stream()
                        .filter(one -> one.kind().code().startsWith("placement-"))
                        .toList())
                .isEmpty();
        var officer = Browser.signedIn(port, TestCounty.ensure(program).get("xian"));
        var follow = "/campaigns/" + campaign + "/followup";
        for (var which : List.of(follow + "?which=ON_DUTY", follow + "/print?which=ON_DUTY")) {
            assertThat(officer.get(which).body()).as(which).contains(who("落到岗")).doesNotContain(who("落拒绝"), who("落拒收"));
        }
        assertThat(officer.get(follow + "/print?which=REFUSED").body())
                .contains(who("落拒绝"), who("落拒收"), "不去了")
                .doesNotContain(who("落到岗"));
        assertThat(officer.get(follow + "/export.xlsx").statusCode()).isEqualTo(200);
        var result = "/campaigns/" + campaign + "/result";
        assertThat(officer.get(result + "?q=" + URLEncoder.encode("落拒绝", StandardCharsets.UTF_8))
                        .body())
                .contains(who("落拒绝"), "招 3 人 = 已有人选 3")
                .doesNotContain(who("落到岗"));
        assertThat(officer.get(result + "/print").body()).contains(who("落到岗"), who("落拒绝"), who("落拒收"), "管网维护");
        assertThat(officer.get(result + "/export.xlsx").statusCode()).isEqualTo(200);
        var figures = officer.get("/figures?kind=placement-duty").body();
        assertThat(figures).contains("安置到岗", "/campaigns/letters?which=ON_DUTY&amp;unit=");
        var units = transactions.read(
                gathering.officer,
                () -> program.getBean(QuotaList.class)
                        .page(campaign, new QuotaList.Filter("", QuotaList.QuotaGroup.REFUSING, false), null)
                        .rows());
        assertThat(units).extracting(QuotaList.Unit::refused).containsExactly(1);
        var unit = units.getFirst().creditCode();
        assertThat(Browser.signedIn(port, TestCounty.ensure(program).get("xian"))
                        .get("/campaigns/" + campaign + "/quotas")
                        .body())
                .as("拒收几人，点开是这个单位拒收的信")
                .contains("/campaigns/letters?which=UNIT_REFUSED&amp;q=" + unit);
        assertThat(opened("UNIT_REFUSED", "&q=" + unit)).contains(who("落拒收"));
        assertThat(opened("UNIT_REFUSED", "&q=91440000MA00000000")).doesNotContain(who("落拒收"));
    }

    @Test
    @DisplayName("单位先拒收、后来接收上岗：拒收和到岗都是事实，都记着")
    void whoWasRefusedAndTakenIsBoth() {
        refuse(who("落拒收"), true);
        assertThat(duty(who("落拒收"))).isInstanceOf(RecordDuty.Outcome.OnDuty.class);
        assertThat(opened("UNIT_REFUSED", "")).contains(who("落拒收"));
        assertThat(opened("ON_DUTY", "")).contains(who("落拒收"));
    }

    @Test
    @DisplayName("县里办的活动，单位拒收、过期没有上岗的，在市里的督办清单上；上岗了就没有；别的市看不到")
    void theSuperiorSeesWhoIsKeptWaiting() {
        refuse(who("落拒收"), true);
        gathering
                .jobs()
                .sql("update campaign.letter set issued_on = issued_on - 40, duty_by = issued_on - 10 where id = :id")
                .param("id", letters.get(who("落到岗")))
                .update();
        var city = new Handed(program).city;
        assertThat(raised(city))
                .anyMatch(line -> line.contains("单位拒收：" + who("落拒收")))
                .anyMatch(line -> line.contains("超过上岗期限：" + who("落到岗")));
        assertThat(raised(gathering.officer)).noneMatch(line -> line.contains(who("落拒收")));
        gathering
                .jobs()
                .sql("update campaign.letter set issued_on = issued_on + 40, duty_by = issued_on + 70 where id = :id")
                .param("id", letters.get(who("落到岗")))
                .update();
        assertThat(duty(who("落拒收"))).isInstanceOf(RecordDuty.Outcome.OnDuty.class);
        assertThat(raised(city)).noneMatch(line -> line.contains(who("落拒收")) || line.contains(who("落到岗")));
    }

    @Test
    @DisplayName("单位拒收以后他在别处安置了、安置待遇终止了、登记撤销了，上一级的清单上不再有他")
    void whoWaitsNoMoreIsRaisedNoMore() {
        refuse(who("落拒收"), true);
        var city = new Handed(program).city;
        for (var end : List.of(
                "settled_on = received_on, settled_how = '自主择业'",
                "ended_on = received_on, ended_kind = 'FORFEITED'",
                "withdrawn_why = '录错了'")) {
            assertThat(raised(city)).as("%s 以前", end).anyMatch(line -> line.contains(who("落拒收")));
            reception("落拒收", end);
            assertThat(raised(city)).as(end).noneMatch(line -> line.contains(who("落拒收")));
            reception(
                    "落拒收",
                    "settled_on = null, settled_how = null, ended_on = null, ended_kind = null, withdrawn_why = null");
        }
    }

    private void reception(String name, String set) {
        gathering
                .jobs()
                .sql("update reception.reception set " + set
                        + " where id = (select l.reception_id from campaign.letter l where l.id = :id)")
                .param("id", letters.get(who(name)))
                .update();
    }

    @Test
    @DisplayName("以前的信补记：一批一批来，每封每件事记一次；记过的、再来一遍的，都不重复；一个事务里记完是不许的")
    void oldLettersAreCountedOnce() throws SQLException {
        try (var owner = new Superuser(program).connect()) {
            owner.setAutoCommit(false);
            assertThatThrownBy(() -> LetterFacts.into(owner)).isInstanceOf(IllegalStateException.class);
            assertThat(facts(owner)).isEqualTo(3);
            try (var statement = owner.createStatement()) {
                statement.execute("set local session_replication_role = replica");
                statement.execute(OLD_LETTERS.formatted(campaign));
            }
            for (int again = 0; again < 2; again++) {
                @Nullable UUID last = new UUID(0, 0);
                while (last != null) {
                    last = LetterFacts.next(owner, last, 2);
                }
                assertThat(facts(owner)).isEqualTo(3 + 9 * 2);
            }
            owner.rollback();
        }
    }

    /** Of the letters of this campaign. */
    private int facts(Connection owner) throws SQLException {
        try (var statement = owner.createStatement();
                var row = statement.executeQuery(
                        "select count(*) from figures.fact f join campaign.letter l on l.id = f.subject where l.campaign_id = '"
                                + campaign + "'")) {
            row.next();
            return row.getInt(1);
        }
    }

    /** Nobody of another test, whose letters lie in the same county. */
    private String who(String name) {
        return name + tag;
    }

    private List<String> raised(Actor.Office reader) {
        return transactions.read(
                reader,
                () -> program.getBeansOfType(OtherRaised.class).values().stream()
                        .flatMap(one -> one.raised(reader).stream())
                        .map(line -> line.what() + line.path())
                        .filter(line -> line.contains(campaign.toString()))
                        .toList());
    }

    private String opened(String which, String more) {
        return Browser.signedIn(port, TestCounty.ensure(program).get("xian"))
                .get("/campaigns/letters?which=" + which + "&unit=" + gathering.officer.unitCode() + more)
                .body();
    }

    private UUID issue(Candidate who) {
        var outcome = gathering.perform(
                gathering.officer,
                IssueLetter.class,
                new IssueLetter.Command(CommandId.fresh(gathering.officer), campaign, who.id()));
        return ((IssueLetter.Outcome.Issued) outcome).subject();
    }

    private void refuse(String name, boolean byUnit) {
        var command = new RecordLetterRefusal.Command(
                CommandId.fresh(gathering.officer), campaign, letters.get(name), byUnit, byUnit ? "说编制满了" : "本人来电说不去了");
        assertThat(gathering.perform(gathering.officer, RecordLetterRefusal.class, command))
                .isEqualTo(new RecordLetterRefusal.Outcome.Recorded(letters.get(name)));
    }

    private RecordDuty.Outcome duty(String name) {
        return gathering.perform(
                gathering.officer,
                RecordDuty.class,
                new RecordDuty.Command(
                        CommandId.fresh(gathering.officer),
                        campaign,
                        letters.get(name),
                        new Handed(program).today,
                        null,
                        true));
    }
}

package org.rongyi.career.campaign.after;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
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
import org.rongyi.platform.kernel.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("落实：开信、到岗、本人拒绝、单位拒收都记数，点开是哪几封信；过期的、拒收的上一级看得到")
class LetterFiguresTest {

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
        var figures = Browser.signedIn(port, TestCounty.ensure(program).get("xian"))
                .get("/figures?kind=placement-duty")
                .body();
        assertThat(figures).contains("安置到岗", "/campaigns/letters?which=ON_DUTY&amp;unit=");
        var units = transactions.read(
                gathering.officer,
                () -> program.getBean(QuotaList.class)
                        .page(campaign, new QuotaList.Filter("", QuotaList.QuotaGroup.REFUSING), null)
                        .rows());
        assertThat(units).extracting(QuotaList.Unit::refused).containsExactly(1);
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

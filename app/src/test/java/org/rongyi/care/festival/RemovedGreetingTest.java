package org.rongyi.care.festival;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.care.festival.rule.FestivalRule.Group;
import org.rongyi.care.festival.rule.Ground;
import org.rongyi.care.fund.TestServices;
import org.rongyi.care.fund.ledger.LedgerCheck;
import org.rongyi.care.visit.RecordVisit;
import org.rongyi.care.visit.WithdrawVisit;
import org.rongyi.people.person.Category;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.database.Superuser;
import org.rongyi.platform.removal.Leak;
import org.rongyi.platform.removal.Removal;

@RongyiTest
@DisplayName("慰问里写过的话：写在哪一处，就凭哪一处清除，抄到名单、承诺、拨付、凭证里的一并清除，账照旧完好")
class RemovedGreetingTest extends FestivalOffice {

    private Leak leak;

    @BeforeEach
    void aWordThatLeaked() {
        leak = new Leak(program);
    }

    @Test
    @DisplayName("批准以后去掉一个人，理由在名单和解除承诺的凭证里：凭名单上这一行清除，别人的一字不动")
    void theReasonOfAStrike() throws SQLException {
        var person = person(clerk, "去掉甲", Category.DISABLED_SOLDIER);
        var other = person(clerk, "去掉乙", Category.DISABLED_SOLDIER);
        var campaign = approved(Campaign.Way.CASH);
        strike(line(campaign, person).id(), "据" + leak.word());
        strike(line(campaign, other).id(), "本人谢绝");
        assertThat(leak.places()).contains("festival.line", "fund.entry");
        long before = findings();
        leak.remove("/festivals/lines/" + line(campaign, person).id());
        assertThat(leak.places()).isEmpty();
        assertThat(findings()).isEqualTo(before);
        assertThat(line(campaign, person).endedWhy()).isEqualTo(Removal.MARK);
        assertThat(line(campaign, other).endedWhy()).isEqualTo("本人谢绝");
    }

    @Test
    @DisplayName("慰问品、结束的理由，在方案、名单、承诺和凭证里：凭方案清除；去掉一个人的理由不是方案的，不动")
    void whatACampaignSays() throws SQLException {
        person(clerk, "结束甲", Category.DISABLED_SOLDIER);
        var struck = person(clerk, "结束乙", Category.DISABLED_SOLDIER);
        var campaign = opened(
                fund(10_000_000, 1_000_000),
                Campaign.Way.CASH,
                new Group(Ground.DISABLED, 50_000, "大米" + leak.word(), 6_000));
        assertThat(approve(chief, campaign)).isInstanceOf(ApproveCampaign.Outcome.Approved.class);
        strike(line(campaign, struck).id(), "本人谢绝");
        int left = ((CloseCampaign.Outcome.OtherCount) close(campaign, -1)).now();
        var closed = before(
                0,
                () -> perform(
                        chief,
                        CloseCampaign.class,
                        new CloseCampaign.Command(CommandId.fresh(chief), campaign, left, "因" + leak.word())));
        assertThat(closed).isInstanceOf(CloseCampaign.Outcome.Closed.class);
        assertThat(leak.places()).contains("festival.campaign", "festival.line", "fund.grant_made", "fund.entry");
        long before = findings();
        leak.remove("/festivals/" + campaign);
        assertThat(leak.places()).isEmpty();
        assertThat(findings()).isEqualTo(before);
        assertThat(line(campaign, struck).endedWhy()).isEqualTo("本人谢绝");
    }

    @Test
    @DisplayName("撤回送慰问的走访，理由在收回的拨付里，结束以后撤回的还在名单和凭证里：凭走访清除")
    void theReasonOfAWithdrawal() throws SQLException {
        var person = person(clerk, "撤回甲", Category.DISABLED_SOLDIER);
        var campaign = approved(Campaign.Way.CASH);
        var first = visited(campaign, person, "撤回甲");
        withdrawn(first, "看见" + leak.word());
        assertThat(leak.places()).contains("fund.payment", "visit.history");
        long before = findings();
        leak.remove("/visits/" + first);
        assertThat(leak.places()).isEmpty();
        assertThat(findings()).isEqualTo(before);

        var second = visited(campaign, person, "撤回甲");
        int left = ((CloseCampaign.Outcome.OtherCount) close(campaign, -1)).now();
        assertThat(close(campaign, left)).isInstanceOf(CloseCampaign.Outcome.Closed.class);
        withdrawn(second, " 又看见" + leak.word() + " ");
        assertThat(leak.places()).contains("festival.line", "fund.payment", "fund.entry", "visit.history");
        before = findings();
        leak.remove("/visits/" + second);
        assertThat(leak.places()).isEmpty();
        assertThat(findings()).isEqualTo(before);
    }

    private void strike(UUID line, String reason) {
        assertThat(before(
                        2,
                        () -> perform(
                                officer,
                                StrikeFromList.class,
                                new StrikeFromList.Command(CommandId.fresh(officer), line, reason))))
                .isInstanceOf(StrikeFromList.Outcome.Struck.class);
    }

    private UUID visited(UUID campaign, UUID person, String name) {
        return ((RecordVisit.Outcome.Recorded) handOver(campaign, person, name)).subject();
    }

    private void withdrawn(UUID visit, String reason) {
        assertThat(before(
                        0,
                        () -> perform(
                                clerk,
                                WithdrawVisit.class,
                                new WithdrawVisit.Command(CommandId.fresh(clerk), visit, 1, reason))))
                .isInstanceOf(WithdrawVisit.Outcome.Withdrawn.class);
    }

    private long findings() throws SQLException {
        try (var connection = new Superuser(program).connect()) {
            connection.setAutoCommit(false);
            long found = new LedgerCheck(connection, TestServices.ALL).check().count();
            connection.rollback();
            return found;
        }
    }
}

package org.rongyi.care.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.care.fund.handout.HandOut;
import org.rongyi.care.fund.payment.Payment;
import org.rongyi.care.fund.sample.AnswerCheck;
import org.rongyi.care.fund.sample.Checks;
import org.rongyi.care.fund.sample.DrawSample;
import org.rongyi.care.fund.sample.FollowDifference;
import org.rongyi.care.fund.sample.Samples;
import org.rongyi.network.oversight.FoundByPerson;
import org.rongyi.platform.access.PersonDoor;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("抽样回访：付讫的才抽，作决定的人不问，与账不符的交上级查")
class SampleTest extends PaymentOffice {

    @Autowired
    private Samples samples;

    @Autowired
    private Checks checks;

    @Test
    @DisplayName("从付讫的里面抽，一段日子只抽一次，照种子重抽还是那几户")
    void whatWasPaidIsDrawnOnce() {
        var fund = richFund(10_000);
        paid(fund, 3);
        granted(fund, Money.ofYuan(9)); // decided and not paid: nobody to ask
        assertThat(draw(provinceOfficer, fund)).isInstanceOf(DrawSample.Outcome.NotFound.class);
        var sample = drawn(fund);
        assertThat(sample.population()).isEqualTo(3);
        assertThat(sample.size()).as("总体小就全抽").isEqualTo(3);
        assertThat(transactions.read(chief, () -> samples.redrawsAlike(sample))).isTrue();
        assertThat(draw(officer, fund)).isInstanceOf(DrawSample.Outcome.DrawnBefore.class);
        assertThat(draw(officer, richFund(10))).isInstanceOf(DrawSample.Outcome.NothingPaid.class);
    }

    @Test
    @DisplayName("由县服务中心问：收到、没收到、没问到，各照实记；不符的由市局查，查的人留名")
    void whatIsSaidIsKeptAndWhatDiffersIsFollowed() {
        var fund = richFund(10_000);
        paid(fund, 4);
        var sample = drawn(fund);
        var asked = asked(sample);
        var one = asked.getFirst();
        assertThat(one.unit()).as("不是作决定的单位").isNotEqualTo(chief.unit());
        assertThat(FoundByPerson.records(program, chief, one.person()))
                .as("按他的姓名查留痕：给他的钱、付款，和回访")
                .contains(one.grant(), one.id())
                .containsAll(paymentsOfGrant(one.grant()));
        assertThat(transactions.read(
                        chief,
                        () -> program.getBean("openedChecks", PersonDoor.class).persons(one.id())))
                .as("谁看过我的档案")
                .containsExactly(one.person());
        var centre = at(one, officer);
        assertThat(answer(officer, one, said(true, one.paid(), ""))).isInstanceOf(AnswerCheck.Outcome.NotFound.class);
        assertThat(answer(at(one, chief), one, said(true, one.paid(), "")))
                .as("作决定的人不问")
                .isInstanceOf(AnswerCheck.Outcome.OwnDecision.class);
        assertThat(answer(centre, one, new Checks.Said(true, null, null, "")))
                .isInstanceOf(AnswerCheck.Outcome.AmountAndDay.class);
        assertThat(answer(centre, one, new Checks.Said(null, null, null, " ")))
                .isInstanceOf(AnswerCheck.Outcome.NoReason.class);

        assertThat(answer(centre, one, said(true, one.paid(), ""))).isEqualTo(answered(one, false));
        assertThat(answer(centre, asked.get(1), said(true, Money.ofYuan(1), "")))
                .isEqualTo(answered(asked.get(1), true));
        assertThat(answer(centre, asked.get(2), new Checks.Said(false, null, null, "没有收到")))
                .isEqualTo(answered(asked.get(2), true));
        assertThat(answer(centre, asked.get(3), new Checks.Said(null, null, null, "电话三次无人接")))
                .isEqualTo(answered(asked.get(3), false));
        var result = transactions.read(chief, () -> samples.find(sample.id())).orElseThrow();
        assertThat(List.of(result.agreeing(), result.differing(), result.unreached(), result.waiting()))
                .containsExactly(1L, 2L, 1L, 0L);
        assertThat(result.rate().worst()).isEqualTo(0.25);
        assertThat(result.rate().best()).isEqualTo(0.5);

        var differs =
                transactions.read(chief, () -> checks.find(asked.get(1).id())).orElseThrow();
        assertThat(differs.followUnit()).isNotEqualTo(chief.unit());
        assertThat(follow(chief, differs.id(), "查过")).isInstanceOf(FollowDifference.Outcome.NotFound.class);
        var superior = org.rongyi.demo.TestCounty.office(program, "shi");
        var leader = new Actor.Office(
                superior.account(),
                superior.name(),
                superior.post(),
                superior.unit(),
                superior.unitName(),
                superior.unitCode(),
                Role.LEADER,
                superior.level(),
                superior.scope());
        assertThat(differs.followUnit()).isEqualTo(leader.unit());
        assertThat(follow(leader, differs.id(), " ")).isInstanceOf(FollowDifference.Outcome.NoReason.class);
        assertThat(follow(leader, differs.id(), "银行多扣了手续费，已退")).isInstanceOf(FollowDifference.Outcome.Followed.class);
        assertThat(follow(leader, differs.id(), "再查")).isInstanceOf(FollowDifference.Outcome.AlreadyAnswered.class);
    }

    @Test
    @DisplayName("发放现金的人，调到了服务中心也不回访自己发的；写了像部队番号的不收")
    void whoHandedItOutDoesNotAsk() {
        var fund = richFund(1_000);
        var grant = granted(fund, Money.ofYuan(80));
        var form = CommandId.fresh(officer);
        attach(officer, form);
        var handed = new HandOut.Command(form, grant, today, "林国强", "李红", "本人没有银行账户");
        assertThat(perform(officer, HandOut.class, handed)).isInstanceOf(HandOut.Outcome.HandedOut.class);
        var check = asked(drawn(fund)).getFirst();
        assertThat(answer(at(check, officer), check, said(true, check.paid(), "")))
                .isInstanceOf(AnswerCheck.Outcome.OwnHandOut.class);
        assertThat(answer(at(check, cashier), check, said(true, check.paid(), "他在中国人民解放军第12345部队")))
                .isInstanceOf(AnswerCheck.Outcome.LooksSecret.class);
        assertThat(answer(at(check, cashier), check, said(true, check.paid(), "")))
                .isEqualTo(answered(check, false));
    }

    private List<UUID> paymentsOfGrant(UUID grant) {
        return program.getBean("jobJdbc", JdbcClient.class)
                .sql("select id from fund.payment where grant_id = :grant")
                .param("grant", grant)
                .query(UUID.class)
                .list();
    }

    /** Paid by the bank to the fen. */
    private void paid(UUID fund, int many) {
        var grants = new ArrayList<UUID>();
        for (int i = 0; i < many; i++) {
            grants.add(granted(fund, Money.ofYuan(100 + i)));
        }
        var batch = released(fund, grants);
        file(batch);
        var lines = paymentsOf(batch).stream()
                .map(payment -> payment.reference() + ",PAID," + yuan(payment) + "," + today + ",")
                .toList();
        wasRead(batch, result(batch(batch).number(), lines));
    }

    private static String yuan(Payment payment) {
        return payment.amount().text().replace(",", "");
    }

    private Samples.Sample drawn(UUID fund) {
        var outcome = draw(officer, fund);
        assertThat(outcome).isInstanceOf(DrawSample.Outcome.Drawn.class);
        return transactions
                .read(chief, () -> samples.find(((DrawSample.Outcome.Drawn) outcome).subject()))
                .orElseThrow();
    }

    private DrawSample.Outcome draw(Actor.Office by, UUID fund) {
        return perform(
                by,
                DrawSample.class,
                new DrawSample.Command(CommandId.fresh(by), fund, today.minusDays(30), today, Samples.Strata.COUNTY));
    }

    private List<Checks.Check> asked(Samples.Sample sample) {
        var centre = transactions.read(
                chief,
                () -> samples.members(sample.id()).stream()
                        .filter(Samples.Member::drawn)
                        .map(Samples.Member::grant)
                        .toList());
        assertThat(centre).hasSize(sample.size());
        return transactions.read(chief, () -> checks.ofSample(sample.id()));
    }

    /** Somebody at the desk that asks. */
    private Actor.Office at(Checks.Check check, Actor.Office who) {
        return new Actor.Office(
                who.account(),
                who.name(),
                who.post(),
                check.unit(),
                check.unitName(),
                who.unitCode(),
                Role.OFFICER,
                who.level(),
                who.scope());
    }

    private Checks.Said said(boolean received, Money amount, String words) {
        return new Checks.Said(received, amount, today, words);
    }

    private static AnswerCheck.Outcome answered(Checks.Check check, boolean differs) {
        return new AnswerCheck.Outcome.Answered(check.id(), differs);
    }

    private AnswerCheck.Outcome answer(Actor.Office by, Checks.Check check, Checks.Said said) {
        return perform(by, AnswerCheck.class, new AnswerCheck.Command(CommandId.fresh(by), check.id(), said));
    }

    private FollowDifference.Outcome follow(Actor.Office by, UUID check, String words) {
        return perform(by, FollowDifference.class, new FollowDifference.Command(CommandId.fresh(by), check, words));
    }
}

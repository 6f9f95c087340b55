package org.rongyi.care.festival;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.care.festival.rule.Ground;
import org.rongyi.care.fund.related.DeclareRelated;
import org.rongyi.care.fund.related.RelatedPerson.Relation;
import org.rongyi.network.oversight.FoundByPerson;
import org.rongyi.people.person.Category;
import org.rongyi.people.person.PersonStatus;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Actor;

@RongyiTest
@DisplayName("慰问名单：按规则列出，村里增减，镇街核对，一次批准，钱物一起留下")
class FestivalListTest extends FestivalOffice {

    @Test
    @DisplayName("开一次慰问，符合的人就在名单上，写着为什么；符合两类的按高的给一次；不符合的不在")
    void theRuleFindsThem() {
        var both = person(clerk, "双料", Category.MARTYR_FAMILY, Category.DISABLED_SOLDIER);
        var neither = person(clerk, "平常", Category.DISCHARGED_SOLDIER);
        var campaign = opened(fund(1_000_000, 100_000), Campaign.Way.CASH, BEREAVED, DISABLED);
        var line = line(campaign, both);
        assertThat(line.grounds()).containsExactly(Ground.BEREAVED, Ground.DISABLED);
        assertThat(line.gift().words()).isEqualTo("慰问金 800 元");
        assertThat(FoundByPerson.records(program, clerk, both)).as("按他的姓名查留痕").contains(line.id());
        assertThat(FoundByPerson.records(program, neighbour, both)).as("邻村查不到").isEmpty();
        assertThat(transactions.read(chief, () -> lines.find(campaign, neither)))
                .isEmpty();
    }

    @Test
    @DisplayName("同一单位同一节日不开第二次；上级再开的，已经列入的人不再列")
    void onceAFestival() {
        var person = person(clerk, "一次", Category.MARTYR_FAMILY);
        var fund = fund(1_000_000, 100_000);
        var campaign = opened(fund, Campaign.Way.CASH, BEREAVED);
        assertThat(open(officer, fund, Campaign.Way.CASH, BEREAVED))
                .isEqualTo(new OpenCampaign.Outcome.SameFestival(campaign));
        var there = campaign(campaign);
        assertThat(transactions.read(clerk, () -> lines.elsewhere(person, there)))
                .contains(there.unitName());
        assertThat(transactions.read(neighbour, () -> lines.elsewhere(person, there)))
                .as("不管这个人的，问不出来")
                .isEmpty();
    }

    @Test
    @DisplayName("村里增减要写理由，等镇街核对；没有核对完不能批准；去掉过的不能再添，邻村的人添不了")
    void villagesChangeAndTownsCheck() {
        var struck = person(clerk, "去掉", Category.MARTYR_FAMILY);
        var added = person(clerk, "添上", Category.DISCHARGED_SOLDIER);
        var campaign = opened(fund(1_000_000, 100_000), Campaign.Way.CASH, BEREAVED, DISABLED);
        var line = line(campaign, struck).id();
        assertThat(strike(clerk, line, " ")).isInstanceOf(StrikeFromList.Outcome.NoReason.class);
        assertThat(strike(neighbour, line, "不在我村")).isInstanceOf(StrikeFromList.Outcome.NotFound.class);
        assertThat(strike(clerk, line, "随子女去外省长住")).isInstanceOf(StrikeFromList.Outcome.Struck.class);
        assertThat(strike(clerk, line, "再去一次")).isInstanceOf(StrikeFromList.Outcome.AlreadyOff.class);
        assertThat(add(clerk, campaign, struck)).isEqualTo(new AddToList.Outcome.TakenOff(line, "随子女去外省长住"));
        assertThat(add(neighbour, campaign, added)).isInstanceOf(AddToList.Outcome.NotFound.class);
        assertThat(add(clerk, campaign, added)).isInstanceOf(AddToList.Outcome.Added.class);
        assertThat(add(clerk, campaign, added)).isInstanceOf(AddToList.Outcome.OnList.class);
        assertThat(approve(chief, campaign)).isEqualTo(new ApproveCampaign.Outcome.Unchecked(2));

        assertThat(check(town, line, false)).isInstanceOf(CheckChange.Outcome.Checked.class);
        assertThat(line(campaign, struck).state()).isEqualTo(Line.State.LISTED);
        assertThat(check(town, line(campaign, added).id(), true)).isInstanceOf(CheckChange.Outcome.Checked.class);
        assertThat(line(campaign, added).change().why()).isEqualTo("火灾后生活困难");
        assertThat(approve(chief, campaign)).isInstanceOf(ApproveCampaign.Outcome.Approved.class);
        assertThat(add(clerk, campaign, person(clerk, "晚了", Category.DISCHARGED_SOLDIER)))
                .isEqualTo(new AddToList.Outcome.ListNotOpen(Campaign.State.APPROVED));
        assertThat(strike(clerk, line, "不发了")).isInstanceOf(StrikeFromList.Outcome.BureauOnly.class);
    }

    @Test
    @DisplayName("核定为已故的，从名单上落下；查实没有的，回到名单上")
    void whoHasDiedFallsOff() {
        var person = person(clerk, "误传", Category.MARTYR_FAMILY);
        var campaign = opened(fund(1_000_000, 100_000), Campaign.Way.CASH, BEREAVED);
        settle(person, PersonStatus.DECEASED);
        assertThat(line(campaign, person).state()).isEqualTo(Line.State.FALLEN);
        settle(person, PersonStatus.ACTIVE);
        assertThat(line(campaign, person).state()).isEqualTo(Line.State.LISTED);
    }

    @Test
    @DisplayName("拟名单的人不批自己的名单；看到的数和现在不同，不批；批了就按人一笔笔留下钱和物")
    void oneApprovalByAnother() {
        var bereaved = person(clerk, "遗属", Category.MARTYR_FAMILY);
        var disabled = person(clerk, "残疾", Category.DISABLED_SOLDIER);
        var fund = fund(1_000_000, 100_000);
        var campaign = opened(fund, Campaign.Way.TRANSFER, BEREAVED, DISABLED);
        assertThat(approve(standingIn(chief, officer), campaign)).isInstanceOf(ApproveCampaign.Outcome.OwnList.class);
        assertThat(before(
                        15,
                        () -> perform(
                                chief,
                                ApproveCampaign.class,
                                new ApproveCampaign.Command(
                                        CommandId.fresh(chief), campaign, new Campaigns.Sum(1, 80_000, 0)))))
                .isInstanceOf(ApproveCampaign.Outcome.OtherSum.class);
        assertThat(approve(chief, campaign)).isInstanceOf(ApproveCampaign.Outcome.Approved.class);
        assertThat(grant(line(campaign, bereaved).moneyGrant())).isEqualTo("WAITING 80000");
        assertThat(line(campaign, bereaved).goodsGrant()).isNull();
        assertThat(grant(line(campaign, disabled).moneyGrant())).isEqualTo("WAITING 50000");
        assertThat(grant(line(campaign, disabled).goodsGrant())).isEqualTo("WAITING 6000");
        assertThat(approve(chief, campaign))
                .isEqualTo(new ApproveCampaign.Outcome.ListNotOpen(Campaign.State.APPROVED));
    }

    @Test
    @DisplayName("名单上有资金管理人的近亲属，就谁也不给：说出是谁；把他去掉，别人照给")
    void nobodyTiedToTheFund() {
        var tied = person(clerk, "管委会的亲属", Category.MARTYR_FAMILY);
        person(clerk, "管委会以外", Category.MARTYR_FAMILY);
        var fund = fund(1_000_000, 1);
        perform(
                chief,
                DeclareRelated.class,
                new DeclareRelated.Command(
                        CommandId.fresh(chief), fund, null, "申报人", "管委会成员", Relation.SIBLING, "管委会的亲属", null));
        var campaign = opened(fund, Campaign.Way.CASH, BEREAVED);
        assertThat(approve(chief, campaign))
                .isInstanceOfSatisfying(
                        ApproveCampaign.Outcome.RelatedToFund.class,
                        one -> assertThat(one.name()).isEqualTo("管委会的亲属"));
        var line = line(campaign, tied).id();
        assertThat(strike(clerk, line, "是管委会成员的亲属")).isInstanceOf(StrikeFromList.Outcome.Struck.class);
        assertThat(check(town, line, true)).isInstanceOf(CheckChange.Outcome.Checked.class);
        assertThat(approve(chief, campaign)).isInstanceOf(ApproveCampaign.Outcome.Approved.class);
    }

    @Test
    @DisplayName("钱不够给所有人，就谁也不给：说出要多少、有多少，名单还是拟定中，一分没有留")
    void allOrNobody() {
        person(clerk, "不够甲", Category.MARTYR_FAMILY);
        person(clerk, "不够乙", Category.MARTYR_FAMILY);
        var fund = fund(1_599, 1);
        var campaign = opened(fund, Campaign.Way.CASH, BEREAVED);
        var outcome = approve(chief, campaign);
        assertThat(outcome).isInstanceOfSatisfying(ApproveCampaign.Outcome.FundShort.class, shortOf -> {
            assertThat(shortOf.goods()).isFalse();
            assertThat(shortOf.available().fen()).isEqualTo(159_900);
            assertThat(shortOf.needed().fen()).isGreaterThanOrEqualTo(160_000);
        });
        assertThat(campaign(campaign).state()).isEqualTo(Campaign.State.OPEN);
        assertThat(everything
                        .sql("select count(*) from fund.grant_made where fund_id = :fund")
                        .param("fund", fund)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    @DisplayName("没有账号的，村里登记了就能编批；知道账号的，不再问")
    void missingAccountsAreAskedOfTheStation() {
        var person = person(clerk, "没账号", Category.MARTYR_FAMILY);
        var campaign = approved(Campaign.Way.TRANSFER);
        var line = line(campaign, person);
        assertThat(line.account()).isNull();
        assertThat(name(line.id(), "农业银行怀集支行", "12")).isInstanceOf(NameAccount.Outcome.BadAccount.class);
        assertThat(name(line.id(), "农业银行怀集支行", "6228 4800 0000 0000 018"))
                .isInstanceOf(NameAccount.Outcome.Named.class);
        assertThat(name(line.id(), "农业银行怀集支行", "6228480000000000019"))
                .isInstanceOf(NameAccount.Outcome.AccountKnown.class);
        assertThat(line(campaign, person).account().end()).isEqualTo("0018");
        assertThat(everything
                        .sql("select bank from fund.grant_made where id = :id")
                        .param("id", line.moneyGrant())
                        .query(String.class)
                        .single())
                .isEqualTo("农业银行怀集支行");
        var sealed = everything
                .sql("select account_sealed from fund.grant_made where id = :id")
                .param("id", line.moneyGrant())
                .query(byte[].class)
                .single();
        sealed(line.moneyGrant(), new byte[] {1});
        assertThat(name(line.id(), "农业银行怀集支行", "6228480000000000018"))
                .as("账号被换过的，不由一个人重新登记")
                .isInstanceOf(NameAccount.Outcome.AccountKnown.class);
        sealed(line.moneyGrant(), sealed);
        aFestivalOfItsOwn();
        var next = opened(fund(1_000_000, 100_000), Campaign.Way.TRANSFER, BEREAVED);
        assertThat(line(next, person).account().end()).as("下一个节日不再问").isEqualTo("0018");
    }

    @Test
    @DisplayName("批准时不在册的，没有给他留钱，恢复在册也不补进已批准的名单；换了由别处联系的不回来")
    void whoRisesAfterTheApprovalWasPromisedNothing() {
        var person = person(clerk, "批后复活", Category.MARTYR_FAMILY);
        person(clerk, "照常", Category.MARTYR_FAMILY);
        var campaign = opened(fund(1_000_000, 100_000), Campaign.Way.CASH, BEREAVED);
        settle(person, PersonStatus.DECEASED);
        assertThat(approve(chief, campaign)).isInstanceOf(ApproveCampaign.Outcome.Approved.class);
        settle(person, PersonStatus.ACTIVE);
        assertThat(line(campaign, person).state()).isEqualTo(Line.State.FALLEN);
    }

    @Test
    @DisplayName("谁增减过名单，谁不批准；镇街只核对村里增减的，局里增减的不改；村里收回自己还没核对的，不用核对，也不会被放回")
    void whoChangedTheListDoesNotApproveIt() {
        var person = person(clerk, "局里去掉", Category.MARTYR_FAMILY);
        var added = person(clerk, "村里收回", Category.DISCHARGED_SOLDIER);
        person(clerk, "照常发", Category.MARTYR_FAMILY);
        var campaign = opened(fund(1_000_000, 100_000), Campaign.Way.CASH, BEREAVED);
        assertThat(strike(chief, line(campaign, person).id(), "另有安排"))
                .isInstanceOf(StrikeFromList.Outcome.Struck.class);
        assertThat(approve(chief, campaign)).isInstanceOf(ApproveCampaign.Outcome.OwnList.class);
        assertThat(check(town, line(campaign, person).id(), false))
                .isInstanceOf(CheckChange.Outcome.NothingChanged.class);

        assertThat(add(clerk, campaign, added)).isInstanceOf(AddToList.Outcome.Added.class);
        var line = line(campaign, added).id();
        assertThat(strike(clerk, line, "弄错了")).isInstanceOf(StrikeFromList.Outcome.Struck.class);
        assertThat(check(town, line, false)).isInstanceOf(CheckChange.Outcome.NothingChanged.class);
        assertThat(line(campaign, added).state()).isEqualTo(Line.State.STRUCK);
    }

    @Test
    @DisplayName("代理别人增减的，两个人都算：本人回来不能自己核对；两个单位同一节日的慰问，编号不同")
    void whoStoodInIsKeptToo() {
        var person = person(clerk, "代理去掉", Category.MARTYR_FAMILY);
        var campaign = opened(fund(1_000_000, 100_000), Campaign.Way.CASH, BEREAVED);
        var line = line(campaign, person).id();
        strike(standingIn(neighbour, standingIn(town, clerk)), line, "随子女去外省长住");
        assertThat(check(town, line, true)).isInstanceOf(CheckChange.Outcome.OwnChange.class);
        var centre = standingIn(town, chief);
        assertThat(transactions.read(centre, () -> campaigns.nextNumber(centre, festival, day.getYear())))
                .isEqualTo(campaign(campaign).number() + "-2");
    }

    private StrikeFromList.Outcome strike(Actor.Office by, UUID line, String reason) {
        return perform(by, StrikeFromList.class, new StrikeFromList.Command(CommandId.fresh(by), line, reason));
    }

    private AddToList.Outcome add(Actor.Office by, UUID campaign, UUID person) {
        return perform(
                by,
                AddToList.class,
                new AddToList.Command(CommandId.fresh(by), campaign, person, Ground.BEREAVED, "火灾后生活困难"));
    }

    private CheckChange.Outcome check(Actor.Office by, UUID line, boolean agrees) {
        return perform(by, CheckChange.class, new CheckChange.Command(CommandId.fresh(by), line, agrees));
    }

    private void sealed(UUID grant, byte[] account) {
        everything
                .sql("update fund.grant_made set account_sealed = :account where id = :id")
                .param("account", account)
                .param("id", grant)
                .update();
    }

    private NameAccount.Outcome name(UUID line, String bank, String number) {
        return perform(clerk, NameAccount.class, new NameAccount.Command(CommandId.fresh(clerk), line, bank, number));
    }
}

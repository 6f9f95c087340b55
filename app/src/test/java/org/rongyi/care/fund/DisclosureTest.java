package org.rongyi.care.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.care.fund.ledger.Digest;
import org.rongyi.care.fund.raising.DisclosureTerms.Kind;
import org.rongyi.care.fund.raising.DisclosureTerms.Term;
import org.rongyi.care.fund.raising.Disclosures;
import org.rongyi.care.fund.raising.DueDisclosures;
import org.rongyi.care.fund.raising.PublishDisclosure;
import org.rongyi.care.fund.raising.RaisingPlan;
import org.rongyi.care.fund.raising.RecordFiling;
import org.rongyi.care.fund.raising.RegisterPlan;
import org.rongyi.care.fund.raising.Tally;
import org.rongyi.care.fund.raising.Tally.Item;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.approval.OtherRaised;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Money;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("募捐方案和信息公开：先备案再募捐，到期公开，公开了不变，谁都能重算")
class DisclosureTest extends PaymentOffice {

    @Autowired
    private Disclosures disclosures;

    @Autowired
    private DueDisclosures due;

    @Autowired
    private List<OtherRaised> raised;

    @Autowired
    private JdbcClient jdbc;

    @Test
    @DisplayName("没有公募资格、没有先备案、网上募捐没有指定平台的，登记不了；应急的可以后补")
    void whatMayBeRaisedInPublic() {
        assertThat(register(careFund(), plan("甲", false, null, today.plusDays(9), RaisingPlan.Way.ONSITE)))
                .isInstanceOf(RegisterPlan.Outcome.NoLicence.class);
        var noPage = new Fund.Charity("怀集县慈善会", licensed().creditCode(), "公募证 1 号", null, null);
        assertThat(register(
                        fundOf(chief, noPage),
                        plan("甲", false, filed(today), today.plusDays(9), RaisingPlan.Way.PLATFORM)))
                .isInstanceOf(RegisterPlan.Outcome.NoPlatform.class);
        var fund = fundOf(chief, licensed());
        assertThat(register(fund, plan("甲", false, null, today.plusDays(9), RaisingPlan.Way.ONSITE)))
                .isInstanceOf(RegisterPlan.Outcome.NotFiled.class);
        assertThat(register(
                        fund, plan("甲", false, filed(today.plusDays(1)), today.plusDays(9), RaisingPlan.Way.ONSITE)))
                .as("开始以后才备案")
                .isInstanceOf(RegisterPlan.Outcome.NotFiled.class);
        var emergency = registered(fund, plan("台风", true, null, today.plusDays(9), RaisingPlan.Way.PLATFORM));
        assertThat(open(fund, emergency))
                .extracting(Term::kind, Term::due)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(Kind.EMERGENCY, today.plusDays(5)),
                        org.assertj.core.groups.Tuple.tuple(Kind.FILING, today.plusDays(10)));
        assertThat(filing(emergency)).isInstanceOf(RecordFiling.Outcome.Filed.class);
        assertThat(filing(emergency)).isInstanceOf(RecordFiling.Outcome.FiledBefore.class);
        assertThat(open(fund, emergency)).extracting(Term::kind).containsExactly(Kind.EMERGENCY);
    }

    @Test
    @DisplayName("公开的从凭证汇总：收到、用途、剩下；之后再收再用，公开的不变，照同样凭证重算还是一样")
    void whatIsPublishedStaysAndCanBeSummedAnew() {
        var fund = fundOf(chief, licensed());
        var plan = registered(fund, plan("助学", false, filed(today), today.plusDays(30), RaisingPlan.Way.ONSITE));
        given(fund, new Lot.Terms(HARDSHIP, null, null), Gift.Donor.PERSON, plan);
        given(fund, 1_000, Lot.Terms.FREE);
        released(fund, List.of(granted(fund, Money.ofYuan(40))));

        var whole = published(fund, null);
        var ofPlan = published(fund, plan);
        assertThat(amounts(whole, Item.RECEIVED)).containsExactly(Money.ofYuan(1_100));
        assertThat(amounts(whole, Item.UNDER_WAY)).containsExactly(Money.ofYuan(40));
        assertThat(amounts(ofPlan, Item.RECEIVED)).containsExactly(Money.ofYuan(100));
        assertThat(amounts(ofPlan, Item.UNSPENT)).containsExactly(Money.ofYuan(60));

        given(fund, 5_000, Lot.Terms.FREE);
        commit(grant(fund, Money.ofYuan(7)));
        for (var id : List.of(whole, ofPlan)) {
            var one = find(id);
            assertThat(transactions.read(chief, () -> disclosures.sum(fund, one.plan(), one.marks())))
                    .as("照同样的凭证重算")
                    .isEqualTo(frozen(id));
            assertThat(Digest.of(one.document().getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(one.digest());
            assertThat(one.document()).doesNotContain("欧阳不公开", "陈丽华", "林国强", "13800138000");
        }
        assertThat(publish(officer, fund, plan)).isInstanceOf(PublishDisclosure.Outcome.PublishedToday.class);
        assertThat(publish(provinceOfficer, fund, plan)).isInstanceOf(PublishDisclosure.Outcome.NotFound.class);
    }

    @Test
    @DisplayName("公开了的，程序改不了、删不了")
    void whatIsPublishedIsNotChanged() {
        published(fundOf(chief, licensed()), null);
        for (var attempt : List.of(
                "update fund.disclosure set document = ''",
                "delete from fund.disclosure",
                "update fund.disclosure_line set amount = 0")) {
            assertThatThrownBy(() ->
                            transactions.write(chief, () -> jdbc.sql(attempt).update()))
                    .as(attempt)
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    @DisplayName("到期没公开：列在上级的督办清单上，公开了就下去；别的单位看不到")
    void whatIsLateStandsOnTheListAbove() {
        var fund = fundOf(chief, licensed());
        var name =
                transactions.read(chief, () -> funds.find(fund)).orElseThrow().name();
        assertThat(today.getDayOfYear()).as("这项基金今年元旦设立，三个月一次").isGreaterThan(95);
        var city = org.rongyi.demo.TestCounty.office(program, "shi");
        assertThat(onList(city)).anyMatch(what -> what.contains("没有定期公开：" + name));
        assertThat(onList(chief)).noneMatch(what -> what.contains(name));
        published(fund, null);
        assertThat(onList(city)).noneMatch(what -> what.contains(name));
    }

    private List<String> onList(Actor.Office reader) {
        return transactions.read(
                reader,
                () -> raised.stream()
                        .flatMap(one -> one.raised(reader).stream())
                        .map(OtherRaised.Line::what)
                        .toList());
    }

    private List<Term> open(UUID fund, UUID plan) {
        return transactions.read(chief, () -> due.of(funds.find(fund).orElseThrow())).stream()
                .filter(term -> plan.equals(term.subject().plan()) && term.isOpen(today))
                .toList();
    }

    private List<Money> amounts(UUID disclosure, Item item) {
        return frozen(disclosure).lines().stream()
                .filter(line -> line.item() == item)
                .map(Tally.Line::amount)
                .toList();
    }

    private Tally frozen(UUID disclosure) {
        return transactions.read(chief, () -> disclosures.frozen(disclosure));
    }

    private Disclosures.Disclosure find(UUID disclosure) {
        return transactions.read(chief, () -> disclosures.find(disclosure)).orElseThrow();
    }

    private UUID published(UUID fund, @Nullable UUID plan) {
        var outcome = publish(officer, fund, plan);
        assertThat(outcome).isInstanceOf(PublishDisclosure.Outcome.Published.class);
        return ((PublishDisclosure.Outcome.Published) outcome).subject();
    }

    private PublishDisclosure.Outcome publish(Actor.Office by, UUID fund, @Nullable UUID plan) {
        return perform(by, PublishDisclosure.class, new PublishDisclosure.Command(CommandId.fresh(by), fund, plan));
    }

    private RecordFiling.Outcome filing(UUID plan) {
        return perform(
                officer, RecordFiling.class, new RecordFiling.Command(CommandId.fresh(officer), plan, filed(today)));
    }

    private UUID registered(UUID fund, RaisingPlan plan) {
        var outcome = register(fund, plan);
        assertThat(outcome).isInstanceOf(RegisterPlan.Outcome.Registered.class);
        return ((RegisterPlan.Outcome.Registered) outcome).subject();
    }

    private RegisterPlan.Outcome register(UUID fund, RaisingPlan plan) {
        return perform(officer, RegisterPlan.class, new RegisterPlan.Command(CommandId.fresh(officer), fund, plan));
    }

    private static RaisingPlan.Filing filed(LocalDate on) {
        return new RaisingPlan.Filing("备案" + id(), on);
    }

    private RaisingPlan plan(
            String title, boolean emergency, RaisingPlan.@Nullable Filing filing, LocalDate ends, RaisingPlan.Way way) {
        return new RaisingPlan(
                id(), id(), title, today, ends, "怀集县", "资助老兵", List.of(way), "演示负责人", "用于相近的项目", emergency, filing);
    }
}

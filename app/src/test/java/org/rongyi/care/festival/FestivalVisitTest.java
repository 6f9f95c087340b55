package org.rongyi.care.festival;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.care.fund.payment.CancelGrant;
import org.rongyi.care.fund.recovery.OpenRecovery;
import org.rongyi.care.visit.CorrectVisit;
import org.rongyi.care.visit.HandOver;
import org.rongyi.care.visit.RecordVisit;
import org.rongyi.care.visit.Result;
import org.rongyi.care.visit.Sent;
import org.rongyi.care.visit.VisitContent;
import org.rongyi.care.visit.WithdrawVisit;
import org.rongyi.insight.figures.FigureKind;
import org.rongyi.insight.figures.FigureTable;
import org.rongyi.insight.figures.Period;
import org.rongyi.insight.figures.Question;
import org.rongyi.insight.figures.Recount;
import org.rongyi.people.person.AcceptHandover;
import org.rongyi.people.person.AskHandover;
import org.rongyi.people.person.Category;
import org.rongyi.people.person.PersonStatus;
import org.rongyi.people.person.PlaceKind;
import org.rongyi.people.person.RegisterPerson;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.CommandReused;
import org.rongyi.platform.documents.attachment.AttachmentKind;
import org.rongyi.platform.documents.attachment.Checked;
import org.rongyi.platform.documents.attachment.DraftFiles;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Money;
import org.springframework.beans.factory.annotation.Autowired;

@RongyiTest
@DisplayName("随走访送慰问：一次登记，走访和慰问一起成立、一起撤回")
class FestivalVisitTest extends FestivalOffice {

    private static final int CLERKS = 32;

    @Autowired
    private FigureTable figures;

    @Autowired
    private List<FigureKind> kinds;

    @Autowired
    private Recount recount;

    @Test
    @DisplayName("村里登记走访并签收：走访人次、慰问人次五级同时加一，物资和现金都已支出")
    void oneEntryForBoth() {
        var person = person(clerk, "签收甲", Category.DISABLED_SOLDIER);
        var campaign = approved(Campaign.Way.CASH);
        var before = counted();
        var outcome = handOver(campaign, person, "签收甲");
        assertThat(outcome).isInstanceOf(RecordVisit.Outcome.Recorded.class);
        var line = line(campaign, person);
        assertThat(line.state()).isEqualTo(Line.State.GIVEN);
        assertThat(line.given().visit()).isEqualTo(((RecordVisit.Outcome.Recorded) outcome).subject());
        assertThat(line.given().words()).isEqualTo("签收甲（本人）签收");
        assertThat(grant(line.moneyGrant())).isEqualTo("PAID 50000");
        assertThat(grant(line.goodsGrant())).isEqualTo("PAID 6000");
        assertThat(counted()).isEqualTo(plus(before, 1));
    }

    @Test
    @DisplayName("转账的：当面签收的只有物资，慰问金还等银行")
    void whatGoesThroughTheBankIsNotHandedOver() {
        var person = person(clerk, "签收乙", Category.DISABLED_SOLDIER);
        var campaign = approved(Campaign.Way.TRANSFER);
        assertThat(handOver(campaign, person, "签收乙")).isInstanceOf(RecordVisit.Outcome.Recorded.class);
        assertThat(grant(line(campaign, person).moneyGrant())).isEqualTo("WAITING 50000");
        assertThat(grant(line(campaign, person).goodsGrant())).isEqualTo("PAID 6000");
    }

    @Test
    @DisplayName("发不成的，走访也不登记：电话里的、没见到又不是家属签的、拒收的、签的不是本人、名单没批、发过的、县局解除了的")
    void whatCannotBeHandedOverLeavesNoVisit() {
        var person = person(clerk, "不成", Category.DISABLED_SOLDIER);
        var campaign = approved(Campaign.Way.CASH);
        var line = line(campaign, person).id();
        var before = counted();
        assertThat(refused(person, Result.MET, "PHONE", line, HandOver.As.SELF, "不成"))
                .contains("电话、视频里不能当面发");
        assertThat(refused(person, Result.NOT_IN, "HOME", line, HandOver.As.SELF, "不成"))
                .contains("由家属代收");
        assertThat(refused(person, Result.REFUSED, "HOME", line, HandOver.As.FAMILY, "李四"))
                .contains("拒访");
        assertThat(refused(person, Result.MET, "HOME", line, HandOver.As.SELF, "李四"))
                .contains("请选“家属代收”");
        assertThat(refused(person, Result.MET, "HOME", UUID.randomUUID(), HandOver.As.SELF, "不成"))
                .contains("不在名单上");
        var next = person(neighbour, "邻村", Category.DISABLED_SOLDIER);
        assertThat(refused(person, Result.MET, "HOME", line(campaign, person).goodsGrant(), HandOver.As.SELF, "不成"))
                .contains("不在名单上");
        assertThat(transactions.read(clerk, () -> lines.find(campaign, next))).isEmpty();
        cancel(line(campaign, person).goodsGrant());
        assertThat(refused(person, Result.MET, "HOME", line, HandOver.As.SELF, "不成"))
                .contains("已解除");
        assertThat(grant(line(campaign, person).moneyGrant())).isEqualTo("WAITING 50000");
        assertThat(counted()).isEqualTo(before);
        assertThat(line(campaign, person).state()).isEqualTo(Line.State.APPROVED);
    }

    @Test
    @DisplayName("同一张表交两次，是同一次；改了再交，不再发；另一个人再发，说出已由谁发过")
    void twiceIsOnce() {
        var person = person(clerk, "两次", Category.DISABLED_SOLDIER);
        var campaign = approved(Campaign.Way.CASH);
        var signed = new HandOver.Signed(line(campaign, person).id(), HandOver.As.SELF, "两次");
        var form = before(3, () -> visit(clerk, person, Result.MET, "HOME", List.of(signed)));
        var first = before(3, () -> perform(clerk, RecordVisit.class, form));
        assertThat(before(3, () -> perform(clerk, RecordVisit.class, form))).isEqualTo(first);
        var changed = new RecordVisit.Command(form.id(), form.content(), List.of(), false, true, List.of());
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> before(3, () -> perform(clerk, RecordVisit.class, changed)))
                .isInstanceOf(CommandReused.class);
        assertThat(refused(person, Result.MET, "HOME", signed.offer(), HandOver.As.SELF, "两次"))
                .contains("已由" + clerk.name() + "送到");
    }

    @Test
    @DisplayName("三十二个人同时给同一户发：恰好一个人发成，其余都说已经发过，账上只出一次")
    void thirtyTwoClerksAtOnce() throws Exception {
        var person = person(clerk, "争着发", Category.DISABLED_SOLDIER);
        var campaign = approved(Campaign.Way.CASH);
        var line = line(campaign, person);
        var signed = new HandOver.Signed(line.id(), HandOver.As.SELF, "争着发");
        Callable<RecordVisit.Outcome> one = () -> before(
                3, () -> perform(clerk, RecordVisit.class, visit(clerk, person, Result.MET, "HOME", List.of(signed))));
        var outcomes = new ArrayList<RecordVisit.Outcome>();
        try (var clerks = Executors.newFixedThreadPool(CLERKS)) {
            for (var done : clerks.invokeAll(java.util.Collections.nCopies(CLERKS, one))) {
                outcomes.add(done.get());
            }
        }
        assertThat(outcomes)
                .filteredOn(RecordVisit.Outcome.Recorded.class::isInstance)
                .hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !(outcome instanceof RecordVisit.Outcome.Recorded))
                .allMatch(outcome -> outcome.toString().contains("送到"));
        assertThat(everything
                        .sql("select count(*) from fund.payment where grant_id = any(:grants)")
                        .param("grants", new UUID[] {line.moneyGrant(), line.goodsGrant()})
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    @DisplayName("撤回走访：账上红字收回，慰问减一，又回到没送到，可以再发；没批准改动的，更正不了签收的事实")
    void withdrawalTakesItBack() {
        var person = person(clerk, "撤回", Category.DISABLED_SOLDIER);
        var campaign = approved(Campaign.Way.CASH);
        var before = counted();
        var visit = ((RecordVisit.Outcome.Recorded) handOver(campaign, person, "撤回")).subject();
        assertThat(correct(visit, person, Result.NOT_IN, "HOME")).isInstanceOf(CorrectVisit.Outcome.HandedOver.class);
        assertThat(correct(visit, person, Result.MET, "PHONE")).isInstanceOf(CorrectVisit.Outcome.HandedOver.class);
        assertThat(correct(visit, person, Result.MET, "STATION")).isInstanceOf(CorrectVisit.Outcome.Corrected.class);
        assertThat(withdraw(visit, 2)).isInstanceOf(WithdrawVisit.Outcome.Withdrawn.class);
        var line = line(campaign, person);
        assertThat(line.state()).isEqualTo(Line.State.APPROVED);
        assertThat(grant(line.moneyGrant())).isEqualTo("WAITING 50000");
        assertThat(grant(line.goodsGrant())).isEqualTo("WAITING 6000");
        assertThat(counted()).isEqualTo(before);
        assertThat(handOver(campaign, person, "撤回")).isInstanceOf(RecordVisit.Outcome.Recorded.class);
        assertThat(grant(line.goodsGrant())).isEqualTo("PAID 6000");
    }

    @Test
    @DisplayName("截至那天的名单：那天入账的在，后来撤回了也在；之前的、撤回之后的不在")
    void theListAsOfADayShowsWhatWasBookedByThen() {
        var person = person(clerk, "截至", Category.DISABLED_SOLDIER);
        var campaign = approved(Campaign.Way.CASH);
        var visit = ((RecordVisit.Outcome.Recorded) handOver(campaign, person, "截至")).subject();
        var given = line(campaign, person).given().on();
        var line = line(campaign, person).id();
        assertThat(givenBy(null)).contains(line);
        assertThat(withdraw(visit, 1)).isInstanceOf(WithdrawVisit.Outcome.Withdrawn.class);
        assertThat(givenBy(null)).doesNotContain(line);
        assertThat(givenBy(day.minusDays(4))).doesNotContain(line);
        assertThat(givenBy(day.minusDays(3))).contains(line);
        assertThat(givenBy(LocalDate.of(2199, 1, 1))).doesNotContain(line);
        assertThat(given).isEqualTo(day.minusDays(3));
    }

    private List<UUID> givenBy(LocalDate asOf) {
        var found = new ArrayList<UUID>();
        var filter = new LineList.Handed(null, day.minusDays(9), day, null, asOf);
        transactions.read(clerk, () -> {
            program.getBean(LineList.class)
                    .eachGiven(
                            clerk.scope(), filter, one -> found.add(one.line().id()));
            return true;
        });
        return found;
    }

    @Test
    @DisplayName("送到以后人归了邻村，原村撤回走访：原村的数减一，慰问归邻村等着送，邻村送得成")
    void whatIsTakenBackGoesWhereHeIs() {
        var person = person(clerk, "搬家", Category.DISABLED_SOLDIER);
        var campaign = approved(Campaign.Way.CASH);
        var before = counted();
        var visit = ((RecordVisit.Outcome.Recorded) handOver(campaign, person, "搬家")).subject();
        move(person);
        assertThat(withdraw(visit, 1)).isInstanceOf(WithdrawVisit.Outcome.Withdrawn.class);
        assertThat(counted()).isEqualTo(before);
        assertThat(line(campaign, person).state()).isEqualTo(Line.State.APPROVED);
        assertThat(line(campaign, person).code()).isEqualTo(neighbour.unitCode());
        var signed = new HandOver.Signed(line(campaign, person).id(), HandOver.As.SELF, "搬家");
        assertThat(before(
                        2,
                        () -> perform(
                                neighbour,
                                RecordVisit.class,
                                visit(neighbour, person, Result.MET, "HOME", List.of(signed)))))
                .isInstanceOf(RecordVisit.Outcome.Recorded.class);
    }

    @Test
    @DisplayName("送到以后去世、又撤回走访：数减一，退出名单，写明已故，等县局决定")
    void whatIsTakenBackFromTheDeadFalls() {
        var person = person(clerk, "去世", Category.DISABLED_SOLDIER);
        var campaign = approved(Campaign.Way.CASH);
        var before = counted();
        var visit = ((RecordVisit.Outcome.Recorded) handOver(campaign, person, "去世")).subject();
        settle(person, PersonStatus.DECEASED);
        assertThat(withdraw(visit, 1)).isInstanceOf(WithdrawVisit.Outcome.Withdrawn.class);
        assertThat(counted()).isEqualTo(before);
        assertThat(line(campaign, person).state()).isEqualTo(Line.State.FALLEN);
        assertThat(line(campaign, person).endedWhy()).isEqualTo("已故");
    }

    private void move(UUID person) {
        var spot = new RegisterPerson.Spot(neighbour.unitCode(), "8号", "二组");
        var asked = perform(
                clerk,
                AskHandover.class,
                new AskHandover.Command(CommandId.fresh(clerk), person, spot, PlaceKind.RESIDENCE, "已搬去居住"));
        perform(
                neighbour,
                AcceptHandover.class,
                new AcceptHandover.Command(CommandId.fresh(neighbour), ((AskHandover.Outcome.Asked) asked).subject()));
    }

    @Test
    @DisplayName("发了的正在追回：村里看不到追回的内容，走访也撤回不了，什么也没有变")
    void whatIsRecoveredIsNotTakenBack() {
        var person = person(clerk, "追回", Category.DISABLED_SOLDIER);
        var campaign = approved(Campaign.Way.CASH);
        var visit = ((RecordVisit.Outcome.Recorded) handOver(campaign, person, "追回")).subject();
        var grant = line(campaign, person).moneyGrant();
        var form = CommandId.fresh(officer);
        var paper = new Checked.Fit("来函.pdf", "application/pdf", new byte[] {'%', 1}, new byte[] {1}, 1, false);
        transactions.write(
                officer,
                () -> program.getBean(DraftFiles.class)
                        .keep(officer, form, new AttachmentKind("EVIDENCE", "依据"), paper));
        var open = new OpenRecovery.Command(form, grant, "FALSE_PAPERS", Money.ofYuan(500), "证件是假的");
        assertThat(perform(officer, OpenRecovery.class, open)).isInstanceOf(OpenRecovery.Outcome.Opened.class);
        assertThat(withdraw(visit, 1)).isEqualTo(new WithdrawVisit.Outcome.HandedOver("这笔已在追回，先办完追回"));
        assertThat(grant(grant)).isEqualTo("PAID 50000");
        assertThat(grant(line(campaign, person).goodsGrant())).isEqualTo("PAID 6000");
    }

    @Test
    @DisplayName("结束：没送到的说出来，留的钱物都解除；送到的不动；结束了不能再发；结束后撤回的，钱物不再留")
    void theEnd() {
        var given = person(clerk, "送到", Category.DISABLED_SOLDIER);
        var missed = person(clerk, "没送到", Category.DISABLED_SOLDIER);
        var campaign = approved(Campaign.Way.CASH);
        var visit = ((RecordVisit.Outcome.Recorded) handOver(campaign, given, "送到")).subject();
        assertThat(close(campaign, 0)).isInstanceOf(CloseCampaign.Outcome.OtherCount.class);
        int left = ((CloseCampaign.Outcome.OtherCount) close(campaign, 0)).now();
        assertThat(close(campaign, left)).isInstanceOfSatisfying(CloseCampaign.Outcome.Closed.class, closed -> {
            assertThat(closed.notGiven()).isEqualTo(left);
            assertThat(closed.kept()).isZero();
        });
        assertThat(line(campaign, missed).state()).isEqualTo(Line.State.NOT_GIVEN);
        assertThat(grant(line(campaign, missed).goodsGrant())).isEqualTo("CANCELLED 6000");
        assertThat(refused(missed, Result.MET, "HOME", line(campaign, missed).id(), HandOver.As.SELF, "没送到"))
                .contains("已经结束");
        assertThat(grant(line(campaign, given).goodsGrant())).isEqualTo("PAID 6000");
        assertThat(withdraw(visit, 1)).isInstanceOf(WithdrawVisit.Outcome.Withdrawn.class);
        assertThat(line(campaign, given).state()).isEqualTo(Line.State.NOT_GIVEN);
        assertThat(grant(line(campaign, given).goodsGrant())).isEqualTo("CANCELLED 6000");
        assertThat(close(campaign, 0)).isInstanceOf(CloseCampaign.Outcome.GreetingOver.class);
    }

    private String refused(UUID person, Result result, String mode, UUID offer, HandOver.As as, String by) {
        var signed = List.of(new HandOver.Signed(offer, as, by));
        var outcome = before(3, () -> perform(clerk, RecordVisit.class, visit(clerk, person, result, mode, signed)));
        assertThat(outcome).isInstanceOf(RecordVisit.Outcome.NotHanded.class);
        return ((RecordVisit.Outcome.NotHanded) outcome).why();
    }

    private CorrectVisit.Outcome correct(UUID visit, UUID person, Result result, String mode) {
        return before(3, () -> {
            var content = new VisitContent(
                    Map.of(person, result), now(), festival.name(), mode, Set.of(Sent.HONOUR), "", "", List.of());
            return perform(
                    clerk,
                    CorrectVisit.class,
                    new CorrectVisit.Command(CommandId.fresh(clerk), visit, 1, content, "方式记错"));
        });
    }

    private WithdrawVisit.Outcome withdraw(UUID visit, int version) {
        return before(
                0,
                () -> perform(
                        clerk,
                        WithdrawVisit.class,
                        new WithdrawVisit.Command(CommandId.fresh(clerk), visit, version, "记到了别人名下")));
    }

    private void cancel(UUID grant) {
        assertThat(before(
                        5,
                        () -> perform(
                                officer,
                                CancelGrant.class,
                                new CancelGrant.Command(CommandId.fresh(officer), grant, "商量不发了"))))
                .isInstanceOf(CancelGrant.Outcome.Cancelled.class);
    }

    @Test
    @DisplayName("慰问金额连物资作价一起，随签收计入、随撤回减去；转账的一份解除了的减去")
    void worthIsCountedWithTheGreeting() {
        var person = person(clerk, "记额甲", Category.DISABLED_SOLDIER);
        var before = worth();
        var campaign = approved(Campaign.Way.TRANSFER);
        assertThat(worth()).isEqualTo(before);
        var visit = ((RecordVisit.Outcome.Recorded) handOver(campaign, person, "记额甲")).subject();
        assertThat(worth()).isEqualTo(before + 56_000);
        cancel(line(campaign, person).moneyGrant());
        assertThat(worth()).isEqualTo(before + 6_000);
        assertThat(recount.run()).noneMatch(one -> one.kind().equals(FestivalKinds.MONEY));
        assertThat(withdraw(visit, 1)).isInstanceOf(WithdrawVisit.Outcome.Withdrawn.class);
        assertThat(worth()).isEqualTo(before);
        assertThat(recount.run()).noneMatch(one -> one.kind().equals(FestivalKinds.MONEY));
    }

    private long worth() {
        return transactions.read(
                clerk,
                () -> Set.of(YearMonth.from(day), YearMonth.from(day.minusDays(3))).stream()
                        .mapToLong(month -> figures.total(new Question(
                                        clerk.unitCode(), List.of(FestivalKinds.MONEY), new Period.Month(month), null))
                                .getFirst()
                                .times())
                        .sum());
    }

    /** 走访 and 慰问 of the festival's months at each level. */
    private Map<String, Long> counted() {
        var both = kinds.stream()
                .filter(kind -> Set.of("visit", "festival").contains(kind.code()))
                .toList();
        return transactions.read(clerk, () -> {
            var counts = new java.util.HashMap<String, Long>();
            for (var level : Level.values()) {
                for (var month : Set.of(YearMonth.from(day), YearMonth.from(day.minusDays(3)))) {
                    var question = new Question(clerk.unitCode().at(level), both, new Period.Month(month), null);
                    figures.total(question)
                            .forEach(count -> counts.merge(level + count.kind().code(), count.times(), Long::sum));
                }
            }
            return counts;
        });
    }

    private static Map<String, Long> plus(Map<String, Long> before, long more) {
        var after = new java.util.HashMap<String, Long>();
        before.forEach((what, many) -> after.put(what, many + more));
        return after;
    }
}

package org.rongyi.care.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.care.fund.ledger.AccountKind;
import org.rongyi.care.fund.ledger.EntryKind;
import org.rongyi.care.fund.purpose.ConfirmPurpose;
import org.rongyi.care.fund.purpose.ProposePurpose;
import org.rongyi.care.fund.purpose.PurposeChange;
import org.rongyi.care.fund.purpose.PurposeChanges;
import org.rongyi.care.fund.raising.RaisingPlan;
import org.rongyi.care.fund.raising.RegisterPlan;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.SideAudit;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RongyiTest
@DisplayName("变更捐赠用途：没用的部分，捐赠人书面同意，一人提出、另一人核定")
class PurposeTest extends PaymentOffice {

    private static final Lot.Terms SCHOOL = new Lot.Terms("EDUCATION", null, null);
    private static final Lot.Terms AID = new Lot.Terms(HARDSHIP, null, null);

    @Autowired
    private PurposeChanges changes;

    @Autowired
    private Gifts gifts;

    @Test
    @DisplayName("核定后转成新来源，收到的总数不变，两部分都查得到，新用途用得上")
    void whatIsLeftServesSomethingElse() {
        var fund = careFund();
        var gift = given(fund, 1_000, SCHOOL);
        assertThat(commit(grant(fund, Money.ofYuan(300), "EDUCATION", chief.unitCode())))
                .isInstanceOf(Commitments.Done.class);
        assertThat(commit(grant(fund, Money.ofYuan(100)))).isInstanceOf(Commitments.Insufficient.class);

        var change = proposed(propose(chief, gift, Money.ofYuan(700), AID));
        var other = colleague("另一位局长", Role.LEADER);
        assertThat(commit(grant(fund, Money.ofYuan(100)))).as("提出还不算").isInstanceOf(Commitments.Insufficient.class);
        assertThat(agree(chief, change)).isInstanceOf(ConfirmPurpose.Outcome.OwnProposal.class);
        assertThat(agree(standingIn(other, chief), change))
                .as("代理提出人的岗位，也算他")
                .isInstanceOf(ConfirmPurpose.Outcome.OwnProposal.class);
        assertThat(agree(other, change)).isInstanceOf(ConfirmPurpose.Outcome.Changed.class);
        assertThat(agree(other, change)).isInstanceOf(ConfirmPurpose.Outcome.AlreadyAnswered.class);

        assertThat(lot(gift).standing().received()).isEqualTo(Money.ofYuan(300));
        assertThat(lot(gift).terms()).as("原来的来源一个字不改").isEqualTo(SCHOOL);
        assertThat(lot(change).standing().available()).isEqualTo(Money.ofYuan(700));
        assertThat(lot(change).terms()).isEqualTo(AID);
        assertThat(balances(fund))
                .containsEntry(AccountKind.RECEIVED, 100_000L)
                .containsEntry(AccountKind.AVAILABLE, -70_000L)
                .containsEntry(AccountKind.COMMITTED, -30_000L)
                .containsEntry(AccountKind.BANK, 100_000L);
        assertThat(commit(grant(fund, Money.ofYuan(700)))).isInstanceOf(Commitments.Done.class);

        var published = transactions.read(chief, () -> changes.published(gift));
        assertThat(published).extracting(PurposeChanges.Published::amount).containsExactly(Money.ofYuan(700));
        var entry = transactions.read(chief, () -> journal.page(fund, null)).rows().stream()
                .filter(one -> one.kind() == EntryKind.REPURPOSED)
                .findFirst()
                .orElseThrow();
        assertThat(entry.amountFen()).isEqualTo(70_000);
        assertThat(reverse(chief, entry.id())).isInstanceOf(ReverseEntry.Outcome.NotByItself.class);
    }

    @Test
    @DisplayName("变更过的，再同意一次可以再变更；全部转走的捐赠照样公开")
    void whatWasChangedMayBeChangedAgain() {
        var fund = careFund();
        var gift = given(fund, 500, SCHOOL);
        var first = changed(gift, Money.ofYuan(500), AID);
        var second = changed(first, Money.ofYuan(200), new Lot.Terms(HARDSHIP, chief.unitCode(), today.plusDays(90)));
        assertThat(lot(first).standing().received()).isEqualTo(Money.ofYuan(300));
        assertThat(lot(second).standing().received()).isEqualTo(Money.ofYuan(200));
        assertThat(transactions.read(chief, () -> changes.published(gift))).hasSize(2);
        assertThat(transactions.read(chief, () -> gifts.published(fund, null)).rows())
                .extracting(Gifts.Published::id, Gifts.Published::amount)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(gift, Money.ofYuan(500)));
    }

    @Test
    @DisplayName("没有书面材料、没写谁签的、多于剩下的、没有限定的、没改什么的，都不收")
    void whatIsMissingIsSaid() {
        var fund = careFund();
        var gift = given(fund, 500, SCHOOL);
        var form = CommandId.fresh(officer);
        assertThat(propose(officer, form, gift, Money.ofYuan(500), AID, "陈丽华"))
                .isInstanceOf(ProposePurpose.Outcome.NoPaper.class);
        attach(officer, form);
        assertThat(propose(officer, CommandId.fresh(officer), gift, Money.ofYuan(500), AID, " "))
                .isEqualTo(new ProposePurpose.Outcome.NotSigned(PurposeChange.Basis.CONSENT));
        assertThat(propose(officer, gift, Money.ofYuan(501), AID))
                .isEqualTo(new ProposePurpose.Outcome.MoreThanLeft(Money.ofYuan(500)));
        assertThat(propose(officer, gift, Money.ofYuan(500), SCHOOL))
                .isInstanceOf(ProposePurpose.Outcome.SameTerms.class);
        assertThat(propose(officer, given(fund, 10, Lot.Terms.FREE), Money.ofYuan(10), AID))
                .isInstanceOf(ProposePurpose.Outcome.Unbound.class);
        assertThat(propose(provinceOfficer, gift, Money.ofYuan(500), AID))
                .isInstanceOf(ProposePurpose.Outcome.NotFound.class);
        proposed(propose(officer, gift, Money.ofYuan(500), AID));
        assertThat(propose(officer, gift, Money.ofYuan(500), AID))
                .isInstanceOf(ProposePurpose.Outcome.AlreadyProposed.class);
    }

    @Test
    @DisplayName("提出之后又定给了人：核不了，退回要写原因")
    void whatWasPromisedMeanwhileIsNotMoved() {
        var fund = careFund();
        var gift = given(fund, 500, SCHOOL);
        var change = proposed(propose(officer, gift, Money.ofYuan(500), AID));
        commit(grant(fund, Money.ofYuan(1), "EDUCATION", chief.unitCode()));
        assertThat(agree(chief, change)).isEqualTo(new ConfirmPurpose.Outcome.MoreThanLeft(Money.ofYuan(499)));
        assertThat(answer(chief, change, false, "")).isInstanceOf(ConfirmPurpose.Outcome.NoReason.class);
        assertThat(answer(chief, change, false, "长".repeat(201))).isInstanceOf(ConfirmPurpose.Outcome.NoReason.class);
        assertThat(answer(chief, change, false, "照 75123 部队来函")).isInstanceOf(ConfirmPurpose.Outcome.LooksSecret.class);
        assertThat(answer(chief, change, false, "已用掉一部分")).isInstanceOf(ConfirmPurpose.Outcome.Declined.class);
        proposed(propose(officer, gift, Money.ofYuan(499), AID));
    }

    @Test
    @DisplayName("填错了的，提出人自己撤回，写明理由；用途不变，可以重新提出")
    void whoProposedTakesItBack() {
        var fund = careFund();
        var gift = given(fund, 500, SCHOOL);
        var change = proposed(propose(chief, gift, Money.ofYuan(500), AID));
        assertThat(answer(chief, change, false, "")).isInstanceOf(ConfirmPurpose.Outcome.NoReason.class);
        assertThat(answer(chief, change, false, "金额填错")).isInstanceOf(ConfirmPurpose.Outcome.TakenBack.class);
        assertThat(agree(colleague("另一位局长", Role.LEADER), change))
                .isInstanceOf(ConfirmPurpose.Outcome.AlreadyAnswered.class);
        assertThat(commit(grant(fund, Money.ofYuan(100)))).as("用途不变").isInstanceOf(Commitments.Insufficient.class);
        proposed(propose(chief, gift, Money.ofYuan(400), AID));
    }

    @Test
    @DisplayName("随募捐方案来的，要方案变更的备案编号；匿名的，期限过了、用途不变才行")
    void thePaperFollowsFromTheGift() {
        var fund = fundOf(chief, licensed());
        var plan = plan(fund);
        var raised = given(fund, SCHOOL, Gift.Donor.PERSON, plan);
        var change = proposed(propose(officer, raised, Money.ofYuan(100), AID));
        assertThat(transactions
                        .read(chief, () -> changes.find(change))
                        .orElseThrow()
                        .agreement()
                        .basis())
                .isEqualTo(PurposeChange.Basis.FILING);

        var over = new Lot.Terms("EDUCATION", null, today.minusDays(1));
        var nobody = given(fund, over, Gift.Donor.ANONYMOUS, null);
        assertThat(propose(officer, nobody, Money.ofYuan(100), AID))
                .isInstanceOf(ProposePurpose.Outcome.NobodyToAsk.class);
        assertThat(propose(officer, given(fund, SCHOOL, Gift.Donor.ANONYMOUS, null), Money.ofYuan(100), AID))
                .isInstanceOf(ProposePurpose.Outcome.NobodyToAsk.class);
        var longer = new Lot.Terms("EDUCATION", null, today.plusDays(100));
        assertThat(agree(chief, proposed(propose(officer, nobody, Money.ofYuan(100), longer))))
                .isInstanceOf(ConfirmPurpose.Outcome.Changed.class);
    }

    @Test
    @DisplayName("早先提出、资金付不了的新用途：核定不了")
    void whatCouldNeverBePaidIsNotConfirmed() {
        var fund = opened(chief, FundKind.VOLUNTEER);
        var gift = given(fund, 100, new Lot.Terms("VOLUNTEER", null, today.plusDays(10)));
        var change = proposed(propose(officer, gift, Money.ofYuan(100), new Lot.Terms("VOLUNTEER", null, null)));
        wish(change, "EDUCATION");
        assertThat(agree(chief, change)).isInstanceOf(ConfirmPurpose.Outcome.PurposeNotOfFund.class);
        wish(change, "VOLUNTEER");
        assertThat(agree(chief, change)).isInstanceOf(ConfirmPurpose.Outcome.Changed.class);
    }

    /** As it could be proposed before anybody asked what the fund is for. */
    private void wish(UUID change, String purpose) {
        var jobs = program.getBean("jobPool", DataSource.class);
        var alone = JdbcClient.create(jobs);
        new TransactionTemplate(new DataSourceTransactionManager(jobs)).executeWithoutResult(acting -> {
            alone.sql("update fund.purpose_change set purpose = :purpose where id = :id")
                    .param("purpose", purpose)
                    .param("id", change)
                    .update();
            SideAudit.on(alone, program.getBean(Clock.class))
                    .record(officer, new AuditTrail.Entry("WishForTest", change, "Done", true));
        });
    }

    @Test
    @DisplayName("约定的日子过了、没用完的，列在单子上；变更之后不再列")
    void whatIsLeftAfterItsDayIsListed() {
        var fund = careFund();
        var gift = given(fund, 500, new Lot.Terms(HARDSHIP, null, today.minusDays(1)));
        given(fund, 500, new Lot.Terms(HARDSHIP, null, today));
        assertThat(leftOver(fund)).containsExactly(gift);
        changed(gift, Money.ofYuan(500), new Lot.Terms(HARDSHIP, null, today.plusDays(30)));
        assertThat(leftOver(fund)).isEmpty();
    }

    private List<UUID> leftOver(UUID fund) {
        return transactions.read(chief, () -> lots.leftOver(fund, today)).stream()
                .map(Lot::id)
                .toList();
    }

    private UUID changed(UUID lot, Money amount, Lot.Terms terms) {
        var change = proposed(propose(officer, lot, amount, terms));
        assertThat(agree(chief, change)).isInstanceOf(ConfirmPurpose.Outcome.Changed.class);
        return change;
    }

    private ProposePurpose.Outcome propose(Actor.Office by, UUID lot, Money amount, Lot.Terms terms) {
        var form = CommandId.fresh(by);
        attach(by, form);
        return propose(by, form, lot, amount, terms, "陈丽华");
    }

    private ProposePurpose.Outcome propose(
            Actor.Office by, CommandId form, UUID lot, Money amount, Lot.Terms terms, String signedBy) {
        return perform(
                by,
                ProposePurpose.class,
                new ProposePurpose.Command(form, lot, amount, terms, "改为帮助困难老兵", signedBy, today));
    }

    private static UUID proposed(ProposePurpose.Outcome outcome) {
        assertThat(outcome).isInstanceOf(ProposePurpose.Outcome.Proposed.class);
        return ((ProposePurpose.Outcome.Proposed) outcome).subject();
    }

    private ConfirmPurpose.Outcome agree(Actor.Office by, UUID change) {
        return answer(by, change, true, "");
    }

    private ConfirmPurpose.Outcome answer(Actor.Office by, UUID change, boolean agrees, String words) {
        return perform(
                by, ConfirmPurpose.class, new ConfirmPurpose.Command(CommandId.fresh(by), change, agrees, words));
    }

    private UUID plan(UUID fund) {
        var plan = new RaisingPlan(
                fund,
                fund,
                "助学募捐",
                today.minusDays(1),
                today.plusDays(30),
                "怀集县",
                "资助老兵子女上学",
                List.of(RaisingPlan.Way.ONSITE),
                "演示负责人",
                "用于相近的项目",
                false,
                new RaisingPlan.Filing("备案" + id(), today.minusDays(2)));
        var outcome =
                perform(officer, RegisterPlan.class, new RegisterPlan.Command(CommandId.fresh(officer), fund, plan));
        assertThat(outcome).isInstanceOf(RegisterPlan.Outcome.Registered.class);
        return ((RegisterPlan.Outcome.Registered) outcome).subject();
    }
}

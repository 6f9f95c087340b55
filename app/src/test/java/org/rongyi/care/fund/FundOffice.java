package org.rongyi.care.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.rongyi.care.fund.ledger.AccountKind;
import org.rongyi.care.fund.ledger.Journal;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Money;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A county bureau and the province's that keep books. */
public abstract class FundOffice {

    private static final AtomicInteger NEXT = new AtomicInteger();

    protected static final String HARDSHIP = "HARDSHIP";

    @Autowired
    protected ApplicationContext program;

    @Autowired
    protected Acts acts;

    @Autowired
    protected Transactions transactions;

    @Autowired
    protected AuditTrail audit;

    @Autowired
    protected Funds funds;

    @Autowired
    protected Lots lots;

    @Autowired
    protected Journal journal;

    @Autowired
    protected Commitments commitments;

    @Autowired
    private OpenFund openFund;

    @Autowired
    private ReceiveGift receiveGift;

    @Autowired
    private RecordIncome recordIncome;

    @Autowired
    private ReverseEntry reverseEntry;

    @Autowired
    private Clock clock;

    protected Actor.Office officer;
    protected Actor.Office chief;
    protected Actor.Office provinceOfficer;
    protected Actor.Office provinceLeader;
    protected LocalDate today;

    @BeforeEach
    void theyAreAtWork() {
        officer = TestCounty.office(program, "xian");
        chief = TestCounty.office(program, "juzhang");
        provinceOfficer = TestCounty.office(program, "sheng");
        provinceLeader = TestCounty.office(program, "shengling");
        today = LocalDate.now(clock);
    }

    protected UUID careFund() {
        return opened(chief, FundKind.CARE);
    }

    protected UUID opened(Actor.Office by, FundKind kind) {
        return opened(by, kind, new Fund.Charity("怀集县慈善会", creditCode(), null, null, null));
    }

    /** A charity that may raise in public, and has a page on a platform. */
    protected static Fund.Charity licensed() {
        return new Fund.Charity("怀集县慈善会", creditCode(), "公募证 1 号", null, "https://gongyi.qq.com/gongyi");
    }

    protected UUID fundOf(Actor.Office by, Fund.Charity charity) {
        return opened(by, FundKind.CARE, charity);
    }

    private UUID opened(Actor.Office by, FundKind kind, Fund.Charity charity) {
        var name = kind.zh() + NEXT.incrementAndGet() + "号";
        var outcome = acts.perform(
                by,
                openFund,
                new OpenFund.Command(CommandId.fresh(by), name, kind, "设立文件", null, charity, today.withDayOfYear(1)));
        assertThat(outcome).isInstanceOf(OpenFund.Outcome.Opened.class);
        return ((OpenFund.Outcome.Opened) outcome).subject();
    }

    private static String creditCode() {
        var first = "5144122333333333A";
        return first + org.rongyi.platform.kernel.CreditCode.checkCharacter(first);
    }

    protected ReceiveGift.Outcome gift(UUID fund, String receipt, long yuan, Lot.Terms terms) {
        var giver = new ReceiveGift.Giver(Gift.Donor.PERSON, "陈丽华", false, "13800138000", null);
        return acts.perform(
                officer,
                receiveGift,
                new ReceiveGift.Command(
                        CommandId.fresh(officer),
                        fund,
                        giver,
                        receipt,
                        null,
                        Money.ofYuan(yuan),
                        "帮助困难老兵",
                        terms,
                        today));
    }

    /** A gift under a receipt of its own. */
    protected UUID given(UUID fund, long yuan, Lot.Terms terms) {
        var outcome = gift(fund, "粤财捐" + Ids.next(), yuan, terms);
        assertThat(outcome).isInstanceOf(ReceiveGift.Outcome.Received.class);
        return ((ReceiveGift.Outcome.Received) outcome).subject();
    }

    /** 100 yuan by a plan, or by none. */
    protected UUID given(UUID fund, Lot.Terms terms, Gift.Donor donor, @Nullable UUID plan) {
        var giver = new ReceiveGift.Giver(
                donor, donor == Gift.Donor.ANONYMOUS ? null : "欧阳不公开", false, "13800138000", null);
        var outcome = acts.perform(
                officer,
                receiveGift,
                new ReceiveGift.Command(
                        CommandId.fresh(officer),
                        fund,
                        giver,
                        "粤财捐" + Ids.next(),
                        null,
                        Money.ofYuan(100),
                        "帮助困难老兵",
                        terms,
                        today,
                        plan));
        assertThat(outcome).isInstanceOf(ReceiveGift.Outcome.Received.class);
        return ((ReceiveGift.Outcome.Received) outcome).subject();
    }

    protected RecordIncome.Outcome income(Actor.Office by, UUID fund, RecordIncome.Kind kind, long yuan) {
        return acts.perform(
                by,
                recordIncome,
                new RecordIncome.Command(
                        CommandId.fresh(by),
                        fund,
                        kind,
                        kind.zh(),
                        "对账单 " + NEXT.incrementAndGet() + " 号",
                        Money.ofYuan(yuan),
                        today,
                        Lot.Terms.FREE));
    }

    protected ReverseEntry.Outcome reverse(Actor.Office by, UUID entry) {
        return acts.perform(by, reverseEntry, new ReverseEntry.Command(CommandId.fresh(by), entry, "登记错了"));
    }

    protected Commitments.Grant grant(UUID fund, Money amount) {
        return grant(fund, amount, HARDSHIP, chief.unitCode());
    }

    protected Commitments.Grant grant(UUID fund, Money amount, String purpose, DivisionCode place) {
        return new Commitments.Grant(
                fund,
                new Commitments.Cause("TEST_AID", Ids.next(), "测试案号"),
                purpose,
                "困难帮扶援助",
                new Commitments.Recipient(Ids.next(), "林国强", place),
                false,
                amount,
                new Commitments.BankAccount("林国强", "农业银行怀集支行", "6228480000000000018"));
    }

    /** In a transaction of its own, undone when it does not succeed, as the act of a decision would. */
    protected Commitments.Committed commit(Commitments.Grant grant) {
        return commit(chief, grant);
    }

    protected Commitments.Committed commit(Actor.Office by, Commitments.Grant grant) {
        return transactions.write(chief, () -> {
            var committed = commitments.commit(by, grant);
            audit.record(by, new AuditTrail.Entry("DecideForTest", null, "Done", true));
            return committed;
        });
    }

    protected Lot lot(UUID id) {
        return transactions.read(chief, () -> lots.find(id)).orElseThrow();
    }

    protected Map<AccountKind, Long> balances(UUID fund) {
        return transactions.read(chief, () -> journal.balances(fund));
    }
}

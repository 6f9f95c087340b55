package org.rongyi.care.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.rongyi.care.fund.bank.ConfirmSettlement;
import org.rongyi.care.fund.bank.ProposeSettlement;
import org.rongyi.care.fund.bank.ReadBankResult;
import org.rongyi.care.fund.bank.Settlements;
import org.rongyi.care.fund.handout.HandOut;
import org.rongyi.care.fund.ledger.AccountKind;
import org.rongyi.care.fund.payment.ApproveBatch;
import org.rongyi.care.fund.payment.BankFile;
import org.rongyi.care.fund.payment.Batch;
import org.rongyi.care.fund.payment.DissolveBatch;
import org.rongyi.care.fund.payment.Grants;
import org.rongyi.care.fund.payment.MakeBatch;
import org.rongyi.care.fund.payment.Payment;
import org.rongyi.care.fund.payment.PaymentBatches;
import org.rongyi.care.fund.payment.Payments;
import org.rongyi.care.fund.payment.ReleaseBatch;
import org.rongyi.care.fund.payment.TakeBankFile;
import org.rongyi.care.fund.recovery.RecordOverpaidBack;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.Act.Command;
import org.rongyi.platform.act.Act.Outcome;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.documents.attachment.AttachmentKind;
import org.rongyi.platform.documents.attachment.Checked;
import org.rongyi.platform.documents.attachment.DraftFiles;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;

/** A bureau that pays: 经办 makes, 局长 approves, 出纳 lets it go. */
public abstract class PaymentOffice extends FundOffice {

    private static final AtomicLong ACCOUNT = new AtomicLong(6_228_480_000_000_000_000L);

    @Autowired
    protected PaymentBatches batches;

    @Autowired
    protected Payments payments;

    @Autowired
    protected Grants grants;

    @Autowired
    protected BankFile bankFile;

    @Autowired
    protected Settlements settlements;

    @Autowired
    private DraftFiles drafts;

    protected Actor.Office cashier;

    @BeforeEach
    void theCashierIsAtWork() {
        cashier = colleague("出纳", Role.OFFICER);
    }

    /** Somebody else of the bureau. */
    protected Actor.Office colleague(String name, Role role) {
        return new Actor.Office(
                UUID.randomUUID(),
                name,
                UUID.randomUUID(),
                officer.unit(),
                officer.unitName(),
                officer.unitCode(),
                role,
                officer.level(),
                officer.scope());
    }

    /** Somebody who stands in for another. */
    protected static Actor.Office standingIn(Actor.Office one, Actor.Office whom) {
        return new Actor.Office(
                one.account(),
                one.name() + "代" + whom.name(),
                whom.post(),
                whom.unit(),
                whom.unitName(),
                whom.unitCode(),
                whom.role(),
                whom.level(),
                whom.scope(),
                whom.account());
    }

    protected UUID richFund(long yuan) {
        var fund = careFund();
        given(fund, yuan / 2, Lot.Terms.FREE);
        given(fund, yuan - yuan / 2, new Lot.Terms(HARDSHIP, null, null));
        return fund;
    }

    /** A decision of 局长, to an account of its own. */
    protected UUID granted(UUID fund, Money amount) {
        var plain = grant(fund, amount);
        var account = new Commitments.BankAccount("林国强", "农业银行怀集支行", Long.toString(ACCOUNT.incrementAndGet()));
        var done = commit(new Commitments.Grant(
                fund, plain.cause(), HARDSHIP, plain.words(), plain.recipient(), false, amount, account));
        assertThat(done).isInstanceOf(Commitments.Done.class);
        return ((Commitments.Done) done).grant();
    }

    protected <C extends Command, O extends Outcome> O perform(
            Actor.Office by, Class<? extends Act<C, O>> act, C command) {
        return acts.perform(by, program.getBean(act), command);
    }

    protected MakeBatch.Outcome make(Actor.Office by, UUID fund, List<UUID> chosen) {
        return perform(by, MakeBatch.class, new MakeBatch.Command(CommandId.fresh(by), fund, chosen, null));
    }

    protected UUID made(UUID fund, List<UUID> chosen) {
        var outcome = make(officer, fund, chosen);
        assertThat(outcome).isInstanceOf(MakeBatch.Outcome.Made.class);
        return ((MakeBatch.Outcome.Made) outcome).subject();
    }

    protected ApproveBatch.Outcome approve(Actor.Office by, UUID batch) {
        var seen = batch(batch);
        return perform(
                by,
                ApproveBatch.class,
                new ApproveBatch.Command(CommandId.fresh(by), batch, seen.count(), seen.amount()));
    }

    protected ReleaseBatch.Outcome release(Actor.Office by, UUID batch) {
        return perform(
                by,
                ReleaseBatch.class,
                new ReleaseBatch.Command(
                        CommandId.fresh(by), batch, batch(batch).amount()));
    }

    protected DissolveBatch.Outcome dissolve(Actor.Office by, UUID batch) {
        return perform(by, DissolveBatch.class, new DissolveBatch.Command(CommandId.fresh(by), batch, "编错了"));
    }

    /** Made, approved and released, each by another. */
    protected UUID released(UUID fund, List<UUID> chosen) {
        var batch = made(fund, chosen);
        assertThat(approve(chief, batch)).isInstanceOf(ApproveBatch.Outcome.Approved.class);
        assertThat(release(cashier, batch)).isInstanceOf(ReleaseBatch.Outcome.Released.class);
        return batch;
    }

    protected byte[] file(UUID batch) {
        assertThat(perform(cashier, TakeBankFile.class, new TakeBankFile.Command(CommandId.fresh(cashier), batch)))
                .isInstanceOf(TakeBankFile.Outcome.Taken.class);
        return transactions.read(cashier, () -> bankFile.bytes(batch(batch)));
    }

    protected ReadBankResult.Outcome read(UUID batch, byte[] result) {
        return perform(
                officer,
                ReadBankResult.class,
                new ReadBankResult.Command(CommandId.fresh(officer), batch, "结果.csv", result));
    }

    protected ReadBankResult.Outcome.Read wasRead(UUID batch, byte[] result) {
        var outcome = read(batch, result);
        assertThat(outcome).isInstanceOf(ReadBankResult.Outcome.Read.class);
        return (ReadBankResult.Outcome.Read) outcome;
    }

    protected ProposeSettlement.Outcome propose(Actor.Office by, UUID payment, Money paid) {
        var form = CommandId.fresh(by);
        attach(by, form);
        return perform(
                by, ProposeSettlement.class, new ProposeSettlement.Command(form, payment, paid, today, "银行书面答复"));
    }

    protected ConfirmSettlement.Outcome confirm(Actor.Office by, UUID payment) {
        var open = transactions.read(by, () -> settlements.ofPayment(payment)).getFirst();
        return perform(
                by, ConfirmSettlement.class, new ConfirmSettlement.Command(CommandId.fresh(by), open.id(), true));
    }

    protected void attach(Actor.Office by, CommandId form) {
        var paper = new Checked.Fit("回单.pdf", "application/pdf", new byte[] {'%', 1}, new byte[] {1}, 1, false);
        transactions.write(by, () -> drafts.keep(by, form, new AttachmentKind("SIGNED", "凭据"), paper));
    }

    protected Batch batch(UUID id) {
        return transactions.read(officer, () -> batches.find(id)).orElseThrow();
    }

    protected List<Payment> paymentsOf(UUID batch) {
        return transactions.read(officer, () -> payments.ofBatch(batch));
    }

    protected GrantState stateOf(UUID grant) {
        return transactions
                .read(officer, () -> grants.find(grant))
                .orElseThrow()
                .state();
    }

    /** What an account holds, above zero on its own side. */
    protected Money holds(UUID fund, AccountKind kind) {
        return new Money(balances(fund).get(kind) * kind.sign());
    }

    protected Map<AccountKind, Long> held(UUID fund, AccountKind... kinds) {
        return List.of(kinds).stream()
                .collect(
                        Collectors.toMap(kind -> kind, kind -> holds(fund, kind).fen()));
    }

    /** As the bank would write it. */
    protected byte[] result(String batch, List<String> lines) {
        return Bank.result(batch, today, lines);
    }

    protected void handOut(UUID grant) {
        var form = CommandId.fresh(officer);
        attach(officer, form);
        assertThat(perform(officer, HandOut.class, new HandOut.Command(form, grant, today, "林国强", "李红", "银行退回，急用")))
                .isInstanceOf(HandOut.Outcome.HandedOut.class);
    }

    protected void settle(UUID payment, long yuan, Actor.Office confirming) {
        propose(officer, payment, Money.ofYuan(yuan));
        assertThat(confirm(confirming, payment)).isInstanceOf(ConfirmSettlement.Outcome.Settled.class);
    }

    protected void said(UUID batch, String line) {
        wasRead(batch, result(batch(batch).number(), List.of(line)));
    }

    protected RecordOverpaidBack.Outcome back(UUID payment, long yuan) {
        return perform(
                officer,
                RecordOverpaidBack.class,
                new RecordOverpaidBack.Command(CommandId.fresh(officer), payment, Money.ofYuan(yuan), today, "回单 7 号"));
    }

    protected static UUID id() {
        return Ids.next();
    }
}

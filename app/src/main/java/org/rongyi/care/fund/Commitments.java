package org.rongyi.care.fund;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.ledger.AccountKind;
import org.rongyi.care.fund.ledger.EntryKind;
import org.rongyi.care.fund.ledger.Ledger;
import org.rongyi.care.fund.ledger.Posted;
import org.rongyi.care.fund.ledger.Posting;
import org.rongyi.care.fund.ledger.Posting.Share;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.vault.SealedField;
import org.rongyi.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 承诺: sets money of a fund aside for somebody, in the transaction of the decision that gives it. From then on nobody
 * else can have it; it is paid by batch, or freed again.
 */
@Component
public class Commitments {

    static final SealedField ACCOUNT = new SealedField("fund.grant_made", "account_sealed");

    private static final String INSERT = """
            insert into fund.grant_made (id, fund_id, case_id, case_number, service, purpose, words, person_id, person_name,
                                         in_kind, amount, code_then, code_now, granted_on, granted_at, granted_by, granted_for, payee,
                                         bank,
                                         account_sealed, account_print, on_top, state)
            values (:id, :fund, :case, :number, :service, :purpose, :words, :person, :name, :kind, :amount, :code, :code, :on,
                    :at, :by, :for, :payee, :bank, :account, :print, :onTop, 'WAITING')
            """;

    private final JdbcClient jdbc;
    private final Funds funds;
    private final Lots lots;
    private final Ties ties;
    private final Ledger ledger;
    private final Vault vault;
    private final Clock clock;

    Commitments(JdbcClient jdbc, Funds funds, Lots lots, Ties ties, Ledger ledger, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.funds = funds;
        this.lots = lots;
        this.ties = ties;
        this.ledger = ledger;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * What is given.
     *
     * @param purpose an entry of the list {@code fund.purpose}: which sources may bear it
     * @param words for the books and the public: no name, no illness
     * @param inKind goods of the fund; else money
     */
    public record Grant(
            UUID fund,
            Cause cause,
            String purpose,
            String words,
            Recipient recipient,
            boolean inKind,
            Money amount,
            @Nullable BankAccount account) {}

    /**
     * The decision it rests on.
     *
     * @param onTop of which round of its case, when it only adds to what an earlier decision gave; none for the first
     */
    public record Cause(
            String service,
            UUID caseId,
            String number,
            @Nullable Integer onTop) {

        public Cause(String service, UUID caseId, String number) {
            this(service, caseId, number, null);
        }
    }

    /** For whom; the place decides which earmarked sources may pay. */
    public record Recipient(UUID person, String name, DivisionCode place) {}

    /** 收款账户: of the person, or of whoever may receive for him. */
    public record BankAccount(String payee, String bank, String number) {}

    /** What became of it. */
    public sealed interface Committed {}

    public record Done(UUID grant) implements Committed {}

    /** Not enough for this purpose and place: what there is. */
    public record Insufficient(Money available) implements Committed {}

    /** No such fund for this place and purpose, or it is closed. */
    public record NoSuchFund() implements Committed {}

    /**
     * 利害关系人: he is tied to who manages the fund, and is not helped from it (慈善法).
     *
     * @param why for whoever decides: what the tie is, and what to do
     */
    public record Related(String why) implements Committed {}

    /** The books of this year are closed. */
    public record BooksClosed(int year) implements Committed {}

    /**
     * Sets it aside. What does not succeed leaves nothing behind, provided the caller then refuses.
     *
     * @throws IllegalArgumentException money without an account to pay it to
     */
    public Committed commit(Actor.Office by, Grant grant) {
        if (!grant.inKind() && grant.account() == null) {
            throw new IllegalArgumentException("money goes to an account");
        }
        return commitInHand(by, grant);
    }

    /** The same of what is put into somebody's hand in this transaction: money needs no account then. */
    public Committed commitInHand(Actor.Office by, Grant grant) {
        var today = LocalDate.now(clock);
        var place = grant.recipient().place();
        if (funds.payers(place, today, grant.purpose()).stream()
                .noneMatch(fund -> fund.id().equals(grant.fund()))) {
            return new NoSuchFund();
        }
        var use = new LotChoice.Use(grant.amount(), grant.purpose(), place, today, grant.inKind());
        var tied = ties.of(
                grant.fund(), grant.recipient().person(), grant.recipient().name());
        if (tied.manager() != null) {
            return new Related(tied.manager());
        }
        var open = lots.lockOpen(grant.fund()).stream()
                .filter(lot -> !tied.lots().contains(lot.id()))
                .toList();
        var shares = LotChoice.choose(open, use);
        if (shares.isEmpty()) {
            return new Insufficient(LotChoice.available(open, use));
        }
        var id = Ids.next();
        insert(id, by, grant);
        return switch (ledger.post(by, posting(id, grant, today, shares.get()))) {
            case Posted.Entered ignored -> new Done(id);
            case Posted.Closed(var year) -> new BooksClosed(year);
            case Posted.Short ignored -> throw new IllegalStateException("accounts and sources disagree");
            case Posted.Repeated ignored -> throw new IllegalStateException("a new grant was entered before");
        };
    }

    /** What a fund could give for something now. */
    public Money available(UUID fund, String purpose, DivisionCode place, boolean inKind) {
        var use = new LotChoice.Use(Money.ZERO, purpose, place, LocalDate.now(clock), inKind);
        return LotChoice.available(lots.open(fund), use);
    }

    private static Posting posting(UUID id, Grant grant, LocalDate on, List<Share> shares) {
        var lines = new Posting.Lines()
                .use(AccountKind.AVAILABLE, AccountKind.COMMITTED, shares)
                .list();
        var words = grant.words() + "，案号 " + grant.cause().number();
        return new Posting(grant.fund(), EntryKind.COMMIT, "commit:" + id, on, id, null, words, lines);
    }

    private void insert(UUID id, Actor.Office by, Grant grant) {
        var account = grant.account();
        jdbc.sql(INSERT)
                .param("id", id)
                .param("fund", grant.fund())
                .param("case", grant.cause().caseId())
                .param("number", grant.cause().number())
                .param("service", grant.cause().service())
                .param("onTop", grant.cause().onTop(), Types.INTEGER)
                .param("purpose", grant.purpose())
                .param("words", grant.words())
                .param("person", grant.recipient().person())
                .param("name", grant.recipient().name())
                .param("kind", grant.inKind())
                .param("amount", grant.amount().fen())
                .param("code", grant.recipient().place().value())
                .param("on", LocalDate.now(clock))
                .param("at", OffsetDateTime.now(clock))
                .param("by", by.account())
                .param("for", by.actingFor(), Types.OTHER)
                .param("payee", account == null ? grant.recipient().name() : account.payee())
                .param("bank", account == null ? null : account.bank(), Types.VARCHAR)
                .param("account", account == null ? null : vault.seal(ACCOUNT, id, account.number()), Types.BINARY)
                .param("print", account == null ? null : vault.print(ACCOUNT, id, account.number()), Types.VARCHAR)
                .update();
    }
}

package org.rongyi.care.fund;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Commitments.Grant;
import org.rongyi.care.fund.ledger.AccountKind;
import org.rongyi.care.fund.ledger.EntryKind;
import org.rongyi.care.fund.ledger.ManyPostings;
import org.rongyi.care.fund.ledger.Posted;
import org.rongyi.care.fund.ledger.Posting;
import org.rongyi.care.fund.ledger.Posting.Share;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 整批承诺: what one decision gives to many, set aside for all of them or for nobody. Each keeps a grant and an entry of his own.
 * Money may wait without an account: it is in no batch until somebody names one, or it is handed over.
 */
@Component
public class ManyCommitments {

    private static final String INSERT = """
            insert into fund.grant_made (id, fund_id, case_id, case_number, service, purpose, words, person_id, person_name,
                                         in_kind, amount, code_then, code_now, granted_on, granted_at, granted_by, granted_for,
                                         payee, bank, account_sealed, account_print, state)
            select g.id, :fund, g.case_id, g.number, g.service, g.purpose, g.words, g.person, g.name, g.kind, g.amount,
                   g.code, g.code, :on, :at, :by, :for, g.payee, g.bank, decode(g.account, 'hex'), g.print, 'WAITING'
            from unnest(:ids::uuid[], :cases::uuid[], :numbers::text[], :services::text[], :purposes::text[], :words::text[],
                        :persons::uuid[], :names::text[], :kinds::boolean[], :amounts::bigint[], :codes::bigint[],
                        :payees::text[], :banks::text[], :accounts::text[], :prints::text[])
                 g (id, case_id, number, service, purpose, words, person, name, kind, amount, code, payee, bank, account, print)
            """;

    private final JdbcClient jdbc;
    private final Funds funds;
    private final Lots lots;
    private final Ties ties;
    private final ManyPostings postings;
    private final Vault vault;
    private final Clock clock;

    ManyCommitments(
            JdbcClient jdbc, Funds funds, Lots lots, Ties ties, ManyPostings postings, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.funds = funds;
        this.lots = lots;
        this.ties = ties;
        this.postings = postings;
        this.vault = vault;
        this.clock = clock;
    }

    /** What became of it. */
    public sealed interface Committed {}

    /** The grants, in the order of what was asked. */
    public record Done(List<UUID> grants) implements Committed {}

    /**
     * Not enough for all of them.
     *
     * @param inKind whether it is goods that do not suffice
     * @param needed what all of them come to
     * @param available what could be used for any of them
     */
    public record Insufficient(boolean inKind, Money needed, Money available) implements Committed {}

    /** The fund does not reach to somebody's place, is not for this, or is closed. */
    public record NoSuchFund() implements Committed {}

    /**
     * Somebody is tied to who manages the fund (慈善法: 利害关系人); nobody's is set aside.
     *
     * @param name whose
     */
    public record Related(String name, String why) implements Committed {}

    public record BooksClosed(int year) implements Committed {}

    /** Where it is to pay, and for what. */
    private record Reach(DivisionCode place, String purpose) {}

    /** A grant and who bears it. */
    private record Chosen(UUID id, Grant grant, List<Share> shares) {}

    /** Sets it all aside, of one fund. What does not succeed leaves nothing behind, provided the caller then refuses. */
    public Committed commit(Actor.Office by, UUID fund, List<Grant> grants) {
        var today = LocalDate.now(clock);
        var uses = new HashSet<>(grants.stream()
                .map(grant -> new Reach(grant.recipient().place(), grant.purpose()))
                .toList());
        boolean reaches = uses.stream()
                .allMatch(use -> funds.payers(use.place(), today, use.purpose()).stream()
                        .anyMatch(one -> one.id().equals(fund)));
        if (!reaches || grants.stream().anyMatch(grant -> !grant.fund().equals(fund))) {
            return new NoSuchFund();
        }
        var tied = new HashMap<UUID, Ties.Tied>();
        for (var grant : grants) {
            var whom = grant.recipient();
            var manager = tied.computeIfAbsent(whom.person(), id -> ties.of(fund, id, whom.name()))
                    .manager();
            if (manager != null) {
                return new Related(whom.name(), manager);
            }
        }
        var open = lots.lockOpen(fund);
        var chosen = new ArrayList<Chosen>();
        var left = open;
        for (var grant : grants) {
            var barred =
                    Objects.requireNonNull(tied.get(grant.recipient().person())).lots();
            var shares = LotChoice.choose(
                    left.stream().filter(lot -> !barred.contains(lot.id())).toList(), use(grant, today));
            if (shares.isEmpty()) {
                return insufficient(open, grants, grant.inKind(), today);
            }
            chosen.add(new Chosen(Ids.next(), grant, shares.get()));
            left = left.stream().map(lot -> lot.without(shares.get())).toList();
        }
        insert(by, fund, chosen);
        var refused = postings.post(
                by, chosen.stream().map(one -> posting(one, today)).toList());
        return switch (refused.orElse(null)) {
            case null -> new Done(chosen.stream().map(Chosen::id).toList());
            case Posted.Closed(var year) -> new BooksClosed(year);
            case Posted other -> throw new IllegalStateException("accounts and sources disagree: " + other);
        };
    }

    private static LotChoice.Use use(Grant grant, LocalDate on) {
        return new LotChoice.Use(
                grant.amount(), grant.purpose(), grant.recipient().place(), on, grant.inKind());
    }

    private static Insufficient insufficient(List<Lot> open, List<Grant> grants, boolean inKind, LocalDate on) {
        var alike = grants.stream().filter(grant -> grant.inKind() == inKind).toList();
        var usable = open.stream()
                .filter(lot -> alike.stream()
                        .anyMatch(grant -> LotChoice.available(List.of(lot), use(grant, on))
                                .isPositive()))
                .map(lot -> lot.standing().available())
                .reduce(Money.ZERO, Money::plus);
        return new Insufficient(inKind, alike.stream().map(Grant::amount).reduce(Money.ZERO, Money::plus), usable);
    }

    private static Posting posting(Chosen one, LocalDate on) {
        var lines = new Posting.Lines()
                .use(AccountKind.AVAILABLE, AccountKind.COMMITTED, one.shares())
                .list();
        var grant = one.grant();
        var words = grant.words() + "，案号 " + grant.cause().number();
        return new Posting(grant.fund(), EntryKind.COMMIT, "commit:" + one.id(), on, one.id(), null, words, lines);
    }

    private void insert(Actor.Office by, UUID fund, List<Chosen> chosen) {
        jdbc.sql(INSERT)
                .param("fund", fund)
                .param("on", LocalDate.now(clock))
                .param("at", OffsetDateTime.now(clock))
                .param("by", by.account())
                .param("for", by.actingFor(), Types.OTHER)
                .param("ids", chosen.stream().map(Chosen::id).toArray(UUID[]::new))
                .param("cases", grants(chosen, grant -> grant.cause().caseId()).toArray(UUID[]::new))
                .param("numbers", texts(chosen, grant -> grant.cause().number()))
                .param("services", texts(chosen, grant -> grant.cause().service()))
                .param("purposes", texts(chosen, Grant::purpose))
                .param("words", texts(chosen, Grant::words))
                .param(
                        "persons",
                        grants(chosen, grant -> grant.recipient().person()).toArray(UUID[]::new))
                .param("names", texts(chosen, grant -> grant.recipient().name()))
                .param("kinds", grants(chosen, Grant::inKind).toArray(Boolean[]::new))
                .param("amounts", grants(chosen, grant -> grant.amount().fen()).toArray(Long[]::new))
                .param(
                        "codes",
                        grants(chosen, grant -> grant.recipient().place().value())
                                .toArray(Long[]::new))
                .param("payees", texts(chosen, ManyCommitments::payee))
                .param("banks", texts(chosen, ManyCommitments::bank))
                .param("accounts", chosen.stream().map(this::sealed).toArray(String[]::new))
                .param("prints", chosen.stream().map(this::print).toArray(String[]::new))
                .update();
    }

    private static @Nullable String bank(Grant grant) {
        var account = grant.account();
        return account == null ? null : account.bank();
    }

    private static String payee(Grant grant) {
        var account = grant.account();
        return account == null ? grant.recipient().name() : account.payee();
    }

    private @Nullable String sealed(Chosen one) {
        var account = one.grant().account();
        return account == null
                ? null
                : HexFormat.of().formatHex(vault.seal(Commitments.ACCOUNT, one.id(), account.number()));
    }

    private @Nullable String print(Chosen one) {
        var account = one.grant().account();
        return account == null ? null : vault.print(Commitments.ACCOUNT, one.id(), account.number());
    }

    private static <T> List<T> grants(List<Chosen> chosen, Function<Grant, T> part) {
        return chosen.stream().map(one -> part.apply(one.grant())).toList();
    }

    private static @Nullable String[] texts(List<Chosen> chosen, Function<Grant, @Nullable String> part) {
        return chosen.stream().map(one -> part.apply(one.grant())).toArray(String[]::new);
    }
}

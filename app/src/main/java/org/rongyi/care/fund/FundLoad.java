package org.rongyi.care.fund;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.ledger.AccountKind;
import org.rongyi.care.fund.ledger.CanonicalText;
import org.rongyi.care.fund.ledger.EntryKind;
import org.rongyi.care.fund.ledger.LedgerLoad;
import org.rongyi.care.fund.ledger.Posting;
import org.rongyi.care.fund.ledger.Posting.Share;
import org.rongyi.platform.audit.AnchorLoad;
import org.rongyi.platform.audit.TrailLoad;
import org.rongyi.platform.database.CopyStream;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.vault.SealedField;
import org.rongyi.platform.vault.Vault;

/** Funds, their sources and what was promised of them in bulk, for a demo; each entry as the act would have made it. */
public final class FundLoad {

    public static final List<String> TABLES = Stream.of(
                    List.of("fund.fund", "fund.lot", "fund.gift", "fund.grant_made"),
                    LedgerLoad.TABLES,
                    TrailLoad.TABLES)
            .flatMap(List::stream)
            .toList();

    public static final List<String> SUMS =
            Stream.concat(LedgerLoad.SUMS.stream(), AnchorLoad.SUMS.stream()).toList();

    /** What is sealed, for whoever must read all of it again. */
    public static final List<SealedField> SEALED = List.of(Commitments.ACCOUNT, Gifts.QUERY);

    private final Vault vault;
    private final LedgerLoad ledger;
    private final CopyStream.Target funds;
    private final CopyStream.Target lots;
    private final CopyStream.Target gifts;
    private final CopyStream.Target grants;
    private final Map<UUID, Lot> kept = new LinkedHashMap<>();
    private final Map<UUID, List<UUID>> sources = new HashMap<>();
    private final Map<UUID, List<Share>> promised = new HashMap<>();

    public FundLoad(CopyStream stream, Vault vault, RandomGenerator random) {
        this.vault = vault;
        this.ledger = new LedgerLoad(stream, new TrailLoad(stream), random);
        this.funds = stream.into(
                "fund.fund",
                "id, number, name, kind, unit_id, document, trustee, charity, credit_code, raising_licence,"
                        + " raising_plan, platform, opened_on");
        this.lots = stream.into(
                "fund.lot",
                "id, fund_id, source, title, document, purpose, in_kind, received_on, received, available, committed,"
                        + " in_payment, spent");
        this.gifts = stream.into(
                "fund.gift",
                "id, fund_id, number, code_now, receipt, donor, name, name_public, amount, wish, received_on,"
                        + " query_sealed");
        this.grants = stream.into(
                "fund.grant_made",
                "id, fund_id, case_id, case_number, service, purpose, words, person_id, person_name, in_kind, amount,"
                        + " code_then, code_now, granted_on, granted_at, granted_by, payee, bank, account_sealed, account_print,"
                        + " state");
    }

    /** A source; its title is what the books call it. */
    private record Lot(
            UUID fund,
            String source,
            String title,
            String document,
            @Nullable String purpose,
            LocalDate on) {

        String text(UUID id) {
            var row = new HashMap<String, @Nullable Object>();
            row.put("id", id);
            row.put("fund_id", fund);
            row.put("source", source);
            row.put("title", title);
            row.put("document", document);
            row.put("purpose", purpose);
            row.put("in_kind", false);
            row.put("received_on", on);
            return CanonicalText.of(row);
        }
    }

    public void fund(Fund fund) {
        var charity = fund.charity();
        funds.row(
                fund.id(),
                fund.number(),
                fund.name(),
                fund.kind(),
                fund.unit(),
                fund.document(),
                fund.trustee(),
                charity == null ? null : charity.name(),
                charity == null ? null : charity.creditCode(),
                charity == null ? null : charity.licence(),
                charity == null ? null : charity.plan(),
                charity == null ? null : charity.platform(),
                fund.openedOn());
        ledger.open(fund.id());
    }

    /** The principal: it stands among the investments, and no grant is ever made of it. */
    public void principal(Actor.Office by, OffsetDateTime at, Fund fund, String title, String document, Money amount) {
        var lines = new Posting.Lines()
                .money(AccountKind.INVESTMENT, AccountKind.PRINCIPAL, amount)
                .list();
        var words = title + "（" + document + "）";
        var posting = new Posting(
                fund.id(),
                EntryKind.PRINCIPAL,
                "principal:" + fund.id(),
                at.toLocalDate(),
                fund.id(),
                null,
                words,
                lines);
        ledger.post(by, at, posting, text(fund));
    }

    private static String text(Fund fund) {
        var row = new HashMap<String, @Nullable Object>();
        row.put("id", fund.id());
        row.put("number", fund.number());
        row.put("name", fund.name());
        row.put("kind", fund.kind());
        row.put("unit_id", fund.unit());
        row.put("document", fund.document());
        row.put("trustee", fund.trustee());
        row.put("opened_on", fund.openedOn());
        if (fund.charity() != null) {
            throw new IllegalArgumentException("principal of a fund of gifts: " + fund);
        }
        return CanonicalText.of(row);
    }

    /** What came in of a budget or of the principal's return, as a source of its own. */
    public void income(
            Actor.Office by, OffsetDateTime at, UUID fund, UUID id, RecordIncome.Kind kind, Paper paper, Money amount) {
        var lot = new Lot(fund, kind.name(), paper.title(), paper.document(), null, at.toLocalDate());
        keep(id, lot);
        var income = kind == RecordIncome.Kind.RETURN ? AccountKind.RETURN_INCOME : AccountKind.APPROPRIATION;
        var words = paper.title() + "（" + paper.document() + "）";
        var posting = new Posting(
                fund,
                EntryKind.valueOf(kind.name()),
                "income:" + id,
                at.toLocalDate(),
                id,
                null,
                words,
                received(income, id, amount));
        ledger.post(by, at, posting, lot.text(id));
    }

    private void keep(UUID id, Lot lot) {
        kept.put(id, lot);
        sources.computeIfAbsent(lot.fund(), fund -> new ArrayList<>()).add(id);
    }

    /** What it is called, and the paper it rests on. */
    public record Paper(String title, String document) {}

    private static List<Posting.Line> received(AccountKind income, UUID lot, Money amount) {
        return new Posting.Lines()
                .money(AccountKind.BANK, income, amount)
                .use(AccountKind.RECEIVED, AccountKind.AVAILABLE, List.of(new Share(lot, amount)))
                .list();
    }

    /**
     * A gift of money.
     *
     * @param purpose what its source is bound to; none for anything the fund is for
     * @param query the donor's code
     */
    public void gift(Actor.Office by, OffsetDateTime at, Gift gift, @Nullable String purpose, String query) {
        var lot = new Lot(gift.fund(), "GIFT", gift.number(), gift.receipt(), purpose, gift.receivedOn());
        keep(gift.id(), lot);
        gifts.row(
                gift.id(),
                gift.fund(),
                gift.number(),
                by.unitCode(),
                gift.receipt(),
                gift.donor(),
                gift.name(),
                gift.namePublic(),
                gift.amount().fen(),
                gift.wish(),
                gift.receivedOn(),
                vault.seal(Gifts.QUERY, gift.id(), query));
        var row = new HashMap<String, @Nullable Object>();
        row.put("id", gift.id());
        row.put("fund_id", gift.fund());
        row.put("number", gift.number());
        row.put("receipt", gift.receipt());
        row.put("donor", gift.donor());
        row.put("name", gift.name());
        row.put("name_public", gift.namePublic());
        row.put("amount", gift.amount().fen());
        row.put("wish", gift.wish());
        row.put("received_on", gift.receivedOn());
        var words = "捐赠 " + gift.number() + "，票据 " + gift.receipt();
        var posting = new Posting(
                gift.fund(),
                EntryKind.GIFT,
                "gift:" + gift.id(),
                gift.receivedOn(),
                gift.id(),
                null,
                words,
                received(AccountKind.GIFT_INCOME, gift.id(), gift.amount()));
        ledger.post(by, at, posting, lot.text(gift.id()) + " " + CanonicalText.of(row));
    }

    /** 承诺 of money that is paid by now, of the fund's sources in the order they came in. */
    public void grant(Actor.Office by, OffsetDateTime at, UUID id, Commitments.Grant grant) {
        var account = grant.account();
        var shares = choose(grant.fund(), grant.amount());
        promised.put(id, shares);
        var on = at.toLocalDate();
        grants.row(
                id,
                grant.fund(),
                grant.cause().caseId(),
                grant.cause().number(),
                grant.cause().service(),
                grant.purpose(),
                grant.words(),
                grant.recipient().person(),
                grant.recipient().name(),
                grant.inKind(),
                grant.amount().fen(),
                grant.recipient().place(),
                grant.recipient().place(),
                on,
                at,
                by.account(),
                account == null ? grant.recipient().name() : account.payee(),
                account == null ? null : account.bank(),
                account == null ? null : vault.seal(Commitments.ACCOUNT, id, account.number()),
                account == null ? null : vault.print(Commitments.ACCOUNT, id, account.number()),
                GrantState.PAID);
        var lines = new Posting.Lines()
                .use(AccountKind.AVAILABLE, AccountKind.COMMITTED, shares)
                .list();
        var words = grant.words() + "，案号 " + grant.cause().number();
        var posting = new Posting(grant.fund(), EntryKind.COMMIT, "commit:" + id, on, id, null, words, lines);
        ledger.post(by, at, posting, text(by, at, id, grant));
    }

    private List<Share> choose(UUID fund, Money amount) {
        var shares = new ArrayList<Share>();
        var left = amount;
        for (var lot : sources.getOrDefault(fund, List.of())) {
            var free = new Money(ledger.standing(lot, AccountKind.AVAILABLE));
            var taken = free.compareTo(left) < 0 ? free : left;
            if (taken.isPositive()) {
                shares.add(new Share(lot, taken));
                left = left.minus(taken);
            }
        }
        if (left.isPositive()) {
            throw new IllegalStateException("the sources of the fund do not suffice: " + fund);
        }
        return shares;
    }

    /** The books the payments are entered in. */
    public LedgerLoad ledger() {
        return ledger;
    }

    /** Which sources bear a grant; asked once, when it is paid. */
    public List<Share> shares(UUID grant) {
        return Objects.requireNonNull(promised.remove(grant), "a grant that was promised and is not paid");
    }

    private static String text(Actor.Office by, OffsetDateTime at, UUID id, Commitments.Grant grant) {
        var row = new HashMap<String, @Nullable Object>();
        row.put("id", id);
        row.put("fund_id", grant.fund());
        row.put("case_id", grant.cause().caseId());
        row.put("case_number", grant.cause().number());
        row.put("service", grant.cause().service());
        row.put("purpose", grant.purpose());
        row.put("words", grant.words());
        row.put("person_id", grant.recipient().person());
        row.put("person_name", grant.recipient().name());
        row.put("in_kind", grant.inKind());
        row.put("amount", grant.amount().fen());
        row.put("code_then", grant.recipient().place().value());
        row.put("granted_on", at.toLocalDate());
        row.put("granted_at", at);
        row.put("granted_by", by.account());
        return CanonicalText.of(row);
    }

    /** The sources and the balances, as the entries left them. */
    public void finish() {
        ledger.finish();
        kept.forEach((id, lot) -> lots.row(
                id,
                lot.fund(),
                lot.source(),
                lot.title(),
                lot.document(),
                lot.purpose(),
                false,
                lot.on(),
                ledger.standing(id, AccountKind.RECEIVED),
                ledger.standing(id, AccountKind.AVAILABLE),
                ledger.standing(id, AccountKind.COMMITTED),
                ledger.standing(id, AccountKind.IN_PAYMENT),
                ledger.standing(id, AccountKind.SPENT)));
    }
}

package org.rongyi.care.fund.payment;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.FundLoad;
import org.rongyi.care.fund.ledger.AccountKind;
import org.rongyi.care.fund.ledger.CanonicalText;
import org.rongyi.care.fund.ledger.EntryKind;
import org.rongyi.care.fund.ledger.LedgerLoad;
import org.rongyi.care.fund.ledger.Posting;
import org.rongyi.care.fund.ledger.Posting.Share;
import org.rongyi.platform.database.CopyStream;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.vault.SealedField;
import org.rongyi.platform.vault.Vault;

/** Batches in bulk, for a demo: made, approved and released by three people, and answered by the bank that all of it was paid. */
public final class PaymentLoad {

    public static final List<String> TABLES =
            List.of("fund.batch", "fund.payment", "fund.result_file", "fund.result_line");
    public static final SealedField SEALED = Payments.ACCOUNT;

    private final Vault vault;
    private final FundLoad funds;
    private final LedgerLoad ledger;
    private final RandomGenerator random;
    private final CopyStream.Target batches;
    private final CopyStream.Target payments;
    private final CopyStream.Target files;
    private final CopyStream.Target lines;

    public PaymentLoad(CopyStream stream, Vault vault, FundLoad funds, RandomGenerator random) {
        this.vault = vault;
        this.funds = funds;
        this.ledger = funds.ledger();
        this.random = random;
        this.batches = stream.into(
                "fund.batch",
                "id, fund_id, number, code_now, state, count, amount, made_by, made_name, made_at, approved_by,"
                        + " approved_name, approved_at, released_by, released_name, released_at, file_digest, settled_at");
        this.payments = stream.into(
                "fund.payment",
                "id, fund_id, batch_id, reference, grant_id, way, code_now, state, amount, lots, shares, payee, bank,"
                        + " account_sealed, account_print, planned_at, paid, used, paid_on");
        this.files = stream.into(
                "fund.result_file", "id, batch_id, fund_id, code_now, name, digest, read_by, read_name, read_at");
        this.lines =
                stream.into("fund.result_line", "file_id, line, payment_id, code_now, paid, paid_on, reason, answer");
    }

    /** What is to be paid of a grant: all of it. */
    public record Due(UUID grant, DivisionCode code, Money amount, String payee, String bank, String account) {}

    /** Somebody who did a step, and when. */
    public record Step(Actor.Office by, OffsetDateTime at) {

        String name() {
            return by.name() + "（" + by.unitName() + "）";
        }
    }

    /** A batch of a fund, and who did what of it. */
    public record Round(
            UUID fund, DivisionCode code, String number, Step made, Step approved, Step released, Step read) {}

    private record Sent(UUID id, String reference, Due due, List<Share> shares) {}

    /** Enters the release; {@link #answered} enters what the bank said. */
    public final class Batch {

        private final Round round;
        private final UUID id;
        private final Money amount;
        private final List<Sent> sent = new ArrayList<>();

        Batch(Round round, List<Due> due) {
            this.round = round;
            this.id = id(round.made().at());
            this.amount = due.stream().map(Due::amount).reduce(Money.ZERO, Money::plus);
            for (int i = 0; i < due.size(); i++) {
                var one = due.get(i);
                var reference = round.number() + "-%04d".formatted(i + 1);
                sent.add(new Sent(id(round.made().at()), reference, one, funds.shares(one.grant())));
            }
        }

        /** 拨付: from promised to on its way. */
        public void released() {
            var file = BankFile.digest(BankFile.bytes(
                    round.number(),
                    amount,
                    round.released().at().toLocalDate(),
                    sent.stream()
                            .map(one -> new BankFile.Line(
                                    one.reference(),
                                    one.due().payee(),
                                    one.due().account(),
                                    one.due().bank(),
                                    one.due().amount()))
                            .toList()));
            batches.row(
                    id,
                    round.fund(),
                    round.number(),
                    round.code(),
                    org.rongyi.care.fund.payment.Batch.State.SETTLED,
                    sent.size(),
                    amount.fen(),
                    round.made().by().account(),
                    round.made().name(),
                    round.made().at(),
                    round.approved().by().account(),
                    round.approved().name(),
                    round.approved().at(),
                    round.released().by().account(),
                    round.released().name(),
                    round.released().at(),
                    file,
                    round.read().at());
            var shares = Shares.sum(
                    sent.stream().map(one -> new Shares(one.shares())).toList());
            var posting = new Posting(
                    round.fund(),
                    EntryKind.RELEASE,
                    "release:" + id,
                    round.released().at().toLocalDate(),
                    id,
                    null,
                    "拨付批次 " + round.number() + "，" + sent.size() + " 笔",
                    new Posting.Lines()
                            .money(AccountKind.AID_COST, AccountKind.OWED, amount)
                            .use(AccountKind.COMMITTED, AccountKind.IN_PAYMENT, shares.list())
                            .list());
            ledger.post(round.released().by(), round.released().at(), posting, text(file));
        }

        private String text(String file) {
            var row = new HashMap<String, @Nullable Object>();
            row.put("id", id);
            row.put("fund_id", round.fund());
            row.put("number", round.number());
            row.put("count", sent.size());
            row.put("amount", amount.fen());
            row.put("made_by", round.made().by().account());
            row.put("made_name", round.made().name());
            row.put("made_at", round.made().at());
            row.put("approved_by", round.approved().by().account());
            row.put("approved_name", round.approved().name());
            row.put("approved_at", round.approved().at());
            row.put("released_by", round.released().by().account());
            row.put("released_name", round.released().name());
            row.put("released_at", round.released().at());
            row.put("file_digest", file);
            return CanonicalText.of(row);
        }

        /** 付讫, all of it, as the bank's file says. */
        public void answered() {
            var file = id(round.read().at());
            var on = round.read().at().toLocalDate();
            var said = new StringBuilder();
            int line = 0;
            for (var one : sent) {
                line++;
                paid(one);
                said.append(one.reference())
                        .append(",PAID,")
                        .append(BankFile.yuan(one.due().amount()))
                        .append('\n');
                lines.row(
                        file,
                        line,
                        one.id(),
                        one.due().code(),
                        one.due().amount().fen(),
                        on,
                        "",
                        "BOOKED");
            }
            files.row(
                    file,
                    id,
                    round.fund(),
                    round.code(),
                    round.number() + "-结果.csv",
                    BankFile.digest(said.toString().getBytes(BankFile.CHARSET)),
                    round.read().by().account(),
                    round.read().name(),
                    round.read().at());
        }

        private void paid(Sent one) {
            var due = one.due();
            var on = round.read().at().toLocalDate();
            var shares =
                    one.shares().stream().map(share -> share.amount().fen()).toList();
            var lots = one.shares().stream().map(Share::lot).toList();
            payments.row(
                    one.id(),
                    round.fund(),
                    id,
                    one.reference(),
                    due.grant(),
                    Payment.Way.BANK,
                    due.code(),
                    Payment.State.PAID,
                    due.amount().fen(),
                    array(lots),
                    array(shares),
                    due.payee(),
                    due.bank(),
                    vault.seal(Payments.ACCOUNT, one.id(), due.account()),
                    vault.print(Payments.ACCOUNT, one.id(), due.account()),
                    round.made().at(),
                    due.amount().fen(),
                    array(shares),
                    on);
            var row = new HashMap<String, @Nullable Object>();
            row.put("id", one.id());
            row.put("fund_id", round.fund());
            row.put("batch_id", id);
            row.put("reference", one.reference());
            row.put("grant_id", due.grant());
            row.put("way", Payment.Way.BANK);
            row.put("amount", due.amount().fen());
            row.put("lots", lots);
            row.put("shares", shares);
            row.put("payee", due.payee());
            row.put("bank", due.bank());
            row.put("planned_at", round.made().at());
            var posting = new Posting(
                    round.fund(),
                    EntryKind.PAID,
                    "paid:" + one.id(),
                    on,
                    one.id(),
                    null,
                    EntryKind.PAID.zh() + "，拨付号 " + one.reference(),
                    new Posting.Lines()
                            .money(AccountKind.OWED, AccountKind.BANK, due.amount())
                            .use(AccountKind.IN_PAYMENT, AccountKind.SPENT, one.shares())
                            .list());
            ledger.post(round.read().by(), round.read().at(), posting, CanonicalText.of(row));
        }

        private static String array(List<?> values) {
            return values.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
        }
    }

    public Batch batch(Round round, List<Due> due) {
        return new Batch(round, due);
    }

    private UUID id(OffsetDateTime at) {
        return Ids.at(at.toInstant().toEpochMilli(), random);
    }
}

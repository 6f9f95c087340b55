package org.rongyi.care.fund.payment;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.rongyi.care.fund.ledger.Digest;
import org.rongyi.platform.kernel.Money;
import org.springframework.stereotype.Component;

/**
 * 银行文件: what a batch tells the bank (docs/bank-file.md). Lines of plain fields in GB 18030, which has every Chinese name;
 * the same batch gives the same bytes at any time.
 */
@Component
public class BankFile {

    public static final Charset CHARSET = Charset.forName("GB18030");

    static final String HEAD = "戎驿拨付,1";
    private static final String LINE_END = "\r\n";

    private final Payments payments;
    private final Clock clock;

    BankFile(Payments payments, Clock clock) {
        this.payments = payments;
        this.clock = clock;
    }

    /** @throws IllegalStateException when it is no longer what was released */
    public byte[] bytes(Batch batch) {
        return asReleased(batch)
                .orElseThrow(() -> new IllegalStateException(
                        "the payments of " + batch.number() + " are not those that were released"));
    }

    /** Empty when somebody changed a payment around the acts: what would go to the bank is not what was let go. */
    Optional<byte[]> asReleased(Batch batch) {
        var released = batch.released();
        if (released == null) {
            throw new IllegalStateException("not released: " + batch.number());
        }
        var sent = payments.ofBatch(batch.id());
        if (!payments.altered(batch.id(), sent).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(bytes(batch, released, sent))
                .filter(bytes -> digest(bytes).equals(batch.fileDigest()));
    }

    byte[] bytes(Batch batch, Batch.Hand released, List<Payment> payments) {
        var accounts = this.payments.openAccounts(batch.id());
        var day = released.at().atZoneSameInstant(clock.getZone()).toLocalDate();
        var lines = payments.stream()
                .map(payment -> {
                    var account = accounts.get(payment.id());
                    var bank = payment.bank();
                    if (account == null || bank == null) {
                        throw new IllegalStateException("a payment to no account: " + payment.reference());
                    }
                    return new Line(payment.reference(), payment.payee(), account, bank, payment.amount());
                })
                .toList();
        return bytes(batch.number(), batch.amount(), day, lines);
    }

    /** One payment. */
    record Line(String reference, String payee, String account, String bank, Money amount) {}

    static byte[] bytes(String number, Money amount, LocalDate day, List<Line> lines) {
        var out = new ByteArrayOutputStream();
        var count = Integer.toString(lines.size());
        write(out, HEAD, number, count, yuan(amount), day.toString());
        for (var line : lines) {
            write(out, line.reference(), line.payee(), line.account(), line.bank(), yuan(line.amount()), "帮扶款");
        }
        write(out, "合计", count, yuan(amount), digest(out.toByteArray()));
        return out.toByteArray();
    }

    public static String digest(byte[] bytes) {
        return Digest.of(bytes);
    }

    /** 5000.00: without separators, so that it is one field. */
    public static String yuan(Money amount) {
        return BigDecimal.valueOf(amount.fen(), 2).toPlainString();
    }

    private static void write(ByteArrayOutputStream out, String... fields) {
        out.writeBytes((String.join(",", fields) + LINE_END).getBytes(CHARSET));
    }
}

package org.rongyi.care.fund.statement;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.crypto.digests.SM3Digest;

/** A statement as a bank would write it, from the format's description alone. */
public final class BankSheet {

    private static final Charset CHARSET = Charset.forName("GB18030");
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final String fund;
    private final LocalDate from;
    private final LocalDate to;
    private final long opening;
    private final List<String> lines = new ArrayList<>();
    private long balance;
    private long in;
    private long out;

    public BankSheet(String fund, LocalDate from, LocalDate to, long opening) {
        this.fund = fund;
        this.from = from;
        this.to = to;
        this.opening = opening;
        this.balance = opening;
    }

    static String serial() {
        return "LS" + NEXT.incrementAndGet();
    }

    public BankSheet line(LocalDate on, long fen, String note) {
        return line(serial(), on, fen, note);
    }

    public BankSheet line(String serial, LocalDate on, long fen, String note) {
        balance += fen;
        in += Math.max(fen, 0);
        out += Math.max(-fen, 0);
        lines.add(String.join(
                ",", serial, on.toString(), fen > 0 ? "IN" : "OUT", yuan(Math.abs(fen)), yuan(balance), "林国强", note));
        return this;
    }

    long balance() {
        return balance;
    }

    String text() {
        var head = String.join(
                ",",
                "戎驿对账单",
                "1",
                fund,
                from.toString(),
                to.toString(),
                yuan(opening),
                yuan(balance),
                Integer.toString(lines.size()),
                "DZ" + NEXT.incrementAndGet());
        return head + "\r\n"
                + String.join("", lines.stream().map(line -> line + "\r\n").toList());
    }

    public byte[] bytes() {
        return sealed(text());
    }

    /** With a trailer that fits the text before it. */
    byte[] sealed(String text) {
        var trailer = String.join(
                ",", "合计", Integer.toString(lines.size()), yuan(in), yuan(out), digest(text.getBytes(CHARSET)));
        return (text + trailer + "\r\n").getBytes(CHARSET);
    }

    static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    private static String digest(byte[] bytes) {
        var digest = new SM3Digest();
        digest.update(bytes, 0, bytes.length);
        var out = new byte[digest.getDigestSize()];
        digest.doFinal(out, 0);
        return "sm3:" + HexFormat.of().formatHex(out);
    }
}

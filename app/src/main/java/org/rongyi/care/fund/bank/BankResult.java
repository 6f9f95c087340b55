package org.rongyi.care.fund.bank;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.payment.BankFile;
import org.rongyi.care.fund.payment.Payment;
import org.rongyi.platform.kernel.Money;

/**
 * 银行结果文件 (docs/bank-file.md), read whole: it answers for payments of one batch, or it is broken, and then nothing of it
 * is believed.
 */
public final class BankResult {

    private static final String HEAD = "戎驿拨付结果";
    private static final String VERSION = "1";
    private static final String TRAILER = "合计";
    private static final int HEAD_FIELDS = 7;
    private static final int LINE_FIELDS = 5;
    private static final int TRAILER_FIELDS = 4;
    private static final int LONGEST_REASON = 200;
    private static final int MOST_PROBLEMS = 20;

    /** What it is checked against. */
    public record Against(String batch, Map<String, Payment> payments, LocalDate released, LocalDate today) {}

    /** What it comes to. */
    public sealed interface Reading {}

    public record Whole(List<Line> lines) implements Reading {}

    /** Nothing of it counts. */
    public record Broken(List<Problem> problems) implements Reading {}

    /** @param line the line of the file, from 1 on; 0 for the file as a whole */
    public record Problem(int line, String what) {

        public String text() {
            return line == 0 ? what : "第 " + line + " 行：" + what;
        }
    }

    /** The bank's word for one payment. */
    public record Line(int number, Payment payment, Money paid, LocalDate on, String reason) {}

    private enum Word {
        PAID,
        FAILED,
        PARTIAL;

        static Optional<Word> of(String text) {
            for (var word : values()) {
                if (word.name().equals(text)) {
                    return Optional.of(word);
                }
            }
            return Optional.empty();
        }
    }

    private final Against against;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private BankResult(Against against) {
        this.against = against;
    }

    public static Reading read(byte[] file, Against against) {
        return new BankResult(against).read(file);
    }

    private Reading read(byte[] file) {
        var text = BankText.decode(file);
        if (text == null) {
            return new Broken(List.of(new Problem(0, "文件里有无法识别的文字，请银行用 GB 18030 或 UTF-8 编码")));
        }
        var rows = text.strip().split("\r?\n", -1);
        var first = fields(1, rows[0]);
        var last = fields(rows.length, rows[rows.length - 1]);
        if (!first[0].equals(HEAD) || first.length != HEAD_FIELDS) {
            return new Broken(List.of(new Problem(1, "这不是银行的拨付结果文件")));
        }
        if (rows.length < 2 || !last[0].equals(TRAILER) || last.length != TRAILER_FIELDS) {
            return new Broken(List.of(new Problem(rows.length, "没有合计行，文件不完整，请向银行重新要一份")));
        }
        for (int i = 1; i < rows.length - 1; i++) {
            line(i + 1, fields(i + 1, rows[i]));
        }
        whole(first, last, file, rows.length);
        return problems.isEmpty()
                ? new Whole(List.copyOf(lines))
                : new Broken(problems.stream().limit(MOST_PROBLEMS).toList());
    }

    private void whole(String[] head, String[] trailer, byte[] file, int rows) {
        if (!head[1].equals(VERSION)) {
            problem(1, "格式版本是 " + head[1] + "，只认 " + VERSION);
        }
        if (!head[2].equals(against.batch())) {
            problem(1, "这是批次 " + head[2] + " 的结果，不是本批次的");
        }
        var sum = lines.stream().map(Line::paid).reduce(Money.ZERO, Money::plus);
        if (!BankText.isCount(head[3], rows - 2) || !BankText.isCount(trailer[1], rows - 2)) {
            problem(0, "写明的笔数与实际的 " + (rows - 2) + " 行不符，文件可能被截断");
        }
        if (problems.isEmpty()
                && !(BankFile.yuan(sum).equals(head[4]) && BankFile.yuan(sum).equals(trailer[2]))) {
            problem(0, "写明的合计与各行之和 " + BankFile.yuan(sum) + " 元不符");
        }
        if (!trailer[3].equals(BankText.digestBeforeTrailer(file))) {
            problem(rows, "摘要对不上，文件在路上被改动或截断，请向银行重新要一份");
        }
    }

    private void line(int number, String[] fields) {
        if (fields.length != LINE_FIELDS) {
            problem(number, "应有 " + LINE_FIELDS + " 项，实有 " + fields.length + " 项");
            return;
        }
        var payment = against.payments().get(fields[0]);
        var word = Word.of(fields[1]);
        var paid = BankText.amount(fields[2]);
        var day = day(fields[3]);
        if (payment == null) {
            problem(number, "拨付号 " + fields[0] + " 不在本批次里");
        } else if (!seen.add(fields[0])) {
            problem(number, "拨付号 " + fields[0] + " 出现了两次");
        } else if (word.isEmpty()) {
            problem(number, "结果“" + fields[1] + "”看不懂，应是 PAID、FAILED 或 PARTIAL");
        } else if (paid.isEmpty()) {
            problem(number, "金额“" + fields[2] + "”看不懂");
        } else if (!fits(word.get(), paid.get(), payment.amount())) {
            problem(
                    number,
                    "金额 " + fields[2] + " 与拨付的 " + BankFile.yuan(payment.amount()) + " 元和结果 " + word.get() + " 不符");
        } else if (day == null || day.isAfter(against.today()) || day.isBefore(against.released())) {
            problem(number, "日期“" + fields[3] + "”不对，应在拨付之日至今天之间");
        } else if (word.get() != Word.PAID && fields[4].isBlank() || fields[4].length() > LONGEST_REASON) {
            problem(number, "没有付成的要写明原因，不超过 " + LONGEST_REASON + " 字");
        } else {
            lines.add(new Line(number, payment, paid.get(), day, fields[4].strip()));
        }
    }

    private static boolean fits(Word word, Money paid, Money ordered) {
        return switch (word) {
            case PAID -> paid.equals(ordered);
            case FAILED -> paid.fen() == 0;
            case PARTIAL -> paid.isPositive() && paid.compareTo(ordered) < 0;
        };
    }

    private String[] fields(int line, String row) {
        var fields = row.split(",", -1);
        for (var field : fields) {
            if (!BankText.isPlain(field)) {
                problem(line, "有公式或引号开头的内容，不收");
            }
        }
        return fields;
    }

    private void problem(int line, String what) {
        problems.add(new Problem(line, what));
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}

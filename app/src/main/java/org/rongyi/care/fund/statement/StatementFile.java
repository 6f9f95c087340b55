package org.rongyi.care.fund.statement;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.bank.BankText;
import org.rongyi.care.fund.payment.BankFile;
import org.rongyi.platform.kernel.Money;

/**
 * 银行对账单 (docs/bank-file.md), read whole: it goes on from the one before without a gap, its balance runs from line to line, and what
 * it repeats it repeats as it was; or it is broken, and then nothing of it is believed.
 */
final class StatementFile {

    private static final String HEAD = "戎驿对账单";
    private static final String VERSION = "1";
    private static final String TRAILER = "合计";
    private static final int HEAD_FIELDS = 9;
    private static final int LINE_FIELDS = 7;
    private static final int TRAILER_FIELDS = 5;
    private static final int LONGEST = 200;
    private static final int MOST_PROBLEMS = 20;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    /** What is known of the same account. */
    record Against(String fund, LocalDate today, @Nullable Known known) {}

    /**
     * Statements read before, without a gap.
     *
     * @param lines by their serial number
     */
    record Known(LocalDate from, LocalDate to, long openingFen, Map<String, Line> lines) {

        /** What the account held in the morning of a day. */
        long before(LocalDate day) {
            return openingFen
                    + lines.values().stream()
                            .filter(line -> line.on().isBefore(day))
                            .mapToLong(Line::fen)
                            .sum();
        }
    }

    /** @param fen in above zero, out below */
    record Line(String serial, LocalDate on, long fen, String counterparty, String note) {}

    sealed interface Reading {}

    /** @param fresh those of its lines that nobody read before */
    record Whole(
            String number, LocalDate from, LocalDate to, long openingFen, long closingFen, int count, List<Line> fresh)
            implements Reading {}

    /** Nothing of it counts; each problem with its line. */
    record Broken(List<String> problems) implements Reading {}

    private final Against against;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, Line> lines = new HashMap<>();
    private final List<Line> inOrder = new ArrayList<>();
    private long balance;

    private StatementFile(Against against) {
        this.against = against;
    }

    static Reading read(byte[] file, Against against) {
        var reader = new StatementFile(against);
        var whole = reader.whole(file);
        return reader.problems.isEmpty() && whole != null
                ? whole
                : new Broken(reader.problems.stream().limit(MOST_PROBLEMS).toList());
    }

    private @Nullable Whole whole(byte[] file) {
        var text = BankText.decode(file);
        if (text == null) {
            problems.add("文件里有无法识别的文字，请银行用 GB 18030 或 UTF-8 编码");
            return null;
        }
        var rows = text.strip().split("\r?\n", -1);
        var head = fields(1, rows[0]);
        var last = fields(rows.length, rows[rows.length - 1]);
        if (!head[0].equals(HEAD) || head.length != HEAD_FIELDS) {
            problem(1, "这不是银行的对账单文件");
            return null;
        }
        if (rows.length < 2 || !last[0].equals(TRAILER) || last.length != TRAILER_FIELDS) {
            problem(rows.length, "没有合计行，文件不完整，请向银行重新要一份");
            return null;
        }
        var from = day(head[3]);
        var to = day(head[4]);
        var opening = BankText.amount(head[5]);
        var closing = BankText.amount(head[6]);
        if (!isHead(head) || from == null || to == null || opening.isEmpty() || closing.isEmpty()) {
            problem(1, "版本、起止日期、期初余额或期末余额看不懂");
            return null;
        }
        goesOn(from, to, opening.get());
        balance = opening.get().fen();
        for (int i = 1; i < rows.length - 1; i++) {
            line(i + 1, fields(i + 1, rows[i]), from, to);
        }
        ends(file, rows.length, head, last, closing.get());
        repeats(from, to);
        var known = against.known();
        return new Whole(
                head[8],
                from,
                to,
                opening.get().fen(),
                closing.get().fen(),
                inOrder.size(),
                inOrder.stream()
                        .filter(line -> known == null || !known.lines().containsKey(line.serial()))
                        .toList());
    }

    private boolean isHead(String[] head) {
        if (!head[2].equals(against.fund())) {
            problem(1, "这是资金 " + head[2] + " 的对账单，不是本资金 " + against.fund() + " 的");
        }
        return head[1].equals(VERSION) && !head[8].isBlank();
    }

    private void goesOn(LocalDate from, LocalDate to, Money opening) {
        if (from.isAfter(to) || to.isAfter(against.today())) {
            problem(1, "起止日期不对：从 " + from + " 到 " + to);
        }
        var known = against.known();
        if (known == null) {
            return;
        }
        if (from.isBefore(known.from())) {
            problem(1, "对账从 " + known.from() + " 开始，这一份更早，不收");
        } else if (from.isAfter(known.to().plusDays(1))) {
            problem(1, "中间缺 " + known.to().plusDays(1) + " 至 " + from.minusDays(1) + " 的对账单，请先读入");
        } else if (known.before(from) != opening.fen()) {
            problem(1, "期初余额 " + opening.text() + " 元与先前读入的 " + new Money(known.before(from)).text() + " 元接不上");
        }
    }

    private void line(int number, String[] fields, LocalDate from, LocalDate to) {
        if (fields.length != LINE_FIELDS) {
            problem(number, "应有 " + LINE_FIELDS + " 项，实有 " + fields.length + " 项");
            return;
        }
        var on = day(fields[1]);
        var sign = fields[2].equals("IN") ? 1 : fields[2].equals("OUT") ? -1 : 0;
        var amount = BankText.amount(fields[3]).filter(Money::isPositive);
        var after = BankText.amount(fields[4]);
        if (fields[0].isBlank() || lines.containsKey(fields[0])) {
            problem(number, fields[0].isBlank() ? "没有流水号" : "流水号 " + fields[0] + " 出现了两次");
        } else if (on == null || on.isBefore(from) || on.isAfter(to) || on.isBefore(latest(from))) {
            problem(number, "日期“" + fields[1] + "”不对，应在起止日期之内，从早到晚");
        } else if (sign == 0) {
            problem(number, "“" + fields[2] + "”看不懂，应是 IN 或 OUT");
        } else if (amount.isEmpty() || after.isEmpty()) {
            problem(number, "金额“" + fields[3] + "”或余额“" + fields[4] + "”看不懂");
        } else if (fields[5].length() > LONGEST || fields[6].length() > LONGEST) {
            problem(number, "对方户名、附言不超过 " + LONGEST + " 字");
        } else {
            var line = new Line(fields[0], on, sign * amount.get().fen(), fields[5].strip(), fields[6].strip());
            balance += line.fen();
            if (balance != after.get().fen()) {
                problem(number, "余额 " + fields[4] + " 与上一行加减这一笔不符，应是 " + new Money(balance).text());
                balance = after.get().fen();
            }
            lines.put(line.serial(), line);
            inOrder.add(line);
        }
    }

    private LocalDate latest(LocalDate otherwise) {
        return inOrder.isEmpty() ? otherwise : inOrder.getLast().on();
    }

    private void ends(byte[] file, int rows, String[] head, String[] last, Money closing) {
        int count = rows - 2;
        if (!BankText.isCount(head[7], count) || !BankText.isCount(last[1], count)) {
            problems.add("写明的笔数与实际的 " + count + " 行不符，文件可能被截断");
        }
        if (problems.isEmpty() && balance != closing.fen()) {
            problem(1, "期末余额与最后一行的余额不符");
        }
        if (problems.isEmpty() && !(last[2].equals(sum(1)) && last[3].equals(sum(-1)))) {
            problem(rows, "写明的收入、支出合计与各行之和不符");
        }
        if (!last[4].equals(BankText.digestBeforeTrailer(file))) {
            problem(rows, "摘要对不上，文件在路上被改动或截断，请向银行重新要一份");
        }
    }

    private String sum(int sign) {
        return BankFile.yuan(new Money(inOrder.stream()
                .mapToLong(Line::fen)
                .filter(fen -> Long.signum(fen) == sign)
                .map(Math::abs)
                .sum()));
    }

    /** What was read before stands in it as it was. */
    private void repeats(LocalDate from, LocalDate to) {
        var known = against.known();
        if (known == null) {
            return;
        }
        var within = new HashSet<String>();
        known.lines().values().stream()
                .filter(line -> !line.on().isBefore(from) && !line.on().isAfter(to))
                .forEach(line -> within.add(line.serial()));
        for (var line : inOrder) {
            var before = Optional.ofNullable(known.lines().get(line.serial()));
            if (before.isPresent()
                    && !(before.get().on().equals(line.on()) && before.get().fen() == line.fen())) {
                problems.add("流水号 " + line.serial() + " 与先前读入的日期或金额不同");
            }
            within.remove(line.serial());
        }
        within.stream().sorted().forEach(serial -> problems.add("先前读入的流水号 " + serial + " 这一份里没有"));
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
        problems.add("第 " + line + " 行：" + what);
    }

    private static @Nullable LocalDate day(String text) {
        try {
            var day = LocalDate.parse(text);
            return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR ? day : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}

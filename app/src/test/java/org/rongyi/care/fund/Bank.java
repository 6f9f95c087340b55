package org.rongyi.care.fund;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.crypto.digests.SM3Digest;

/**
 * 银行: a process of its own that keeps its own record, written from the format's description alone. It does as it is told on its
 * standard input, one line at a time, and answers with the result file it wrote.
 *
 * <ul>
 *   <li>{@code take FILE FATES}: takes a payment file; each payment has a fate, in turn: P paid, F failed, H half paid, U undecided
 *   <li>{@code decide BATCH FATES}: of those undecided
 *   <li>{@code change REFERENCE FEN}: it turns out that it paid another amount
 *   <li>{@code answer BATCH}: a result file for all that is decided
 * </ul>
 */
public final class Bank {

    static final Charset CHARSET = Charset.forName("GB18030");
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final List<String> REASONS = List.of("户名不符", "账户已销户", "账户状态异常");

    private final Path directory;
    private final LocalDate today;
    private final Map<String, Order> orders = new LinkedHashMap<>();
    private final List<String> wrongs = new ArrayList<>();
    private int files;

    private static final class Order {
        private final String batch;
        private final String account;
        private final long amount;
        private boolean told;
        private long paid = -1;

        Order(String batch, String account, long amount) {
            this.batch = batch;
            this.account = account;
            this.amount = amount;
        }
    }

    private Bank(Path directory, LocalDate today) {
        this.directory = directory;
        this.today = today;
    }

    public static void main(String[] arguments) throws IOException {
        var bank = new Bank(Path.of(arguments[0]), LocalDate.parse(arguments[1]));
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println(bank.told(line.split(" ")));
            System.out.flush();
        }
    }

    private String told(String[] words) throws IOException {
        String answer = switch (words[0]) {
            case "take" -> take(Path.of(words[1]), words[2]);
            case "decide" -> decide(words[1], words[2]);
            case "change" -> change(words[1], Long.parseLong(words[2]));
            case "answer" -> answer(words[1]);
            default -> throw new IllegalArgumentException(words[0]);
        };
        write();
        return answer;
    }

    private String take(Path file, String fates) throws IOException {
        var bytes = Files.readAllBytes(file);
        var rows = new String(bytes, CHARSET).split("\r\n");
        var head = rows[0].split(",");
        var trailer = rows[rows.length - 1].split(",");
        var body = new String(bytes, CHARSET);
        var before = body.substring(0, body.lastIndexOf("合计")).getBytes(CHARSET);
        check(trailer[3].equals(digest(before)), "digest");
        check(head[3].equals(Integer.toString(rows.length - 2)) && head[3].equals(trailer[1]), "count");
        long sum = 0;
        for (int i = 1; i < rows.length - 1; i++) {
            var fields = rows[i].split(",");
            long amount = fen(fields[4]);
            sum += amount;
            check(!orders.containsKey(fields[0]), "ordered twice " + fields[0]);
            check(
                    orders.values().stream().noneMatch(one -> one.account.equals(fields[2]) && !one.told),
                    "ordered again before it was answered " + fields[0]);
            orders.put(fields[0], new Order(head[2], fields[2], amount));
        }
        check(fen(head[4]) == sum && fen(trailer[2]) == sum, "sum");
        return decide(head[2], fates);
    }

    private String decide(String batch, String fates) {
        int next = 0;
        for (var order : orders.values()) {
            if (order.batch.equals(batch) && order.paid < 0) {
                order.paid = switch (fates.charAt(next++ % fates.length())) {
                    case 'P' -> order.amount;
                    case 'F' -> 0;
                    case 'H' -> order.amount / 2;
                    default -> -1;
                };
            }
        }
        return "decided";
    }

    private String change(String reference, long paid) {
        orders.get(reference).paid = paid;
        return "changed";
    }

    private String answer(String batch) throws IOException {
        var lines = new ArrayList<String>();
        for (var entry : orders.entrySet()) {
            var order = entry.getValue();
            if (order.batch.equals(batch) && order.paid >= 0) {
                order.told = true;
                var word = order.paid == 0 ? "FAILED" : order.paid == order.amount ? "PAID" : "PARTIAL";
                var reason = word.equals("PAID") ? "" : REASONS.get(lines.size() % REASONS.size());
                lines.add(String.join(",", entry.getKey(), word, yuan(order.paid), today.toString(), reason));
            }
        }
        var file = directory.resolve("result-" + ++files + ".csv");
        Files.write(file, result(batch, today, lines));
        return file.toString();
    }

    /** A result file as it is described. */
    public static byte[] result(String batch, LocalDate day, List<String> lines) {
        long sum = lines.stream().mapToLong(line -> fen(line.split(",")[2])).sum();
        var head = String.join(
                ",",
                "戎驿拨付结果",
                "1",
                batch,
                Integer.toString(lines.size()),
                yuan(sum),
                day.toString(),
                "JG" + NEXT.incrementAndGet());
        var body = (head + "\r\n"
                        + String.join(
                                "", lines.stream().map(line -> line + "\r\n").toList()))
                .getBytes(CHARSET);
        var trailer = String.join(",", "合计", Integer.toString(lines.size()), yuan(sum), digest(body)) + "\r\n";
        var end = trailer.getBytes(CHARSET);
        var all = Arrays.copyOf(body, body.length + end.length);
        System.arraycopy(end, 0, all, body.length, end.length);
        return all;
    }

    private void check(boolean right, String what) {
        if (!right) {
            wrongs.add(what);
        }
    }

    /** Its books: what it paid under each reference, -1 where it has not decided; then what it had to complain of. */
    private void write() throws IOException {
        var lines = new ArrayList<String>();
        orders.forEach((reference, order) -> lines.add(reference + "," + order.paid));
        wrongs.forEach(wrong -> lines.add("!" + wrong));
        var fresh = directory.resolve("record.new");
        Files.write(fresh, lines);
        Files.move(
                fresh,
                directory.resolve("record"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private static long fen(String yuan) {
        try {
            return new BigDecimal(yuan).movePointRight(2).longValueExact();
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static String yuan(long fen) {
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

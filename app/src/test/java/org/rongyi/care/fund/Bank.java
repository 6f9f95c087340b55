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
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.crypto.digests.SM3Digest;

/**
 * 银行: a process of its own that keeps its own register of accounts and its own record of what it paid, written from the format's
 * description alone. Nobody tells it what becomes of a payment: it compares the name with its register, and looks whether the account
 * is open, how much it may still take, and whether it is under inquiry, which it leaves undecided. On its standard input it is told
 * what happens around it, one line at a time:
 *
 * <ul>
 *   <li>{@code open NUMBER NAME MOST}: somebody has an account, that may take so many fen more; -1 any
 *   <li>{@code close}, {@code hold}, {@code free NUMBER}: its owner closes it; an inquiry begins; it is over
 *   <li>{@code day DATE}: it has become another day
 *   <li>{@code night}: its customers come and go, and it looks again at some of what it decided, as it chooses
 *   <li>{@code take FILE}: a payment file comes in
 *   <li>{@code look BATCH}: again at what it left undecided; {@code review REFERENCE}: at what it decided
 *   <li>{@code answer BATCH}: a result file for all that is decided
 *   <li>{@code send BATCH}: the same as its line delivers it: nothing yet, cut, the last one over again, or more than once
 * </ul>
 */
public final class Bank {

    static final Charset CHARSET = Charset.forName("GB18030");

    /** No limit on an account; not decided, for a payment. */
    private static final long NONE = -1;

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final Path directory;
    private final Random random;
    private LocalDate today;
    private final Map<String, Account> register = new LinkedHashMap<>();
    private final Map<String, Order> orders = new LinkedHashMap<>();
    private final Map<String, String> taken = new HashMap<>();
    private final Map<String, Path> last = new HashMap<>();
    private final List<String> wrongs = new ArrayList<>();
    private int files;

    /** What the register says of an account. */
    private static final class Account {
        private String name;
        private boolean open = true;
        private boolean held;
        private long most;
        private long balance;

        Account(String name, long most) {
            this.name = name;
            this.most = most;
        }

        boolean waits() {
            return open && held;
        }

        void took(long fen) {
            balance += fen;
            most = most == NONE ? NONE : most - fen;
        }
    }

    private static final class Order {
        private final String batch;
        private final String payee;
        private final String account;
        private final long amount;
        private boolean told;
        private long paid = NONE;
        private String reason = "";
        private LocalDate on;

        Order(String batch, String payee, String account, long amount, LocalDate on) {
            this.batch = batch;
            this.payee = payee;
            this.account = account;
            this.amount = amount;
            this.on = on;
        }
    }

    private Bank(Path directory, LocalDate today, long seed) {
        this.directory = directory;
        this.today = today;
        this.random = new Random(seed);
    }

    public static void main(String[] arguments) throws IOException {
        var bank = new Bank(Path.of(arguments[0]), LocalDate.parse(arguments[1]), Long.parseLong(arguments[2]));
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println(bank.heard(line.split(" ")));
            System.out.flush();
        }
    }

    private String heard(String[] words) throws IOException {
        var answer = "done";
        switch (words[0]) {
            case "open" -> opened(words[1], words[2], Long.parseLong(words[3]));
            case "close" -> register.get(words[1]).open = false;
            case "hold" -> register.get(words[1]).held = true;
            case "free" -> register.get(words[1]).held = false;
            case "day" -> today = LocalDate.parse(words[1]);
            case "night" -> night();
            case "take" -> take(Path.of(words[1]));
            case "look" -> look(words[1]);
            case "review" -> review(orders.get(words[1]));
            case "answer" -> answer = answer(words[1]).toString();
            case "send" -> answer = send(words[1]);
            default -> throw new IllegalArgumentException(words[0]);
        }
        write();
        return answer;
    }

    /** A new customer, or one who comes back: in this name, open, under no inquiry. */
    private void opened(String number, String name, long most) {
        var account = register.computeIfAbsent(number, fresh -> new Account(name, most));
        account.name = name;
        account.most = most;
        account.open = true;
        account.held = false;
    }

    private void night() {
        for (var account : register.values()) {
            switch (random.nextInt(12)) {
                case 0 -> account.open = false;
                case 1 -> account.open = true;
                case 2 -> account.held = !account.held;
                case 3 -> account.most = random.nextInt(40_000);
                case 4 -> account.most = NONE;
                case 5 -> account.name = account.name.equals("林国强") ? "林国祥" : "林国强";
                default -> {}
            }
        }
        for (var order : orders.values()) {
            if (order.paid != NONE && random.nextInt(20) == 0) {
                review(order);
            }
        }
    }

    private void take(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        var rows = new String(bytes, CHARSET).split("\r\n");
        var head = rows[0].split(",");
        var trailer = rows[rows.length - 1].split(",");
        var body = new String(bytes, CHARSET);
        var before = body.substring(0, body.lastIndexOf("合计")).getBytes(CHARSET);
        check(trailer[3].equals(digest(before)), "digest");
        check(head[3].equals(Integer.toString(rows.length - 2)) && head[3].equals(trailer[1]), "count");
        var known = taken.putIfAbsent(head[2], trailer[3]);
        if (known != null) { // it pays nothing it has paid, whoever sends the file again
            check(known.equals(trailer[3]), "another file of the same batch " + head[2]);
            return;
        }
        long sum = 0;
        for (int i = 1; i < rows.length - 1; i++) {
            var fields = rows[i].split(",");
            long amount = fen(fields[4]);
            sum += amount;
            check(!orders.containsKey(fields[0]), "ordered twice " + fields[0]);
            check(
                    orders.values().stream()
                            .noneMatch(one -> one.account.equals(fields[2]) && one.amount == amount && !one.told),
                    "ordered again before it was answered " + fields[0]);
            orders.put(fields[0], new Order(head[2], fields[1], fields[2], amount, today));
        }
        check(fen(head[4]) == sum && fen(trailer[2]) == sum, "sum");
        look(head[2]);
    }

    private void look(String batch) {
        for (var order : orders.values()) {
            if (order.batch.equals(batch) && order.paid == NONE) {
                judge(order);
            }
        }
    }

    /** What it decided it decides again, as the register is now: what it paid is had back first. An inquiry lets it stand. */
    private void review(Order order) {
        var account = register.get(order.account);
        if (account != null && !account.waits()) {
            account.took(-order.paid);
            judge(order);
        }
    }

    /** By the register alone. */
    private void judge(Order order) {
        var account = register.get(order.account);
        if (account == null) {
            decide(order, 0, "无此账户");
        } else if (account.waits()) {
            order.paid = NONE;
        } else if (!account.open) {
            decide(order, 0, "账户已销户");
        } else if (!account.name.equals(order.payee)) {
            decide(order, 0, "户名不符");
        } else {
            long paid = account.most == NONE ? order.amount : Math.min(account.most, order.amount);
            account.took(paid);
            decide(order, paid, paid == order.amount ? "" : "超过账户收款限额");
        }
    }

    private void decide(Order order, long paid, String reason) {
        order.on = paid == order.paid ? order.on : today;
        order.paid = paid;
        order.reason = reason;
    }

    private String send(String batch) throws IOException {
        var before = last.get(batch);
        int chance = random.nextInt(8);
        if (chance == 0) {
            return "-";
        }
        if (chance == 1 && before != null) {
            return before.toString();
        }
        var sent = new ArrayList<Path>();
        if (chance == 2 || chance == 3) {
            sent.add(cut(batch));
        }
        if (chance != 2) {
            sent.add(answer(batch));
        }
        if (chance == 4) {
            sent.add(sent.getLast());
        }
        return String.join(",", sent.stream().map(Path::toString).toList());
    }

    /** Broken off on the line: nobody has been told anything by it. */
    private Path cut(String batch) throws IOException {
        var whole = result(batch, today, lines(batch));
        var file = directory.resolve("result-" + ++files + ".csv");
        return Files.write(file, Arrays.copyOf(whole, random.nextInt(whole.length - 2)));
    }

    private List<String> lines(String batch) {
        var lines = new ArrayList<String>();
        for (var entry : orders.entrySet()) {
            var order = entry.getValue();
            if (order.batch.equals(batch) && order.paid != NONE) {
                var word = order.paid == 0 ? "FAILED" : order.paid == order.amount ? "PAID" : "PARTIAL";
                lines.add(String.join(",", entry.getKey(), word, yuan(order.paid), order.on.toString(), order.reason));
            }
        }
        return lines;
    }

    private Path answer(String batch) throws IOException {
        for (var order : orders.values()) {
            order.told = order.told || order.batch.equals(batch) && order.paid != NONE;
        }
        var file = directory.resolve("result-" + ++files + ".csv");
        Files.write(file, result(batch, today, lines(batch)));
        last.put(batch, file);
        return file;
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

    /** What each account took in, what it paid under each reference, -1 where it has not decided; what it had to complain of. */
    private void write() throws IOException {
        var lines = new ArrayList<String>();
        register.forEach((number, account) -> lines.add("@" + number + "," + account.balance));
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

    static long fen(String yuan) {
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

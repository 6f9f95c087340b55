package org.rongyi.care.fund;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@link Bank} at the end of a line, and the people whose accounts it keeps. What they do is told as letters, one a payment of a file,
 * in turn: P has an account, F closed it, N has it in another name, X has none, H may take half of it, U is under inquiry.
 */
public final class BankProcess implements AutoCloseable {

    private final Path directory;
    private final Process process;
    private final BufferedWriter in;
    private final BufferedReader out;
    private final Map<String, List<Order>> orders = new HashMap<>();
    private int files;

    /** One payment as the file orders it. */
    public record Order(String reference, String payee, String account, long fen) {}

    BankProcess(Path directory, LocalDate today) throws IOException {
        this.directory = directory;
        this.process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Bank.class.getName(),
                        directory.toString(),
                        today.toString(),
                        "20140101")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        this.in = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** The accounts are as the letters say; then the file comes in, and the bank judges by its register. */
    public void take(byte[] file, String letters) throws IOException {
        live(orders(file), letters);
        take(file);
    }

    void take(byte[] file) throws IOException {
        orders.put(batch(file), orders(file));
        var path = directory.resolve("payments-" + ++files + ".csv");
        Files.write(path, file);
        say("take " + path);
    }

    /** What the accounts it waits for have come to; then it looks again. */
    public void later(String batch, String letters) throws IOException {
        var record = record();
        live(
                orders.get(batch).stream()
                        .filter(one -> record.get(one.reference()) < 0)
                        .toList(),
                letters);
        say("look " + batch);
    }

    /** What the account of a payment has come to after it was decided; then the bank looks at it again. */
    void change(String reference, String letter) throws IOException {
        var order = orders.values().stream()
                .flatMap(List::stream)
                .filter(one -> one.reference().equals(reference))
                .findFirst()
                .orElseThrow();
        live(List.of(order), letter);
        say("review " + reference);
    }

    /** It is another day at the bank. */
    void day(LocalDate day) throws IOException {
        say("day " + day);
    }

    /** Its customers come and go, and it looks again at what it likes. */
    void night() throws IOException {
        say("night");
    }

    /** @param most how many fen more it may take; -1 any */
    void open(String account, String name, long most) throws IOException {
        say("open " + account + " " + name + " " + most);
    }

    private void live(List<Order> orders, String letters) throws IOException {
        for (int i = 0; i < orders.size(); i++) {
            var order = orders.get(i);
            char letter = letters.charAt(i % letters.length());
            if (letter != 'X') {
                var name = letter == 'N' ? "别的人" : order.payee();
                open(order.account(), name, letter == 'H' ? order.fen() / 2 : -1);
            }
            if (letter == 'F' || letter == 'U') {
                say((letter == 'F' ? "close " : "hold ") + order.account());
            }
        }
    }

    private static String batch(byte[] file) {
        return rows(file)[0].split(",")[2];
    }

    public static List<Order> orders(byte[] file) {
        var rows = rows(file);
        return Arrays.stream(rows, 1, rows.length - 1)
                .map(row -> row.split(","))
                .map(fields -> new Order(fields[0], fields[1], fields[2], Bank.fen(fields[4])))
                .toList();
    }

    private static String[] rows(byte[] file) {
        return new String(file, Bank.CHARSET).split("\r\n");
    }

    /** What comes over the line, if anything does. */
    List<byte[]> send(String batch) throws IOException {
        var sent = new ArrayList<byte[]>();
        for (var path : say("send " + batch).split(",")) {
            if (!path.equals("-")) {
                sent.add(Files.readAllBytes(Path.of(path)));
            }
        }
        return sent;
    }

    byte[] answer(String batch) throws IOException {
        return Files.readAllBytes(Path.of(say("answer " + batch)));
    }

    /** What it paid by its own record, by reference; below nothing where it has not decided. */
    public Map<String, Long> record() throws IOException {
        return amounts(lines().stream()
                .filter(line -> !line.startsWith("!") && !line.startsWith("@"))
                .toList());
    }

    /** What each account took in, by its own record; those alone that took in something. */
    Map<String, Long> balances() throws IOException {
        var balances = amounts(lines().stream()
                .filter(line -> line.startsWith("@"))
                .map(line -> line.substring(1))
                .toList());
        balances.values().removeIf(fen -> fen == 0);
        return balances;
    }

    private static Map<String, Long> amounts(List<String> lines) {
        var amounts = new HashMap<String, Long>();
        for (var line : lines) {
            var fields = line.split(",");
            amounts.put(fields[0], Long.parseLong(fields[1]));
        }
        return amounts;
    }

    List<String> complaints() throws IOException {
        return lines().stream().filter(line -> line.startsWith("!")).toList();
    }

    private List<String> lines() throws IOException {
        var record = directory.resolve("record");
        return Files.exists(record) ? Files.readAllLines(record) : List.of();
    }

    private String say(String line) throws IOException {
        in.write(line);
        in.newLine();
        in.flush();
        var answer = out.readLine();
        if (answer == null) {
            throw new IOException("the bank is gone");
        }
        return answer;
    }

    @Override
    public void close() throws IOException {
        in.close();
        process.destroy();
    }
}

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@link Bank} at the end of a line. */
final class BankProcess implements AutoCloseable {

    private final Path directory;
    private final Process process;
    private final BufferedWriter in;
    private final BufferedReader out;
    private int files;

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
                        today.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        this.in = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    void take(byte[] file, String fates) throws IOException {
        var path = directory.resolve("payments-" + ++files + ".csv");
        Files.write(path, file);
        say("take " + path + " " + fates);
    }

    void decide(String batch, String fates) throws IOException {
        say("decide " + batch + " " + fates);
    }

    void change(String reference, long fen) throws IOException {
        say("change " + reference + " " + fen);
    }

    byte[] answer(String batch) throws IOException {
        return Files.readAllBytes(Path.of(say("answer " + batch)));
    }

    /** What it paid by its own record, by reference; nothing yet where it has not decided. */
    Map<String, Long> record() throws IOException {
        var paid = new HashMap<String, Long>();
        for (var line : lines()) {
            if (!line.startsWith("!")) {
                var fields = line.split(",");
                paid.put(fields[0], Long.parseLong(fields[1]));
            }
        }
        return paid;
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

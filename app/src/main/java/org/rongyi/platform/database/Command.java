package org.rongyi.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs one short outside program to its end. */
final class Command {

    private Command() {}

    /** Fails with what the program said when it ends with anything but 0. */
    static void run(List<String> command, Path scratch, Duration limit) {
        var said = execute(command, scratch, limit);
        if (!said.isEmpty()) {
            throw new CannotRun("数据库程序失败 · " + command.getFirst() + " " + command + " failed: " + said);
        }
    }

    static boolean succeeds(List<String> command, Path scratch, Duration limit) {
        return execute(command, scratch, limit).isEmpty();
    }

    /** Empty when all went well; else what the program said, never blank. */
    private static String execute(List<String> command, Path scratch, Duration limit) {
        Path output = null;
        try {
            // a file, not a pipe: a server left behind would keep the pipe open
            output = Files.createTempFile(scratch, "command", ".out");
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .directory(scratch.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
            builder.environment().put("TZ", "UTC");
            var process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return "no end after " + limit.toSeconds() + " s: " + Files.readString(output);
            }
            return process.exitValue() == 0
                    ? ""
                    : "exit " + process.exitValue() + ": "
                            + Files.readString(output).strip();
        } catch (IOException e) {
            return e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        } finally {
            if (output != null) {
                output.toFile().delete();
            }
        }
    }
}

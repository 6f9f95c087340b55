package org.rongyi.career.placement.allocation;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** {@code ./rongyi allocate FILE.json}: the sandbox for outsiders. It starts nothing but itself. */
public final class AllocateCommand {

    static final int LARGEST = 128 << 20;

    private static final int DONE = 0;
    private static final int WRONG_INPUT = 2;
    private static final int CANNOT_RUN = 3;

    private AllocateCommand() {}

    public static void main(String[] words) {
        var problems = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.exit(run(List.of(words), System.in, new FileOutputStream(FileDescriptor.out), problems));
    }

    /**
     * @param words the file, or {@code -} for what comes in
     * @return the exit code; the answer goes out, a problem as {@code place: reason}
     */
    public static int run(List<String> words, InputStream in, OutputStream out, PrintStream problems) {
        try {
            if (words.size() != 1) {
                throw new WrongForm("allocate", "写作 allocate FILE.json，或 allocate - · written so");
            }
            out.write(Allocation.of(read(words.getFirst(), in)).file());
            out.flush();
            return DONE;
        } catch (WrongForm wrong) {
            problems.println(wrong.getMessage());
            return WRONG_INPUT;
        } catch (IOException e) {
            problems.println("写不出结果 · cannot write the answer: " + e.getMessage());
            return CANNOT_RUN;
        } catch (OutOfMemoryError e) {
            problems.println("内存不够，请设 RONGYI_HEAP=4g 再试 · not enough memory, set RONGYI_HEAP=4g");
            return CANNOT_RUN;
        }
    }

    private static byte[] read(String name, InputStream in) {
        try (var from = name.equals("-") ? in : open(name)) {
            var bytes = from.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new WrongForm(name, "超过 128 MB · larger than 128 MB");
            }
            return bytes;
        } catch (NoSuchFileException e) {
            throw new WrongForm(name, "没有这个文件 · no such file");
        } catch (IOException e) {
            throw new WrongForm(name, "读不了 · cannot be read: " + e.getMessage());
        }
    }

    private static InputStream open(String name) throws IOException {
        var path = Path.of(name);
        return Files.isDirectory(path) ? new FileInputStream(name) : Files.newInputStream(path);
    }
}

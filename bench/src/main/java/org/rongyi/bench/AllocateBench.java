package org.rongyi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.rongyi.career.placement.allocation.AllocateCommand;

/**
 * 30,000 candidates, 12,000 posts, 20 wishes or costs each, by each mechanism: the command in a JVM of its own, the verifier in one of its own,
 * and beside them the floor: to read every wish once. Each answer is verified, and is the same each time, before anything is printed. Then the
 * assignment of the same costs beside a published implementation: {@link CheapestBench}.
 */
final class AllocateBench {

    private static final int CANDIDATES = 30_000;
    private static final int POSTS = 12_000;
    private static final int WISHES = 20;
    private static final int ROUNDS = 5;

    private final Path verifier;
    private final Path folder;

    AllocateBench(Path verifier) throws IOException {
        this.verifier = verifier;
        this.folder = Files.createTempDirectory("allocate");
    }

    void run() throws Exception {
        System.out.println("| mechanism | input MB | answer MB | allocate s | verify s | wishes read once s |");
        System.out.println("|---|---|---|---|---|---|");
        var wishes = wishes();
        var numbers = new Numbers(new Random(2));
        for (var mechanism : List.of("deferred-acceptance", "serial-dictatorship", "assignment")) {
            var input = folder.resolve(mechanism + ".json");
            Files.writeString(input, form(mechanism, wishes, numbers));
            var answer = folder.resolve(mechanism + ".answer.json");
            var allocating = new ArrayList<Double>();
            var verifying = new ArrayList<Double>();
            byte[] first = null;
            for (int round = 0; round < ROUNDS; round++) {
                allocating.add(seconds(answer, allocate(input)));
                verifying.add(seconds(folder.resolve("verified"), verify(answer)));
                var bytes = Files.readAllBytes(answer);
                if (first != null && !java.util.Arrays.equals(first, bytes)) {
                    throw new IllegalStateException("the same input gave other bytes");
                }
                first = bytes;
            }
            System.out.printf(
                    "| %s | %.1f | %.1f | %.2f | %.2f | %.4f |%n",
                    mechanism,
                    Files.size(input) / 1e6,
                    Files.size(answer) / 1e6,
                    median(allocating),
                    median(verifying),
                    floor(wishes));
        }
        new CheapestBench(wishes, numbers.seats, numbers.costs, folder.resolve("assignment.answer.json")).run(ROUNDS);
    }

    /** What is drawn beside the wishes, in the order in which it always was. */
    private static final class Numbers {

        /** By post. */
        private final int[] seats = new int[POSTS];
        /** By candidate, in hundredths. */
        private final int[] scores = new int[CANDIDATES];
        /** By candidate and wish. */
        private final int[][] costs = new int[CANDIDATES][WISHES];

        private Numbers(Random random) {
            Arrays.setAll(seats, post -> random.nextInt(5));
            Arrays.setAll(scores, i -> random.nextInt(9_000));
            for (var own : costs) {
                Arrays.setAll(own, at -> random.nextInt(100_000));
            }
        }
    }

    private static int[][] wishes() {
        var random = new Random(1);
        var wishes = new int[CANDIDATES][];
        for (int i = 0; i < wishes.length; i++) {
            wishes[i] = random.ints(0, POSTS).distinct().limit(WISHES).toArray();
        }
        return wishes;
    }

    private static String form(String mechanism, int[][] wishes, Numbers numbers) {
        var out = new StringBuilder("{\"mechanism\":\"" + mechanism + "\",\"posts\":[");
        for (int post = 0; post < POSTS; post++) {
            out.append(post == 0 ? "" : ",").append("{\"id\":\"p" + post + "\",\"seats\":" + numbers.seats[post] + "}");
        }
        out.append("],\"candidates\":[");
        for (int i = 0; i < wishes.length; i++) {
            out.append(i == 0 ? "" : ",").append("{\"id\":\"c" + i + "\",\"score\":" + numbers.scores[i] / 100.0);
            out.append(",\"choices\":[");
            for (int at = 0; at < WISHES; at++) {
                out.append(at == 0 ? "" : ",").append("\"p" + wishes[i][at] + "\"");
            }
            out.append("]}");
        }
        out.append("],\"costs\":[");
        for (int i = 0; i < (mechanism.equals("assignment") ? wishes.length : 0); i++) {
            for (int at = 0; at < WISHES; at++) {
                out.append(i + at == 0 ? "" : ",").append("{\"candidate\":\"c" + i + "\",\"post\":\"p" + wishes[i][at]);
                out.append("\",\"cost\":" + numbers.costs[i][at] + "}");
            }
        }
        return out.append("]}").toString();
    }

    private List<String> allocate(Path input) {
        return List.of("-cp", System.getProperty("java.class.path"), AllocateCommand.class.getName(), input.toString());
    }

    private List<String> verify(Path answer) {
        return List.of("-cp", verifier.toString(), "org.rongyi.verifier.Verify", answer.toString());
    }

    private static double seconds(Path out, List<String> words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g", "-XX:+UseParallelGC"));
        command.addAll(words);
        long began = System.nanoTime();
        int exit = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException(words.get(2) + " ended with " + exit);
        }
        return (System.nanoTime() - began) / 1e9;
    }

    /** Sums all wishes up, the arrays warm. */
    private static double floor(int[][] wishes) {
        long best = Long.MAX_VALUE;
        long sum = 0;
        for (int round = 0; round < 50; round++) {
            long began = System.nanoTime();
            for (var list : wishes) {
                for (int post : list) {
                    sum += post;
                }
            }
            best = Math.min(best, System.nanoTime() - began);
        }
        if (sum == 0) {
            throw new IllegalStateException("nobody wished for anything");
        }
        return best / 1e9;
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }
}

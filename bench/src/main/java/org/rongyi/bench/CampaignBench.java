package org.rongyi.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.rongyi.career.placement.proof.Campaign;
import org.rongyi.career.placement.proof.CampaignRun;
import org.rongyi.career.placement.proof.Priority;
import org.rongyi.career.placement.proof.Tie;
import org.rongyi.career.placement.proof.Way;
import org.rongyi.verifier.Verify;

/**
 * A campaign of 30,000 candidates, 12,000 posts and 20 wishes or costs each, by each way and by all three one after another: order, rounds, full file, public
 * file and everybody's slip, and all of it reckoned again, in a JVM of its own with the heap the program has; the verifier in one of its own. Each file is verified, and is the same each time and from the input
 * shuffled, before anything is printed.
 */
final class CampaignBench {

    private static final int CANDIDATES = 30_000;
    private static final int POSTS = 12_000;
    private static final int WISHES = 20;
    private static final int ROUNDS = 3;

    private final Path verifier;
    private final Path folder;

    CampaignBench(Path verifier) throws IOException {
        this.verifier = verifier;
        this.folder = Files.createTempDirectory("campaign");
    }

    /** In a JVM of its own: the ways, the folder, and a number to shuffle by. Prints the seconds of the run and of reckoning it again, as the program does both. */
    public static void main(String[] words) throws IOException {
        var ways = List.of(words[0].split("\\+")).stream().map(Way::valueOf).toList();
        var campaign = campaign(ways, Long.parseLong(words[2]));
        long began = System.nanoTime();
        var result = CampaignRun.of(campaign);
        double ran = (System.nanoTime() - began) / 1e9;
        var objection = Verify.objection(result.file(), result.shown());
        if (objection.isPresent()) {
            throw new IllegalStateException(objection.get());
        }
        System.out.println(ran + " " + ((System.nanoTime() - began) / 1e9 - ran));
        var folder = Path.of(words[1]);
        Files.write(folder.resolve("full.json"), result.file());
        Files.write(folder.resolve("public.json"), result.shown());
        Files.write(folder.resolve("slip.json"), result.placed().getFirst().slip());
    }

    void run() throws Exception {
        System.out.println(
                "| ways | full MB | public MB | run s | reckon it again s | verify full s | verify public and a slip s |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (var ways : List.of("BY_SCORE", "TWO_SIDED", "DIRECTIVE", "TWO_SIDED+BY_SCORE+DIRECTIVE")) {
            var running = new ArrayList<Double>();
            var again = new ArrayList<Double>();
            var verifying = new ArrayList<Double>();
            var looking = new ArrayList<Double>();
            byte[] first = null;
            for (int round = 0; round < ROUNDS; round++) {
                var seconds = produced(ways, round).split(" ");
                running.add(Double.parseDouble(seconds[0]));
                again.add(Double.parseDouble(seconds[1]));
                verifying.add(seconds("full.json"));
                looking.add(seconds("--public", "public.json", "--slip", "slip.json"));
                var bytes = Files.readAllBytes(folder.resolve("full.json"));
                if (first != null && !java.util.Arrays.equals(first, bytes)) {
                    throw new IllegalStateException("the same campaign gave other bytes");
                }
                first = bytes;
            }
            System.out.printf(
                    "| %s | %.1f | %.1f | %.2f | %.2f | %.2f | %.2f |%n",
                    ways,
                    Files.size(folder.resolve("full.json")) / 1e6,
                    Files.size(folder.resolve("public.json")) / 1e6,
                    median(running),
                    median(again),
                    median(verifying),
                    median(looking));
        }
    }

    private String produced(String ways, int shuffle) throws IOException, InterruptedException {
        var out = folder.resolve("seconds");
        java(
                out,
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        CampaignBench.class.getName(),
                        ways,
                        folder.toString(),
                        "" + shuffle),
                "-Xmx1g");
        return Files.readString(out).strip();
    }

    private double seconds(String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("-cp", verifier.toString(), "org.rongyi.verifier.Verify"));
        for (var word : words) {
            command.add(word.endsWith(".json") ? folder.resolve(word).toString() : word);
        }
        long began = System.nanoTime();
        java(folder.resolve("verified"), command, "-Xmx1g");
        return (System.nanoTime() - began) / 1e9;
    }

    private static void java(Path out, List<String> words, String heap) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), heap, "-XX:+UseParallelGC"));
        command.addAll(words);
        int exit = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException(words.get(2) + " ended with " + exit);
        }
    }

    private static Campaign campaign(List<Way> ways, long shuffle) {
        var random = new Random(1);
        var wishes = new ArrayList<List<String>>();
        var applied = new ArrayList<List<String>>();
        for (int post = 0; post < POSTS; post++) {
            applied.add(new ArrayList<>());
        }
        for (int i = 0; i < CANDIDATES; i++) {
            int[] own = random.ints(0, POSTS).distinct().limit(WISHES).toArray();
            wishes.add(IntStream.of(own).mapToObj(post -> "P" + post).toList());
            for (int post : own) {
                applied.get(post).add("C" + i);
            }
        }
        var posts = new ArrayList<Campaign.Post>();
        for (int post = 0; post < POSTS; post++) {
            Collections.shuffle(applied.get(post), random);
            boolean isRanked = ways.contains(Way.TWO_SIDED) && random.nextBoolean();
            int seats = random.nextInt(5);
            posts.add(new Campaign.Post(
                    "P" + post,
                    "某单位",
                    "某岗位",
                    seats,
                    seats / 3,
                    isRanked ? applied.get(post) : null,
                    post % 50 == 0 && !applied.get(post).isEmpty()
                            ? Map.of(applied.get(post).getFirst(), "不符合岗位条件")
                            : Map.of()));
        }
        var candidates = IntStream.range(0, CANDIDATES)
                .mapToObj(i -> new Campaign.Candidate(
                        "C" + i,
                        i < 20 ? null : BigDecimal.valueOf(3_000 + random.nextInt(6_000), 2),
                        i < 20,
                        i % 10 == 0,
                        Map.of(Tie.SERVICE, 1_000L + random.nextInt(8_000)),
                        wishes.get(i),
                        key(random)))
                .toList();
        var costs = new ArrayList<Campaign.Cost>();
        for (int i = 0; i < CANDIDATES && ways.contains(Way.DIRECTIVE); i++) {
            for (var post : wishes.get(i)) {
                costs.add(new Campaign.Cost("C" + i, post, BigDecimal.valueOf(random.nextInt(100_000))));
            }
        }
        return new Campaign(
                "2026-1",
                "秋季安置",
                "某省退役军人事务厅",
                new Campaign.Rules("1", ways, Priority.RESERVED, List.of(Tie.SERVICE)),
                new Campaign.Draw(key(random), List.of(new Campaign.Source("某台，某日", "1"))),
                shuffled(posts, shuffle),
                shuffled(candidates, shuffle),
                shuffled(costs, shuffle));
    }

    private static <T> List<T> shuffled(List<T> list, long by) {
        var other = new ArrayList<>(list);
        Collections.shuffle(other, new Random(by));
        return other;
    }

    private static String key(Random random) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }
}

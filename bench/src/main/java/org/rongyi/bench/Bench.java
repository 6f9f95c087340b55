package org.rongyi.bench;

import java.nio.file.Path;
import java.util.List;

/** The benchmarks; {@code README.md} says what each measures and beside what. */
public final class Bench {

    private static final int ROUNDS = 40;
    private static final int ACTS = 6_000;
    private static final int ROWS = 400_000;
    private static final int REQUESTS = 200;
    private static final int NOTICES = 10_000;
    private static final int POSTINGS = 8_000;
    private static final int STARTS = 5;
    private static final long ENTRIES = 5_000_000;
    private static final long TRAIL = 10_000_000;
    private static final int WRONG_INPUT = 2;
    private static final int CANNOT_RUN = 3;

    private Bench() {}

    public static void main(String[] arguments) {
        try {
            run(List.of(arguments));
            System.exit(0);
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(CANNOT_RUN);
        }
    }

    private static void run(List<String> words) throws Exception {
        if (words.size() == 2 && words.getFirst().equals("allocate")) {
            new AllocateBench(Path.of(words.getLast())).run();
            return;
        }
        if (words.size() == 2 && words.getFirst().equals("campaign")) {
            new CampaignBench(Path.of(words.getLast())).run();
            return;
        }
        int data = words.indexOf("--data");
        if (words.isEmpty() || (data < 0 || data + 1 >= words.size())) {
            System.err.println(
                    "bench: 写作 bench lists|acts|cost|search|export|import|audit|notice|postings|trace|start --data DIR，或 bench allocate|campaign · written so");
            System.exit(WRONG_INPUT);
        }
        var directory = Path.of(words.get(data + 1));
        switch (words.getFirst()) {
            case "lists" -> {
                try (var program = Program.start(directory)) {
                    new ListBench(program, ROUNDS).run();
                }
            }
            case "acts" -> {
                try (var program = Program.start(directory)) {
                    new ActBench(program, ACTS).run();
                }
            }
            case "export" -> {
                try (var program = Program.start(directory)) {
                    new ExportBench(program).run();
                }
            }
            case "cost" -> {
                try (var program = Program.start(directory)) {
                    new CostBench(program, directory, (int) rows(words, REQUESTS)).run();
                }
            }
            case "search" -> {
                try (var program = Program.start(directory)) {
                    new SearchBench(program).run();
                }
            }
            case "import" -> new ImportBench(directory, (int) rows(words, ROWS)).run();
            case "audit" -> new AuditBench(directory, rows(words, TRAIL)).run();
            case "notice" -> new NoticeBench(directory, (int) rows(words, NOTICES)).run();
            case "postings" -> new PostingBench(directory, (int) rows(words, POSTINGS)).run();
            case "trace" -> new TraceBench(directory, rows(words, ENTRIES)).run();
            case "start" ->
                new StartBench(Path.of(words.get(1)), Path.of(words.get(2)), directory, rounds(words)).run();
            default -> {
                System.err.println("bench: 没有 " + words.getFirst() + " · no such benchmark");
                System.exit(WRONG_INPUT);
            }
        }
    }

    private static int rounds(List<String> words) {
        int at = words.indexOf("--rounds");
        return at < 0 ? STARTS : Integer.parseInt(words.get(at + 1));
    }

    /** A smaller dose, to try it out. */
    private static long rows(List<String> words, long all) {
        int at = words.indexOf("--rows");
        return at < 0 ? all : Long.parseLong(words.get(at + 1));
    }
}

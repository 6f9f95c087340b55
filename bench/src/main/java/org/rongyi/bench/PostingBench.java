package org.rongyi.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.rongyi.care.fund.Bookkeeping;
import org.rongyi.platform.database.Bulk;
import org.rongyi.platform.kernel.Actor;

/**
 * 记账: incomes a second through the act and through the ledger alone, beside the same rows inserted with no guarantee at all, in turn;
 * by sixteen clerks into one fund, and each into a fund of his own.
 */
final class PostingBench {

    private static final int THREADS = 16;
    private static final int ROUNDS = 5;

    private static final List<String> FLOOR = List.of(
            """
            insert into organisation.unit (id, name, initials, kind, level, host, code_then, code_now, opened_on)
            values ('%s', '某局', 'mj', 'BUREAU', 3, 'ADMINISTRATIVE', 441224000000, 441224000000, '2019-01-01')
            """.formatted(Bookkeeping.UNIT),
            "create schema bench",
            "create table bench.lot (like fund.lot including defaults including indexes)",
            "create table bench.entry (like fund.entry including defaults including indexes)",
            "alter table bench.entry drop constraint entry_fund_id_year_number_key",
            "create table bench.line (like fund.line including defaults including indexes)",
            "grant usage on schema bench to rongyi_app",
            "grant select, insert on all tables in schema bench to rongyi_app");

    private final Path directory;
    private final int postings;

    PostingBench(Path directory, int postings) {
        this.directory = directory;
        this.postings = postings;
    }

    private interface Side {
        void enter(Actor.Office clerk, UUID fund);
    }

    void run() throws Exception {
        System.setProperty("rongyi.schedule", "off"); // nothing else at work
        try (var program = Program.start(directory, "--empty")) {
            program.bean(Bulk.class).run(FLOOR);
            var books = program.bean(Bookkeeping.class);
            var funds = books.open(THREADS);
            var sides = new LinkedHashMap<String, Side>();
            sides.put("经办理器", books::act);
            sides.put("只经账簿", books::post);
            sides.put("同样的行，没有保证", books::insert);
            System.out.println("| " + postings + " 笔，" + THREADS + " 人 | 每秒（中位数） | 用时与没有保证的之比 |");
            System.out.println("|---|---|---|");
            for (var many : List.of(1, THREADS)) {
                measure(many == 1 ? "一项资金" : "各记各的资金", books, sides, funds.subList(0, many));
            }
        }
    }

    /** In turn, round by round; the first round is for warming up. */
    private void measure(String what, Bookkeeping books, Map<String, Side> sides, List<UUID> funds) throws Exception {
        var taken = new LinkedHashMap<String, Samples>();
        sides.keySet().forEach(side -> taken.put(side, new Samples(ROUNDS)));
        for (int round = 0; round <= ROUNDS; round++) {
            for (var side : sides.entrySet()) {
                long nanos = once(books, side.getValue(), funds);
                if (round > 0) {
                    taken.get(side.getKey()).add(nanos);
                }
            }
        }
        var floor = taken.values().stream().reduce((one, next) -> next).orElseThrow();
        taken.forEach((side, samples) ->
                System.out.println("| " + what + "，" + side + " | " + Math.round(postings / (samples.median() / 1e3))
                        + " | " + Samples.format(samples.ratioTo(floor)) + " |"));
    }

    private long once(Bookkeeping books, Side side, List<UUID> funds) throws Exception {
        var left = new AtomicInteger(postings);
        long began = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var running = threads.invokeAll(IntStream.range(0, THREADS)
                    .mapToObj(n -> (Callable<Void>) () -> {
                        var clerk = books.clerk();
                        while (left.getAndDecrement() > 0) {
                            side.enter(clerk, funds.get(n % funds.size()));
                        }
                        return null;
                    })
                    .toList());
            for (var one : running) {
                one.get();
            }
        }
        return System.nanoTime() - began;
    }
}

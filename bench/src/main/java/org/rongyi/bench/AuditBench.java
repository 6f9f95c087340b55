package org.rongyi.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.rongyi.platform.audit.Sealer;
import org.rongyi.platform.audit.VerifyAudit;
import org.rongyi.platform.database.Progress;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 留痕: so many rows left as acts leave them, sealed by the program's sealer, then verified from the first to the last. */
final class AuditBench {

    private static final long AT_ONCE = 50_000;
    private static final int BATCHES = 1_000;

    /** Of the length real ones have; each other one about a record, every fifth refused. */
    private static final String LEAVE = """
            insert into audit.fresh (id, at, actor_key, actor_name, account_id, post_id, unit_id, unit_code, act,
                                     subject, outcome, done, request_id)
            select gen_random_uuid(), timestamptz '2026-01-01 08:00+08' + n * interval '20 milliseconds',
                   'office:' || n % 39000, '陈志强', gen_random_uuid(), gen_random_uuid(), gen_random_uuid(),
                   440000000000 + n % 28000 * 1000, (array['RecordVisit', 'CorrectVisit', 'AnswerNeed', 'SignIn'])[n % 4 + 1],
                   case when n % 2 = 0 then gen_random_uuid() end, 'Recorded', n % 5 > 0, left(md5(n::text), 16)
            from generate_series(:from::bigint, :to::bigint) n
            """;

    private static final String ROWS = "select count(*) from audit.entry";
    private static final String SIZE = "select pg_total_relation_size('audit.entry') / 1000000";

    private final Path directory;
    private final long rows;

    AuditBench(Path directory, long rows) {
        this.directory = directory;
        this.rows = rows;
    }

    void run() {
        try (var program = Program.start(directory, "--empty")) {
            var app = program.bean(JdbcClient.class);
            var sealer = program.bean(Sealer.class);
            sealer.seal(BATCHES);
            long leaving = 0;
            long sealing = 0;
            for (long from = 1; from <= rows; from += AT_ONCE) {
                long began = System.nanoTime();
                app.sql(LEAVE)
                        .param("from", from)
                        .param("to", Math.min(rows, from + AT_ONCE - 1))
                        .update();
                long left = System.nanoTime();
                sealer.seal(BATCHES);
                leaving += left - began;
                sealing += System.nanoTime() - left;
            }
            var jobs = (JdbcClient) program.context.getBean("jobJdbc");
            long sealed = jobs.sql(ROWS).query(Long.class).single();
            Memory.resetPeaks();
            long began = System.nanoTime();
            int found =
                    VerifyAudit.run(List.of("verify", "audit", "--data", directory.toString()), Map.of(), progress());
            long verifying = System.nanoTime() - began;
            if (found != 0) {
                throw new IllegalStateException("the trail is not whole");
            }
            System.out.println("| 留痕 " + sealed + " 行 | 秒 | 行/秒 |");
            System.out.println("|---|---|---|");
            line("写入新留痕", rows, leaving);
            line("封存", rows, sealing);
            line("校验", sealed, verifying);
            System.out.println();
            System.out.println("校验时堆峰值 " + Memory.heapPeakMegabytes() + " MB，常驻峰值 " + Memory.residentPeakMegabytes()
                    + " MB（程序与校验同在一个进程）；audit.entry 连索引 "
                    + jobs.sql(SIZE).query(Long.class).single() + " MB");
        }
    }

    private static Progress progress() {
        return new Progress(System.err, new PrintStream(System.err, true));
    }

    private static void line(String what, long rows, long nanos) {
        double seconds = nanos / (double) TimeUnit.SECONDS.toNanos(1);
        System.out.println("| " + what + " | " + Samples.format(seconds) + " | " + Math.round(rows / seconds) + " |");
    }
}

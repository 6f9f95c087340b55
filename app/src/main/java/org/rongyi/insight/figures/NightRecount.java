package org.rongyi.insight.figures;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.rongyi.platform.operation.Watched;
import org.rongyi.platform.ui.Words;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 夜间复核: what came of it is kept, and the system administrator is told until a later one finds nothing. */
@Component
class NightRecount implements Watched {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final String KEEP = """
            insert into figures.recount (ran_at, found, first)
            values (:at, :found, :first)
            on conflict (only_row) do update
                set ran_at = excluded.ran_at, found = excluded.found, first = excluded.first
            """;

    private static final String LAST = "select ran_at, found, first from figures.recount where found > 0";

    private final JdbcClient jdbc;
    private final Recount recount;
    private final Clock clock;

    NightRecount(@Qualifier("job") JdbcClient jdbc, Recount recount, Clock clock) {
        this.jdbc = jdbc;
        this.recount = recount;
        this.clock = clock;
    }

    private record Kept(OffsetDateTime ranAt, int found, String first) {

        private LocalDate day() {
            return ranAt.atZoneSameInstant(ZONE).toLocalDate();
        }
    }

    void run() {
        keep(recount.run());
    }

    void keep(List<Recount.Difference> differences) {
        jdbc.sql(KEEP)
                .param("at", OffsetDateTime.now(clock))
                .param("found", differences.size())
                .param(
                        "first",
                        differences.stream()
                                .findFirst()
                                .map(NightRecount::inWords)
                                .orElse(""))
                .update();
    }

    private static String inWords(Recount.Difference one) {
        var what = one.kind().zh() + " " + one.code() + " " + one.month() + " 起：";
        return one.measure() == Recount.AS_OF
                ? what + "合计相符，“截至过去某日”的数与记录的更正经过不符"
                : what + "数据为 " + one.kept() + "，重数为 " + one.counted();
    }

    @Override
    public List<String> warnings() {
        return last()
                .map(kept -> Words.day(kept.day()) + "夜间数据复核有 " + kept.found() + " 处不符，例如" + kept.first()
                        + "。请把日志中“复核发现不符”的各行交给运行维护人员；更正之前，这些单位的数以记录为准")
                .stream()
                .toList();
    }

    private Optional<Kept> last() {
        return jdbc.sql(LAST).query(Kept.class).optional();
    }
}

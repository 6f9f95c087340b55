package org.rongyi.insight.figures;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The room's parts put together over kinds of the test's own, with a calendar the test turns. */
final class FigureBench {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    final FigureTable table;
    final Recount recount;
    final Fold fold;
    final FigureRecode recode;
    private final JdbcClient app;
    private final TransactionTemplate writing;

    FigureBench(
            JdbcClient app,
            JdbcClient job,
            PlatformTransactionManager appTransactions,
            PlatformTransactionManager jobTransactions,
            List<FigureKind> counted) {
        var kinds = new FigureKinds(provider(counted));
        this.app = app;
        this.writing = new TransactionTemplate(appTransactions);
        this.table = new FigureTable(app, kinds);
        this.fold = new Fold(job, jobTransactions);
        this.recode = new FigureRecode(job, jobTransactions, fold);
        this.recount = new Recount(job, jobTransactions, kinds, provider(List.of()));
    }

    void count(LocalDate today, List<Fact> facts) {
        writing.executeWithoutResult(status -> figuresOn(today).count(facts));
    }

    Figures figuresOn(LocalDate today) {
        return new Figures(app, Clock.fixed(today.atTime(12, 0).atZone(ZONE).toInstant(), ZONE));
    }

    static <T> ObjectProvider<T> provider(List<T> beans) {
        return new ObjectProvider<>() {
            @Override
            public Stream<T> stream() {
                return beans.stream();
            }
        };
    }
}

package org.rongyi.platform.retention;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.policy.Policy;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 到期删除: every night what is past its term goes, a thousand at a time, so that nobody waits for it; stopped in the middle, the
 * next night goes on. The trail says how much of what went, never what it was.
 */
@Component
public class Retention {

    private static final int AT_ONCE = 1000;
    private static final int COUNTED = 100_000;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final List<Keeping> kinds;
    private final List<Kept> kept = Kept.read();
    private final RetentionRuns runs;
    private final Policy policy;
    private final TransactionTemplate transactions;
    private final AuditTrail audit;
    private final Clock clock;

    Retention(
            List<Keeping> kinds,
            RetentionRuns runs,
            Policy policy,
            @Qualifier("job") PlatformTransactionManager transactions,
            @Qualifier("job") AuditTrail audit,
            Clock clock) {
        this.kinds = kinds.stream().sorted(Comparator.comparing(Keeping::id)).toList();
        this.runs = runs;
        this.policy = policy;
        this.transactions = new TransactionTemplate(transactions);
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * One kind, as it stands.
     *
     * @param past how many are past their term and wait for the night; counted up to a hundred thousand
     */
    public record Standing(Keeping kind, int months, LocalDate before, long past, RetentionRuns.Sum done) {}

    /** All kinds; read as the job, since counting them needs everybody's rows. */
    public List<Standing> standings() {
        var sums = runs.sums();
        return kinds.stream()
                .map(kind -> new Standing(
                        kind,
                        months(kind),
                        before(kind),
                        kind.count(moment(before(kind)), COUNTED),
                        sums.getOrDefault(kind.id(), RetentionRuns.Sum.NONE)))
                .toList();
    }

    /** What is not deleted by itself. */
    public List<Kept> kept() {
        return kept;
    }

    /** Once a night. */
    void run() {
        kinds.forEach(this::run);
    }

    private void run(Keeping kind) {
        var before = before(kind);
        long deleted = 0;
        int last;
        do {
            last = kind.delete(moment(before), AT_ONCE);
            deleted += last;
        } while (last == AT_ONCE && !Thread.currentThread().isInterrupted());
        if (deleted > 0) {
            note(kind, before, deleted);
        }
    }

    private void note(Keeping kind, LocalDate before, long deleted) {
        var change = new Detail.Change(kind.zh(), before + " 以前 " + deleted + " 条", null);
        transactions.executeWithoutResult(status -> {
            runs.add(kind.id(), before, deleted);
            audit.explain(new Detail("保存期限已过", List.of(change)));
            audit.record(new Actor.Job("到期删除"), new AuditTrail.Entry("DeleteExpired", null, "Deleted", true));
        });
    }

    private int months(Keeping kind) {
        return policy.number(kind.parameter(), LocalDate.now(clock));
    }

    private LocalDate before(Keeping kind) {
        return kind.before(LocalDate.now(clock), months(kind));
    }

    private static OffsetDateTime moment(LocalDate day) {
        return day.atStartOfDay(ZONE).toOffsetDateTime();
    }
}

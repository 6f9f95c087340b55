package org.rongyi.platform.audit;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rongyi.platform.database.DataDirectory;
import org.rongyi.platform.vault.Signer;
import org.rongyi.platform.vault.SigningKeys;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 封存: moves what acts have committed from the small table into the trail, batch by batch, each numbered, hashed, chained
 * and signed in one transaction; then copies the heads out of the database. Acts wait for it as little as for each other:
 * a row that commits late is simply taken the next time.
 */
@Component
public class Sealer {

    /** Rows in a batch at most: what one transaction holds in memory. */
    static final int BATCH_ROWS = 5_000;

    /** However many processes run on one database, one of them seals at a time. */
    private static final String TRY_LOCK = "select pg_try_advisory_xact_lock(20213, 1)";

    /** Whoever changes the key waits for it, and nobody seals meanwhile. */
    static final String LOCK = "select pg_advisory_xact_lock(20213, 1)";

    private static final String NEWEST_KEY = "select key from audit.signing_key order by after desc, at desc limit 1";

    static final String LAST = """
            select number, old, previous, first_seq, size, root, ''::bytea as leaves, sealed_at, head, key, signature
            from audit.batch
            order by number desc
            limit 1
            """;

    private static final String MOVE = """
            with taken as (
                delete from audit.fresh where ctid = any (array(select ctid from audit.fresh limit :limit))
                returning *)
            insert into audit.entry (id, at, actor_key, actor_name, account_id, post_id, unit_id, unit_code, act,
                                     subject, outcome, done, request_id, purpose, before, after, seq, batch)
            select id, at, actor_key, actor_name, account_id, post_id, unit_id, unit_code, act,
                   subject, outcome, done, request_id, purpose, before, after,
                   :first + row_number() over (order by at, id) - 1, :batch
            from taken
            returning *
            """;

    /** Rows of the time before sealing: they stay where they are and get their numbers. */
    private static final String NUMBER_OLD = """
            with old as (
                select id, row_number() over (order by at, id) as place
                from (select id, at from audit.entry where seq is null order by at, id limit :limit) first)
            update audit.entry e set seq = :first + old.place - 1, batch = :batch
            from old
            where e.id = old.id
            returning e.*
            """;

    private static final String ADD = """
            insert into audit.batch (number, old, previous, first_seq, size, root, leaves, sealed_at, head, key, signature)
            values (:number, :old, :previous, :first, :size, :root, :leaves, :at, :head, :key, :signature)
            """;

    private static final String HEADS_SINCE = """
            select number, old, previous, first_seq, size, root, ''::bytea as leaves, sealed_at, head, key, signature
            from audit.batch
            where number > :number
            order by number
            limit :limit
            """;

    private static final int HEADS_AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Signer signer;
    private final Clock clock;
    private final HeadsFile heads;

    Sealer(
            @Qualifier("job") JdbcClient jdbc,
            @Qualifier("job") PlatformTransactionManager transactions,
            Signer signer,
            Clock clock,
            DataDirectory directory) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.signer = signer;
        this.clock = clock;
        this.heads = new HeadsFile(directory.heads());
    }

    /**
     * Seals what is there, in so many batches at most, and copies every head out that is not yet.
     *
     * @return how many batches were sealed; 0 also while another process seals
     */
    public synchronized int seal(int batches) {
        int sealed = 0;
        while (sealed < batches && Boolean.TRUE.equals(transaction.execute(status -> sealOne()))) {
            sealed++;
        }
        copyHeads();
        return sealed;
    }

    /** False when there was nothing to seal, or another process seals. */
    private boolean sealOne() {
        if (!jdbc.sql(TRY_LOCK).query(Boolean.class).single()) {
            return false;
        }
        var last = jdbc.sql(LAST).query((row, n) -> Batch.of(row)).optional();
        refuseOldKeys(last);
        // Old rows come first, all of them: once new ones are sealed, a row without a number was slipped in.
        var maybeOld = last.isEmpty() || last.get().head().old();
        var rows = maybeOld ? take(NUMBER_OLD, last) : List.<AuditRow>of();
        boolean old = !rows.isEmpty();
        if (!old) {
            rows = take(MOVE, last);
        }
        if (rows.isEmpty()) {
            return false;
        }
        add(seal(last, old, rows));
        return true;
    }

    /** Another program may have changed the key; what the earlier one signed from then on would count as forged. */
    private void refuseOldKeys(Optional<Batch> last) {
        lacking(jdbc, signer, last).ifPresent(key -> {
            throw new IllegalStateException(
                    "keys/" + SigningKeys.FILE + " 里没有签名密钥 " + key + "，是在别的程序上换的；请把换过的文件拷到本机，在那以前本机不封存留痕");
        });
    }

    /** The key changed to last, or that of the last batch, where this machine does not hold it. */
    static Optional<String> lacking(JdbcClient jdbc, Signer signer, Optional<Batch> last) {
        var newest = jdbc.sql(NEWEST_KEY).query(String.class).optional();
        return Stream.concat(
                        newest.stream(),
                        last.stream().map(batch -> batch.signature().key()))
                .filter(key -> !signer.knows(key))
                .findFirst();
    }

    private List<AuditRow> take(String statement, Optional<Batch> last) {
        return jdbc
                .sql(statement)
                .param("limit", BATCH_ROWS)
                .param("first", last.map(batch -> batch.head().lastSeq() + 1).orElse(1L))
                .param("batch", last.map(batch -> batch.head().number() + 1).orElse(1L))
                .query((row, n) -> AuditRow.of(row))
                .list()
                .stream()
                .sorted(Comparator.comparingLong(AuditRow::seq))
                .toList();
    }

    private Batch seal(Optional<Batch> last, boolean old, List<AuditRow> rows) {
        var tree = new Tree();
        var leaves = new byte[rows.size() * Tree.DIGEST_BYTES];
        for (int i = 0; i < rows.size(); i++) {
            var leaf = rows.get(i).leaf();
            tree.add(leaf);
            System.arraycopy(leaf, 0, leaves, i * Tree.DIGEST_BYTES, Tree.DIGEST_BYTES);
        }
        var first = rows.getFirst();
        var head = new Head(
                first.batch(),
                old,
                last.map(Batch::digest).orElseGet(Head::none),
                first.seq(),
                rows.size(),
                tree.root(),
                OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MICROS)); // as it will be read back
        var digest = head.digest();
        return new Batch(head, leaves, digest, signer.sign(digest));
    }

    private void add(Batch batch) {
        var head = batch.head();
        jdbc.sql(ADD)
                .param("number", head.number())
                .param("old", head.old())
                .param("previous", head.previous())
                .param("first", head.firstSeq())
                .param("size", head.size())
                .param("root", head.root())
                .param("leaves", batch.leaves())
                .param("at", head.sealedAt())
                .param("head", batch.digest())
                .param("key", batch.signature().key())
                .param("signature", batch.signature().bytes())
                .update();
    }

    /** Also those that a crash, or another process, left to be copied. */
    private void copyHeads() {
        for (var lines = headsSince(heads.lastBatch()); !lines.isEmpty(); lines = headsSince(heads.lastBatch())) {
            heads.append(lines);
        }
    }

    private List<HeadLine> headsSince(long number) {
        return jdbc.sql(HEADS_SINCE)
                .param("number", number)
                .param("limit", HEADS_AT_ONCE)
                .query((row, n) -> HeadLine.of(Batch.of(row)))
                .list();
    }
}

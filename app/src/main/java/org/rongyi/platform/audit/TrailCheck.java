package org.rongyi.platform.audit;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.vault.Signer;

/**
 * 校验: recomputes the whole trail from its rows, in one snapshot and constant memory, and says where it is not what was
 * sealed. The caller's connection sees every row and is in a transaction of its own.
 */
final class TrailCheck {

    /** A row older than this should have been sealed long ago: the sealer comes every few seconds. */
    static final Duration WINDOW = Duration.ofSeconds(60);

    private static final String BATCHES = """
            select number, old, previous, first_seq, size, root, leaves, sealed_at, head, key, signature
            from audit.batch
            order by number
            """;

    private static final String UNNUMBERED = "select id, at from audit.entry where seq is null order by at, id";

    private static final String WAITING = "select id, at from audit.fresh order by at, id";

    private static final int FETCH_BATCHES = 8;
    private static final int FETCH = 2_000;

    private final Connection connection;
    private final Signer signer;
    private final Clock clock;
    private final Duration patience;
    private final Findings findings = new Findings();
    private final CopiedHeads copied;
    private @Nullable Batch last;
    private byte[] previous = Head.none();
    private long nextNumber = 1;
    private long nextSeq = 1;
    private long rowsRead;
    private long waiting;

    /** @param patience how long a running program is waited for to copy a head it has just sealed */
    TrailCheck(Connection connection, Signer signer, Clock clock, Path headsFile, Duration patience) {
        this.patience = patience;
        this.connection = connection;
        this.signer = signer;
        this.clock = clock;
        this.copied = new CopiedHeads(headsFile, findings);
    }

    /**
     * What was read and found.
     *
     * @param waiting rows not sealed yet, whether or not they wait too long
     * @param last the last head; none in a trail without batches
     * @param vouched the last batch a head that left the machine agrees with; 0 for none
     */
    record Report(
            long batches, long rows, long waiting, @Nullable HeadLine last, long vouched, Findings findings) {}

    /** @param takenOut a file of heads that left the machine earlier */
    Report check(@Nullable Path takenOut) throws SQLException {
        return check(takenOut, true);
    }

    /** Of a backup that may be from before a change of keys: how far the trail came then is not asked. */
    Report checkRestored() throws SQLException {
        return check(null, false);
    }

    private Report check(@Nullable Path takenOut, boolean withKeyChanges) throws SQLException {
        try (copied;
                var rows = new Numbered(connection);
                var statement = connection.prepareStatement(BATCHES)) {
            statement.setFetchSize(FETCH_BATCHES);
            try (var batches = statement.executeQuery()) {
                while (batches.next()) {
                    check(Batch.of(batches), rows);
                }
            }
            for (var row = rows.peek(); row != null; row = rows.peek()) {
                findings.add(place(row), "序号在末批之后，没有批次封存它");
                rows.skip();
            }
            rowsRead = rows.read();
            copied.finish(patience);
        }
        unnumbered();
        waiting();
        var heads = new TakenOutHeads(connection, signer, findings);
        if (withKeyChanges) {
            heads.checkKeyChanges();
        }
        var vouched = takenOut == null ? 0 : heads.check(takenOut);
        return new Report(
                nextNumber - 1, rowsRead, waiting, last == null ? null : HeadLine.of(last), vouched, findings);
    }

    private void check(Batch batch, Numbered rows) throws SQLException {
        var head = batch.head();
        sequence(head);
        if (!Arrays.equals(head.digest(), batch.digest())) {
            findings.add(place(head), "批次记录被改动，与它的链头不符");
        }
        if (!signer.knows(batch.signature().key())) {
            findings.add(place(head), "签名用的密钥 " + batch.signature().key() + " 不在本机，无法核对");
        } else if (!signer.verifies(batch.digest(), batch.signature())) {
            findings.add(place(head), "链头的签名验不过");
        } else if (signer.isRetiredBefore(batch.signature().key(), head.number())) {
            findings.add(place(head), "签名用的密钥 " + batch.signature().key() + " 在这以前已经换下，链头是冒签的");
        }
        rows(batch, rows);
        copied.compare(batch);
        last = batch;
        previous = batch.digest();
        nextNumber = head.number() + 1;
        nextSeq = head.lastSeq() + 1;
    }

    private void sequence(Head head) {
        if (head.number() != nextNumber) {
            findings.add(
                    head.number() > nextNumber ? "第 " + range(nextNumber, head.number() - 1) + " 批" : place(head),
                    head.number() > nextNumber ? "批次记录被删去" : "批号重复或不对");
        } else if (!Arrays.equals(head.previous(), previous)) {
            findings.add(place(head), "接不上前一批的链头");
        } else if (head.firstSeq() != nextSeq) {
            findings.add(place(head), "首号应为 " + nextSeq + "，记为 " + head.firstSeq());
        }
        if (head.old() && last != null && !last.head().old()) {
            findings.add(place(head), "旧行的批次排在新行的后面");
        }
    }

    /** The digests kept with the batch tell which row it is, as long as they give the root that was signed. */
    private void rows(Batch batch, Numbered rows) throws SQLException {
        var head = batch.head();
        for (var row = rows.peek(); row != null && row.seq() < head.firstSeq(); row = rows.peek()) {
            findings.add(place(row), "序号不属于任何一批");
            rows.skip();
        }
        boolean named = batch.leavesGiveRoot();
        var tree = new Tree();
        long expected = head.firstSeq();
        for (var row = rows.peek(); row != null && row.seq() <= head.lastSeq(); row = rows.peek()) {
            rows.skip();
            if (row.seq() < expected) {
                findings.add(place(row), "序号重复，多出一行");
                continue;
            }
            missing(head, expected, row.seq() - 1);
            expected = row.seq() + 1;
            var leaf = row.leaf();
            tree.add(leaf);
            if (named && !batch.hasLeaf((int) (row.seq() - head.firstSeq()), leaf)) {
                findings.add(place(row), "内容被改动、调换或冒充，与封存时不符（属第 " + head.number() + " 批）");
            }
        }
        missing(head, expected, head.lastSeq());
        if (!named) {
            boolean whole = expected > head.firstSeq() && Arrays.equals(tree.root(), head.root());
            findings.add(
                    place(head) + "（序号 " + range(head.firstSeq(), head.lastSeq()) + "）",
                    whole ? "各行的摘要被改动；行本身与根相符" : "各行的摘要与根不符，只能指到这一批");
        }
    }

    private void missing(Head head, long from, long to) {
        if (from <= to) {
            findings.add("序号 " + range(from, to) + "（" + place(head) + "）", "行被删去");
        }
    }

    /** Old rows wait for their first sealing only; later a row without a number was slipped in. */
    private void unnumbered() throws SQLException {
        boolean begun = last != null && !last.head().old();
        each(UNNUMBERED, (id, at) -> {
            if (begun || isLate(at)) {
                findings.add("编号 " + id + "（" + at + "）", begun ? "没有序号，不是封存进来的" : "旧行还没有封存");
            }
        });
    }

    private void waiting() throws SQLException {
        each(WAITING, (id, at) -> {
            waiting++;
            if (isLate(at)) {
                findings.add("编号 " + id + "（" + at + "）", "超过 " + WINDOW.toSeconds() + " 秒没有封存；程序没有在运行的，启动后会补封");
            }
        });
    }

    private boolean isLate(OffsetDateTime at) {
        return at.isBefore(OffsetDateTime.now(clock).minus(WINDOW));
    }

    private interface Row {
        void at(UUID id, OffsetDateTime at);
    }

    private void each(String sql, Row to) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(FETCH);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    to.at(
                            rows.getObject("id", UUID.class),
                            rows.getObject("at", OffsetDateTime.class)
                                    .atZoneSameInstant(HeadLine.ZONE)
                                    .toOffsetDateTime());
                }
            }
        }
    }

    static String place(Head head) {
        return "第 " + head.number() + " 批";
    }

    private static String place(AuditRow row) {
        return "序号 " + row.seq() + "（编号 " + row.id() + "，第 " + row.batch() + " 批）";
    }

    static String range(long from, long to) {
        return from == to ? Long.toString(from) : from + "–" + to;
    }
}

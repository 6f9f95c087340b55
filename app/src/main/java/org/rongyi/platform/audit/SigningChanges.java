package org.rongyi.platform.audit;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.vault.Signer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** 签名密钥: which signed the trail from which batch to which, and its change. Who may is the caller's act to decide. */
@Component
public class SigningChanges {

    private static final String LIST = """
            select id, key, replaced, after, at, reason from audit.signing_key order by after desc, at desc
            """;

    private static final String ENTER = """
            insert into audit.signing_key (id, key, replaced, after, at, reason)
            values (:id, :key, :replaced, :after, :at, :reason)
            """;

    private final JdbcClient jdbc;
    private final Signer signer;
    private final Clock clock;

    SigningChanges(JdbcClient jdbc, Signer signer, Clock clock) {
        this.jdbc = jdbc;
        this.signer = signer;
        this.clock = clock;
    }

    /** @param after the last batch before it */
    public record Change(UUID id, String key, String replaced, long after, OffsetDateTime at, String reason) {}

    /**
     * A key, from–to.
     *
     * @param since none for the first one, which signed from the beginning
     * @param last none as long as it signs
     */
    public record Life(
            String key,
            @Nullable OffsetDateTime since,
            long first,
            @Nullable Long last,
            String reason) {}

    /** Newest first. */
    public List<Life> lives() {
        var lives = new ArrayList<Life>();
        var first = signer.current();
        Long last = null;
        for (var change : jdbc.sql(LIST).query(Change.class).list()) {
            lives.add(new Life(change.key(), change.at(), change.after() + 1, last, change.reason()));
            last = change.after();
            first = change.replaced();
        }
        lives.add(new Life(first, null, 1, last, ""));
        return lives;
    }

    /**
     * A fresh key signs from the end of the caller's transaction on, until which nobody seals. The file changes with its commit; should
     * the database fail in just that, it has changed all the same: the trail stays whole, and the list lacks a line.
     *
     * @return none when another program changed the key, and this machine does not hold that one: its file would overwrite it
     */
    public Optional<Change> renew(String reason) {
        jdbc.sql(Sealer.LOCK).query().singleRow();
        var last = jdbc.sql(Sealer.LAST).query((row, n) -> Batch.of(row)).optional();
        if (Sealer.lacking(jdbc, signer, last).isPresent()) {
            return Optional.empty();
        }
        var after = last.map(batch -> batch.head().number()).orElse(0L);
        var head = HexFormat.of().formatHex(last.map(Batch::digest).orElseGet(Head::none));
        var at = OffsetDateTime.now(clock);
        var renewal = signer.renewal(at.toInstant(), after, head);
        var change = new Change(Ids.next(), renewal.key(), renewal.replaced(), after, at, reason);
        jdbc.sql(ENTER)
                .param("id", change.id())
                .param("key", change.key())
                .param("replaced", change.replaced())
                .param("after", change.after())
                .param("at", change.at())
                .param("reason", change.reason())
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                renewal.takeOver();
            }
        });
        return Optional.of(change);
    }
}

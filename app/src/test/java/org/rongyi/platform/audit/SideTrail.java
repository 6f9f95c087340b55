package org.rongyi.platform.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.database.DataDirectory;
import org.rongyi.platform.database.SideDatabase;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.vault.Signer;
import org.rongyi.platform.vault.SigningKeys;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/** A trail of its own: database, keys and heads, written and sealed by the program's own code. */
final class SideTrail implements AutoCloseable {

    static final Instant NOON = Instant.parse("2026-11-26T04:00:00Z");

    final SideDatabase database;
    final DataDirectory directory;
    final Signer signer;
    final JdbcClient everything;
    final Sealer sealer;
    private final AuditTrail audit;
    private Instant now = NOON;

    private SideTrail(SideDatabase database, DataDirectory directory) {
        this.database = database;
        this.directory = directory;
        this.signer = new Signer(SigningKeys.in(directory.keys()));
        var jobs = database.as("rongyi_job");
        this.everything = JdbcClient.create(jobs);
        this.sealer = new Sealer(everything, new JdbcTransactionManager(jobs), signer, clock(), directory);
        this.audit = new AuditTrail(JdbcClient.create(database.as("rongyi_app")), clock());
    }

    static SideTrail create(ApplicationContext program, String name) throws SQLException, IOException {
        return of(SideDatabase.migrated(program, name, "latest", "kernel", "audit"), name);
    }

    /** As the schema was before rows were sealed. */
    static SideTrail before(ApplicationContext program, String name) throws SQLException, IOException {
        return of(SideDatabase.migrated(program, name, "202611251510", "kernel", "audit"), name);
    }

    private static SideTrail of(SideDatabase database, String name) throws IOException {
        return new SideTrail(database, DataDirectory.at(Files.createTempDirectory(name)));
    }

    void migrate() {
        database.migrate("latest", "kernel", "audit");
    }

    Path heads() {
        return directory.heads().resolve(HeadsFile.NAME);
    }

    /** Another process on the same database, with the same keys. */
    Sealer anotherSealer() {
        var jobs = database.as("rongyi_job");
        return new Sealer(JdbcClient.create(jobs), new JdbcTransactionManager(jobs), signer, clock(), directory);
    }

    /** The same with keys of its own directory. */
    Sealer anotherSealer(DataDirectory own) {
        var jobs = database.as("rongyi_job");
        var keys = new Signer(SigningKeys.in(own.keys()));
        return new Sealer(JdbcClient.create(jobs), new JdbcTransactionManager(jobs), keys, clock(), own);
    }

    SigningChanges.Change renewSigningKey() {
        return renewSigningKey(signer, false).orElseThrow();
    }

    /** By a program with these keys; or tried, and then undone by what comes after it. */
    Optional<SigningChanges.Change> renewSigningKey(Signer keys, boolean undone) {
        var app = database.as("rongyi_app");
        var changes = new SigningChanges(JdbcClient.create(app), keys, clock());
        return Objects.requireNonNull(new TransactionTemplate(new JdbcTransactionManager(app)).execute(status -> {
            if (undone) {
                status.setRollbackOnly();
            }
            return changes.renew("有人离岗");
        }));
    }

    /** The clock goes on. */
    void pass(long seconds) {
        now = now.plusSeconds(seconds);
    }

    Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return HeadLine.ZONE;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    /** So many acts, each a transaction. */
    void act(String name, int times) {
        for (int i = 0; i < times; i++) {
            pass(1);
            audit.record(
                    new Actor.Visitor(),
                    new AuditTrail.Entry(name, i % 3 == 0 ? null : UUID.randomUUID(), "Done" + i % 5, i % 4 != 0));
        }
    }

    /** So many rows at once, in which every column says something somewhere. */
    void fill(int rows) {
        pass(1);
        JdbcClient.create(database.as("rongyi_app"))
                .sql("""
                        insert into audit.fresh
                        select gen_random_uuid(), :at::timestamptz + n * interval '1 millisecond', 'office:' || n, '张三',
                               case when n % 2 = 0 then gen_random_uuid() end,
                               case when n % 3 = 0 then gen_random_uuid() end,
                               case when n % 4 = 0 then gen_random_uuid() end,
                               case when n % 5 = 0 then 441284000000 + n end,
                               'CorrectVisit', case when n % 2 = 1 then gen_random_uuid() end, 'Corrected', n % 3 > 0,
                               case when n % 2 = 0 then 'r' || n end, case when n % 3 = 1 then '核查' end,
                               case when n % 4 = 1 then '{"地址":"东街"}' end, case when n % 4 = 1 then '{"地址":"西街"}' end
                        from generate_series(1, :rows) n""")
                .param("at", java.time.OffsetDateTime.ofInstant(now, HeadLine.ZONE))
                .param("rows", rows)
                .update();
    }

    TrailCheck.Report check(Connection connection, @Nullable Path takenOut) throws SQLException {
        return new TrailCheck(connection, signer, clock(), heads(), Duration.ZERO).check(takenOut);
    }

    List<Long> seqsOf(String act) {
        return everything
                .sql("select seq from audit.entry where act = :act order by seq")
                .param("act", act)
                .query(Long.class)
                .list();
    }

    long unsealed() {
        return everything
                .sql("select count(*) from audit.fresh")
                .query(Long.class)
                .single();
    }

    @Override
    public void close() throws Exception {
        database.close();
        FileSystemUtils.deleteRecursively(directory.root());
    }
}

package org.rongyi.platform.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import org.rongyi.platform.database.CannotRun;
import org.rongyi.platform.database.DataDirectory;
import org.rongyi.platform.database.Migrations;
import org.rongyi.platform.documents.FileCopies;
import org.rongyi.platform.vault.KeyMarks;
import org.rongyi.platform.vault.Signer;
import org.rongyi.platform.vault.SigningKeys;

/**
 * 备份: every table of every schema and every file they name, as of one moment, streamed into one ZIP file and signed. The
 * program may run meanwhile; nobody waits for it but the nightly sweep of files.
 */
final class TakeBackup {

    static final String TABLES = "tables/";
    static final String FILES = "files";
    static final String MANIFEST = "manifest.json";
    static final String SIGNATURE = "manifest.sig";
    static final String HALF = ".half-";

    private static final String STEPS = """
            select version, description, checksum from backup.step
            order by string_to_array(version, '.')::bigint[]
            """;

    private static final int BUFFER = 1 << 18;

    private final Connection connection;
    private final DataDirectory directory;
    private final Clock clock;

    /** @param connection sees every row; the caller closes it */
    TakeBackup(Connection connection, DataDirectory directory, Clock clock) {
        this.connection = connection;
        this.directory = directory;
        this.clock = clock;
    }

    /** Writes beside the target and renames: under its name there is a whole backup, or none. */
    Manifest to(Path target) throws SQLException, IOException {
        var half = target.resolveSibling(HALF + UUID.randomUUID());
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try {
            Manifest manifest;
            try (var channel = FileChannel.open(
                            half, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly);
                    var zip =
                            new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER))) {
                manifest = write(zip);
                zip.finish();
                zip.flush();
                channel.force(true);
            }
            Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
            try (var folder = FileChannel.open(target.resolveSibling("."), StandardOpenOption.READ)) {
                folder.force(true);
            }
            return manifest;
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private Manifest write(ZipOutputStream zip) throws SQLException, IOException {
        lockFiles();
        begin();
        try {
            var hidden = Catalog.hidden(connection);
            if (!hidden.isEmpty()) {
                throw new CannotRun("备份的角色读不到这些表，不能做不完整的备份：" + String.join("、", hidden)
                        + " · the backup role cannot read these tables; start the program once, which grants it");
            }
            var at = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
            var signing = SigningKeys.in(directory.keys());
            var steps = steps();
            var keys = KeyMarks.in(connection);
            var tables = tables(zip);
            var missing = new ArrayList<String>();
            var files = files(zip, missing);
            var manifest = new Manifest(
                    Manifest.FORMAT,
                    TakeBackup.class.getPackage().getImplementationVersion(),
                    connection.getMetaData().getDatabaseProductVersion(),
                    at,
                    directory.isDemo()
                            ? directory.demoDay().map(Object::toString).orElse("")
                            : null,
                    steps,
                    keys,
                    List.copyOf(signing.ids()),
                    Catalog.sequences(connection),
                    tables,
                    files,
                    missing);
            sign(
                    zip,
                    BackupFile.JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest),
                    new Signer(signing));
            return manifest;
        } finally {
            connection.rollback();
        }
    }

    /** Before the snapshot: what it names stays. The lock goes with the session. */
    private void lockFiles() throws SQLException {
        connection.setAutoCommit(true);
        Catalog.settle(connection);
        try (var statement = connection.createStatement()) {
            statement.execute(FileCopies.SHARED_LOCK);
        }
    }

    private void begin() throws SQLException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    }

    private List<Migrations.Step> steps() throws SQLException {
        var steps = new ArrayList<Migrations.Step>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(STEPS)) {
            while (rows.next()) {
                steps.add(new Migrations.Step(
                        rows.getString("version"),
                        rows.getString("description"),
                        rows.getObject("checksum", Integer.class)));
            }
        }
        return steps;
    }

    private List<Manifest.Table> tables(ZipOutputStream zip) throws SQLException, IOException {
        var parts = new ArrayList<Manifest.Table>();
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        zip.setLevel(Deflater.DEFAULT_COMPRESSION);
        for (var table : Catalog.tables(connection)) {
            zip.putNextEntry(new ZipEntry(TABLES + table.name()));
            var digest = new Digest();
            long rows = copy.copyOut(table.copyOut(), digest.before(zip));
            zip.closeEntry();
            parts.add(new Manifest.Table(
                    table.name(), table.columns(), new Manifest.Part(rows, digest.bytes(), digest.hex())));
        }
        return parts;
    }

    /** Sealed bytes do not get smaller. */
    private Manifest.Part files(ZipOutputStream zip, List<String> missing) throws SQLException, IOException {
        zip.setLevel(Deflater.NO_COMPRESSION);
        zip.putNextEntry(new ZipEntry(FILES));
        var digest = new Digest();
        OutputStream out = digest.before(zip);
        long count = 0;
        var files = new FileCopies(directory.files());
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(1_000);
            try (var rows = statement.executeQuery(FileCopies.NAMED)) {
                while (rows.next()) {
                    missing.addAll(FilePack.write(List.of(rows.getString(1)), files, out));
                    count++;
                }
            }
        }
        zip.closeEntry();
        zip.setLevel(Deflater.DEFAULT_COMPRESSION);
        return new Manifest.Part(count - missing.size(), digest.bytes(), digest.hex());
    }

    private static void sign(ZipOutputStream zip, byte[] manifest, Signer signer) throws IOException {
        zip.putNextEntry(new ZipEntry(MANIFEST));
        zip.write(manifest);
        zip.closeEntry();
        zip.putNextEntry(new ZipEntry(SIGNATURE));
        zip.write(BackupFile.signatureText(signer.sign(manifest)).getBytes(StandardCharsets.US_ASCII));
        zip.closeEntry();
    }
}

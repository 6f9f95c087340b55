package org.rongyi.platform.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.postgresql.PGConnection;
import org.rongyi.platform.database.CheckFailed;
import org.rongyi.platform.database.DataDirectory;
import org.rongyi.platform.database.EmptyDatabase;
import org.rongyi.platform.database.Progress;
import org.rongyi.platform.database.Refill;
import org.rongyi.platform.documents.FileCopies;

/** 恢复: fills an empty database as the backup says, and reads it all again before it counts. */
final class Restore {

    private final BackupFile backup;
    private final Manifest manifest;
    private final EmptyDatabase database;
    private final DataDirectory directory;
    private final Progress progress;

    Restore(BackupFile backup, EmptyDatabase database, DataDirectory directory, Progress progress) {
        this.backup = backup;
        this.manifest = backup.manifest();
        this.database = database;
        this.directory = directory;
        this.progress = progress;
    }

    void run() throws SQLException, IOException {
        progress.step("建立备份时的表结构 building the schema of the backup: "
                + manifest.steps().size() + " 步");
        database.migrateTo(manifest.steps());
        progress.step("写回文件 writing files: " + manifest.files().count());
        files();
        try (var connection = database.owner()) {
            connection.setAutoCommit(false);
            Catalog.settle(connection);
            rows(connection);
            connection.commit();
        }
        progress.step("迁移到本程序的版本 migrating on");
        database.migrateOn();
        analyze();
        database.finish();
    }

    private void files() throws IOException {
        var files = new FileCopies(directory.files());
        try (var in = backup.files()) {
            long count = FilePack.read(in, files::put);
            if (count != manifest.files().count()) {
                throw new CheckFailed("文件：应有 " + manifest.files().count() + " 个，写回 " + count + " 个");
            }
        }
    }

    private void rows(Connection connection) throws SQLException, IOException {
        var tables = matching(connection);
        var refill = Refill.begin(
                connection, tables.stream().map(Catalog.Table::place).toList());
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        progress.step("写回数据 writing rows: " + manifest.rows());
        for (var table : tables) {
            try (var in = backup.table(table.name())) {
                copy.copyIn(table.copyIn(), in);
            }
        }
        progress.step("建索引、核对约束 building indexes, checking constraints");
        refill.check();
        sequences(connection);
        progress.step("逐表核对摘要 comparing digests");
        compare(connection, tables);
        refill.end();
    }

    /** The tables of the schema just built, which are those of the backup or something is wrong with it. */
    private List<Catalog.Table> matching(Connection connection) throws SQLException {
        var kept = new HashMap<String, Manifest.Table>();
        manifest.tables().forEach(table -> kept.put(table.name(), table));
        var tables = Catalog.tables(connection);
        for (var table : tables) {
            var other = kept.remove(table.name());
            if (other == null || !other.columns().equals(table.columns())) {
                throw new CheckFailed("表 " + table.name() + "：备份里" + (other == null ? "没有" : "的列不同")
                        + "，与它记下的迁移不符 · the table is not as its migrations make it");
            }
        }
        if (!kept.isEmpty()) {
            throw new CheckFailed("备份里的表 " + kept.keySet() + " 不是程序的迁移建的 · tables no migration makes");
        }
        return tables;
    }

    private void sequences(Connection connection) throws SQLException {
        var known = Catalog.sequences(connection).stream()
                .map(Manifest.Sequence::name)
                .toList();
        try (var set = connection.prepareStatement("select setval(?::regclass, ?, ?)")) {
            for (var sequence : manifest.sequences()) {
                if (!known.contains(sequence.name())) {
                    throw new CheckFailed("序列 " + sequence.name() + " 不是程序的迁移建的");
                }
                set.setString(1, Catalog.quoted(sequence.name()));
                set.setLong(2, sequence.value());
                set.setBoolean(3, sequence.called());
                set.execute();
            }
        }
    }

    /** The rows as they now are, read back: number and digest of each table are those of the backup. */
    private void compare(Connection connection, List<Catalog.Table> tables) throws SQLException, IOException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        var wrong = new ArrayList<String>();
        for (var table : tables) {
            var expected = manifest.tables().stream()
                    .filter(other -> other.name().equals(table.name()))
                    .findFirst()
                    .orElseThrow()
                    .part();
            var digest = new Digest();
            long count = copy.copyOut(table.copyOut(), digest.before(OutputStream.nullOutputStream()));
            if (!new Manifest.Part(count, digest.bytes(), digest.hex()).equals(expected)) {
                wrong.add("表 " + table.name() + "：应有 " + expected.count() + " 行，写回 " + count + " 行，或内容不同");
            }
        }
        if (!wrong.isEmpty()) {
            throw new CheckFailed("写回的与备份不符，没有留下数据：" + String.join("；", wrong));
        }
    }

    private void analyze() throws SQLException {
        try (var connection = database.owner();
                var statement = connection.createStatement()) {
            for (var table : Catalog.tables(connection)) {
                statement.execute("analyze " + table.place());
            }
        }
    }
}

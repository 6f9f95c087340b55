package org.rongyi.platform.division.change;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.rongyi.platform.division.Division;
import org.rongyi.platform.division.Pinyin;
import org.rongyi.platform.division.Succession;

/** Puts the published editions into an empty schema; the migration of the same name calls it once. */
public final class EditionLoad {

    private static final String UNITS = """
            copy division.unit (code, valid_from, valid_to, name, level, kind, parent, initials) from stdin
            """;

    private static final String CHANGES = """
            copy division.change (effective_on, kind, old_code, old_name, new_code, new_name, source) from stdin
            """;

    private static final String SUCCESSORS = """
            copy division.successor (old_code, new_code, effective_on, kind, main) from stdin
            """;

    private static final String QUESTIONS = """
            copy division.question (code, removed_on, name, suggestion) from stdin
            """;

    private final Connection connection;

    private EditionLoad(Connection connection) {
        this.connection = connection;
    }

    public static void into(Connection connection) throws SQLException {
        var history = EditionHistory.of(EditionFiles.unitsOf2020(), EditionFiles.differences());
        var load = new EditionLoad(connection);
        load.copy(UNITS, history.versions(), EditionLoad::unit);
        load.copy(CHANGES, history.changes(), EditionLoad::change);
        load.copy(SUCCESSORS, history.successions(), EditionLoad::successor);
        load.copy(QUESTIONS, history.questions(), EditionLoad::question);
    }

    private <T> void copy(String statement, Collection<T> rows, Function<T, String> line) throws SQLException {
        try {
            var text = rows.stream().map(line).collect(Collectors.joining());
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement, new StringReader(text));
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory can always be read", e);
        }
    }

    private static String unit(Division d) {
        return line(
                d.code(),
                d.validFrom(),
                d.validTo(),
                d.name(),
                d.level().number(),
                d.kind(),
                d.parent(),
                Pinyin.ofPlace(d.name()));
    }

    private static String change(HistoryLine c) {
        var before = c.before();
        var after = c.after();
        return line(
                c.on(),
                c.kind(),
                before == null ? null : before.code(),
                before == null ? null : before.name(),
                after == null ? null : after.code(),
                after == null ? null : after.name(),
                c.source());
    }

    private static String successor(Succession s) {
        return line(s.from(), s.to(), s.on(), s.kind(), s.main());
    }

    private static String question(RemovalQuestion q) {
        return line(q.code(), q.removedOn(), q.name(), q.suggestion());
    }

    /** The files hold no tab, line end or backslash, which COPY would want escaped; a test says so. */
    private static String line(@Nullable Object... values) {
        return Stream.of(values)
                .map(value -> value == null ? "\\N" : value.toString())
                .collect(Collectors.joining("\t", "", "\n"));
    }
}

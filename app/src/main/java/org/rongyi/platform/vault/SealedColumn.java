package org.rongyi.platform.vault;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A column of a table that holds sealed values, walked in the order of the table's key. */
public final class SealedColumn implements SealedPlace {

    private static final int ROWS = 500;

    private static final String READ = """
            select %s, %s from %s %s order by %s limit %d
            """;

    private static final String BEHIND = "where (%s) > (%s)";

    private static final String REPLACE = """
            update %s set %s = :after where (%s) = (%s) and %s = :before
            """;

    private static final String SEPARATOR = "|";

    private final SealedField field;
    private final String zh;
    private final List<Key> keys;
    private final Function<List<String>, String> aad;
    private final Vault vault;
    private final JdbcClient jdbc;

    /** A column of the table's primary key and its type. */
    public record Key(String column, String type) {}

    /**
     * @param aad what is authenticated with the value, from the key's columns as texts
     * @param jdbc the job's
     */
    public SealedColumn(
            String zh,
            SealedField field,
            List<Key> keys,
            Function<List<String>, String> aad,
            Vault vault,
            JdbcClient jdbc) {
        this.zh = zh;
        this.field = field;
        this.keys = List.copyOf(keys);
        this.aad = aad;
        this.vault = vault;
        this.jdbc = jdbc;
    }

    /** The usual one: the table's key is {@code id}. */
    public static SealedColumn byId(String zh, SealedField field, Vault vault, JdbcClient jdbc) {
        return new SealedColumn(
                zh,
                field,
                List.of(new Key("id", "uuid")),
                key -> field.aad(UUID.fromString(key.getFirst())),
                vault,
                jdbc);
    }

    @Override
    public String name() {
        return field.table() + "." + field.column();
    }

    @Override
    public String zh() {
        return zh;
    }

    /**
     * What a row's value becomes when its text is written anew, sealed with the key in use.
     *
     * @param key the values of the table's key, as texts
     * @throws IllegalStateException when the value was changed, or belongs elsewhere
     */
    public byte[] rewrite(List<String> key, byte[] sealed, UnaryOperator<String> change) {
        var text = new String(vault.open(sealed, aad.apply(key)), StandardCharsets.UTF_8);
        return vault.seal(change.apply(text).getBytes(StandardCharsets.UTF_8), aad.apply(key));
    }

    private record Row(List<String> key, byte @Nullable [] sealed) {}

    @Override
    public Step reseal(@Nullable String after) {
        var rows = rows(after);
        int resealed = 0;
        for (var row : rows) {
            var sealed = row.sealed();
            if (sealed != null && vault.isSealedEarlier(sealed)) {
                resealed += replace(row.key(), sealed, vault.reseal(sealed, aad.apply(row.key())));
            }
        }
        return new Step(
                rows.size() < ROWS
                        ? null
                        : String.join(SEPARATOR, rows.getLast().key()),
                resealed);
    }

    private List<Row> rows(@Nullable String after) {
        var behind = after == null ? "" : BEHIND.formatted(columns(), parameters());
        var statement = jdbc.sql(READ.formatted(columns(), field.column(), field.table(), behind, columns(), ROWS));
        if (after != null) {
            statement = bind(statement, Arrays.asList(after.split("\\|")));
        }
        return statement
                .query((row, n) -> {
                    var key = new ArrayList<String>();
                    for (int i = 1; i <= keys.size(); i++) {
                        key.add(row.getString(i));
                    }
                    return new Row(key, row.getBytes(keys.size() + 1));
                })
                .list();
    }

    /** Only if nobody wrote the value meanwhile: whoever did used the key in use. */
    private int replace(List<String> key, byte[] before, byte[] after) {
        var statement = REPLACE.formatted(field.table(), field.column(), columns(), parameters(), field.column());
        return bind(jdbc.sql(statement), key)
                .param("after", after)
                .param("before", before)
                .update();
    }

    private JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, List<String> values) {
        for (int i = 0; i < keys.size(); i++) {
            statement = statement.param("k" + i, values.get(i));
        }
        return statement;
    }

    private String columns() {
        return keys.stream().map(Key::column).collect(Collectors.joining(", "));
    }

    private String parameters() {
        return IntStream.range(0, keys.size())
                .mapToObj(i -> ":k" + i + "::" + keys.get(i).type())
                .collect(Collectors.joining(", "));
    }
}

package org.rongyi.platform.removal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rongyi.platform.vault.SealedColumn;
import org.rongyi.platform.vault.SealedPlace;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** 密文里的话: opened, replaced by the mark and sealed anew; of sealed values only the parts that are somebody's words. */
@Component
class WordsUnderSeal {

    private static final String CELLS = "select place, cell, key, sealed from removal.sealed_cells(:id)";

    private static final String PUT = "select removal.put_sealed(:id, :place, :cell, :key, :sealed)";

    private final JdbcClient jdbc;
    private final Map<String, SealedColumn> columns;
    private final JsonMapper json = JsonMapper.builder().build();

    WordsUnderSeal(JdbcClient jdbc, List<SealedPlace> places) {
        this.jdbc = jdbc;
        this.columns = places.stream()
                .filter(SealedColumn.class::isInstance)
                .map(SealedColumn.class::cast)
                .collect(Collectors.toMap(SealedColumn::name, Function.identity()));
    }

    /** @param cell the column, and behind a colon the parts to replace */
    record Cell(String place, String cell, List<String> key, byte[] sealed) {

        private String column() {
            return cell.split(":", 2)[0];
        }

        /** None: all of it. */
        List<List<String>> parts() {
            return cell.contains(":")
                    ? Arrays.stream(cell.split(":", 2)[1].split(","))
                            .map(part -> List.of(part.split("\\.")))
                            .toList()
                    : List.of();
        }
    }

    /** All that the record keeps sealed, within the act that confirmed it. */
    void replace(UUID removal) {
        for (var cell :
                jdbc.sql(CELLS).param("id", removal).query(WordsUnderSeal::cell).list()) {
            var column = columns.get(cell.place() + "." + cell.column());
            if (column == null) {
                throw new IllegalStateException(
                        "nobody offers what is sealed in " + cell.place() + "." + cell.column());
            }
            jdbc.sql(PUT)
                    .param("id", removal)
                    .param("place", cell.place())
                    .param("cell", cell.cell())
                    .param("key", cell.key().toArray(String[]::new))
                    .param("sealed", column.rewrite(cell.key(), cell.sealed(), text -> struck(text, cell.parts())))
                    .query((row, n) -> true)
                    .list();
        }
    }

    String struck(String text, List<List<String>> parts) {
        if (parts.isEmpty()) {
            return text.isEmpty() ? text : Removal.MARK;
        }
        try {
            var value = json.readTree(text);
            for (var part : parts) {
                value = struck(value, part);
            }
            return json.writeValueAsString(value);
        } catch (JacksonException e) {
            return Removal.MARK; // no value after all: all of it goes
        }
    }

    private static JsonNode struck(JsonNode value, List<String> path) {
        return switch (value) {
            case ArrayNode array -> {
                var struck = array.arrayNode();
                array.forEach(one -> struck.add(struck(one, path)));
                yield struck;
            }
            case ObjectNode object
            when !path.isEmpty() && object.has(path.getFirst()) -> {
                object.set(
                        path.getFirst(),
                        struck(object.get(path.getFirst()), new ArrayList<>(path.subList(1, path.size()))));
                yield object;
            }
            case StringNode words
            when path.isEmpty() && !words.stringValue().isEmpty() -> StringNode.valueOf(Removal.MARK);
            default -> value;
        };
    }

    private static Cell cell(ResultSet row, int n) throws SQLException {
        return new Cell(
                row.getString("place"),
                row.getString("cell"),
                List.of((String[]) row.getArray("key").getArray()),
                row.getBytes("sealed"));
    }
}

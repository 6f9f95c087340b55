package org.rongyi.platform.intake;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.documents.FileId;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the program writes down while it works on batches, as the job it is. */
@Component
class BatchWork {

    private static final String PENDING = "select " + Batch.COLUMNS + """
             from intake.batch
            where state in ('UPLOADED', 'RUNNING', 'WITHDRAWING')
            order by total - next_row, created_at
            """;

    private static final String WAITING = """
            select exists (
                select from intake.batch where state in ('UPLOADED', 'RUNNING', 'WITHDRAWING') and id <> :id)
            """;

    private static final String AGAIN = "select " + Batch.COLUMNS + " from intake.batch where id = :id";
    private static final String PIECES = "select pieces from intake.batch where id = :id";

    private static final String ADVANCE = """
            update intake.batch
            set next_row = :next, good = good + :good, known = known + :known, refused = refused + :refused,
                preview = coalesce(preview, :preview::bytea), stumbles = 0
            where id = :id and state = :state
            """;

    private static final String WRITE = """
            insert into intake.row (batch_id, row_number, state, subject, content)
            select :batch, r.number, r.state, r.subject, decode(r.content, 'hex')
            from unnest(:numbers::int[], :states::text[], :subjects::uuid[], :contents::text[])
                 as r (number, state, subject, content)
            on conflict (batch_id, row_number) do update
                set state = excluded.state, subject = excluded.subject, content = excluded.content
            """;

    private static final String CHECKED = """
            update intake.batch
            set state = 'CHECKED', total = good + known + refused, next_row = 0
            where id = :id and state = 'UPLOADED'
            """;

    private static final String MOVE = """
            update intake.batch set state = :to, note = :note where id = :id and state = :from
            """;

    /** The file has done its service; its pieces are swept. */
    private static final String LET_GO = "update intake.batch set pieces = '{}' where id = :id";

    private static final String STUMBLED = "update intake.batch set stumbles = stumbles + 1 where id = :id";

    private static final String IMPORTED = """
            select row_number, subject from intake.row
            where batch_id = :batch and state = 'IMPORTED'
            order by row_number desc
            limit :limit
            """;

    private static final String TOOK_BACK = """
            update intake.batch set kept = kept + :kept, stumbles = 0 where id = :id
            """;

    private static final String FORGET =
            "delete from intake.row where batch_id = :id and state in ('REFUSED', 'KNOWN')";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    BatchWork(@Qualifier("job") JdbcClient jdbc, @Qualifier("job") PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A row that was dealt with; content only of those that are sent back. */
    record Line(int number, String state, @Nullable UUID subject, byte @Nullable [] content) {}

    record Imported(int rowNumber, UUID subject) {}

    /** How far it came since it was written last. */
    record Advance(int next, int good, int known, int refused, byte @Nullable [] preview) {}

    /** The short ones first: nobody with ten rows waits for somebody with a hundred thousand. */
    List<Batch> pending() {
        return jdbc.sql(PENDING).query(Batch.class).list();
    }

    boolean isAnotherWaiting(Batch batch) {
        return jdbc.sql(WAITING).param("id", batch.id()).query(Boolean.class).single();
    }

    Batch again(Batch batch) {
        return jdbc.sql(AGAIN).param("id", batch.id()).query(Batch.class).single();
    }

    List<FileId> pieces(Batch batch) {
        return jdbc.sql(PIECES)
                .param("id", batch.id())
                .query((row, n) -> Arrays.stream((String[]) row.getArray(1).getArray())
                        .map(FileId::new)
                        .toList())
                .single();
    }

    /** False when somebody stopped the batch meanwhile. */
    boolean advance(Batch batch, Advance advance, List<Line> lines) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            write(batch, lines);
            return jdbc.sql(ADVANCE)
                            .param("next", advance.next())
                            .param("good", advance.good())
                            .param("known", advance.known())
                            .param("refused", advance.refused())
                            .param("preview", advance.preview())
                            .param("id", batch.id())
                            .param("state", batch.state().name())
                            .update()
                    == 1;
        }));
    }

    void checked(Batch batch) {
        jdbc.sql(CHECKED).param("id", batch.id()).update();
    }

    void move(Batch batch, BatchState to, String note) {
        jdbc.sql(MOVE)
                .param("to", to.name())
                .param("note", note)
                .param("id", batch.id())
                .param("from", batch.state().name())
                .update();
        if (to != BatchState.CHECKED) {
            jdbc.sql(LET_GO).param("id", batch.id()).update();
        }
    }

    void stumbled(Batch batch) {
        jdbc.sql(STUMBLED).param("id", batch.id()).update();
    }

    /** The last rows first: what came later may hang on what came earlier. */
    List<Imported> imported(Batch batch, int limit) {
        return jdbc.sql(IMPORTED)
                .param("batch", batch.id())
                .param("limit", limit)
                .query(Imported.class)
                .list();
    }

    void tookBack(Batch batch, List<Line> lines) {
        transaction.executeWithoutResult(status -> {
            write(batch, lines);
            jdbc.sql(TOOK_BACK)
                    .param(
                            "kept",
                            lines.stream()
                                    .filter(line -> line.content() != null)
                                    .count())
                    .param("id", batch.id())
                    .update();
        });
    }

    void withdrawn(Batch batch) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql(FORGET).param("id", batch.id()).update();
            move(batch, BatchState.WITHDRAWN, "");
        });
    }

    private void write(Batch batch, List<Line> lines) {
        jdbc.sql(WRITE)
                .param("batch", batch.id())
                .param("numbers", lines.stream().map(Line::number).toArray(Integer[]::new))
                .param("states", lines.stream().map(Line::state).toArray(String[]::new))
                .param(
                        "subjects",
                        lines.stream().map(line -> text(line.subject())).toArray(String[]::new))
                .param(
                        "contents",
                        lines.stream().map(line -> hex(line.content())).toArray(String[]::new))
                .update();
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    private static @Nullable String hex(byte @Nullable [] bytes) {
        return bytes == null ? null : HexFormat.of().formatHex(bytes);
    }
}

package org.rongyi.platform.intake;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Slice;
import org.rongyi.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The batches of a unit, as its people see and steer them. */
@Component
public class Batches {

    /** Of the list on screen. */
    private static final int PAGE = 20;

    /** Rows that fit in memory. */
    private static final int CHUNK = 500;

    /** Ids carry the time: the newest is the greatest. */
    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private static final String INSERT = """
            insert into intake.batch (id, kind, unit_id, code_now, account_id, post_id, by_name, file_name, digest, pieces,
                                      titles, ignored, state, created_at)
            values (:id, :kind, :unit, :code, :account, :post, :by, :file, :digest, :pieces, :titles, :ignored,
                    'UPLOADED', :at)
            on conflict do nothing
            """;

    private static final String SAME = """
            select id from intake.batch
            where unit_id = :unit and kind = :kind and digest = :digest and state not in ('FAILED', 'WITHDRAWN')
            """;

    private static final String FIND =
            "select " + Batch.COLUMNS + " from intake.batch where id = :id and unit_id = :unit";

    private static final String LIST = "select " + Batch.COLUMNS + """
             from intake.batch
            where unit_id = :unit and kind = any(:kinds) and id < :before
            order by id desc
            limit :limit
            """;

    /** From the first row on; or, when it was halted on the way, from there. */
    private static final String START = """
            update intake.batch
            set state = 'RUNNING', account_id = :account, post_id = :post, by_name = :by, note = '', stumbles = 0,
                good = case when next_row = 0 then 0 else good end,
                known = case when next_row = 0 then 0 else known end,
                refused = case when next_row = 0 then 0 else refused end
            where id = :id and unit_id = :unit and state = 'CHECKED'
            """;

    private static final String WITHDRAW = """
            update intake.batch
            set state = 'WITHDRAWING', account_id = :account, post_id = :post, by_name = :by, note = '', stumbles = 0
            where id = :id and unit_id = :unit and state in ('UPLOADED', 'CHECKED', 'RUNNING', 'DONE')
            """;

    private static final String IMPORTED = """
            select row_number, subject from intake.row
            where batch_id = :batch and state = 'IMPORTED' and row_number > :after
            order by row_number
            limit :limit
            """;

    private static final String TITLES = "select titles from intake.batch where id = :id";
    private static final String IGNORED = "select ignored from intake.batch where id = :id";
    private static final String PREVIEW = "select preview from intake.batch where id = :id and preview is not null";

    private static final String SENT_BACK = """
            select row_number, content from intake.row
            where batch_id = :batch and state = :state and row_number > :after
            order by row_number
            limit :limit
            """;

    private final Importers importers;
    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    Batches(Importers importers, JdbcClient jdbc, Vault vault, Clock clock) {
        this.importers = importers;
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /** Of the kinds his post may import, the newest first; behind a batch, or from the beginning. */
    public Slice<Batch> page(Actor.Office actor, Optional<UUID> behind) {
        var kinds = importers.allowed(actor).stream().map(Importer::kind).toArray(String[]::new);
        var read = jdbc.sql(LIST)
                .param("unit", actor.unit())
                .param("kinds", kinds)
                .param("before", behind.orElse(AFTER_ALL))
                .param("limit", PAGE + 1)
                .query(Batch.class)
                .list();
        var shown = read.subList(0, Math.min(PAGE, read.size()));
        return new Slice<>(shown, read.size() > PAGE ? shown.getLast().id().toString() : null);
    }

    /** All of them, to be written into a list, page by page. */
    public void each(Actor.Office actor, Consumer<Batch> taker) {
        var behind = Optional.<UUID>empty();
        Slice<Batch> slice;
        do {
            slice = page(actor, behind);
            slice.rows().forEach(taker);
            behind = Optional.ofNullable(slice.next()).map(UUID::fromString);
        } while (behind.isPresent());
    }

    /** Only of the actor's own unit, and of a kind that his post may import. */
    public Optional<Batch> find(Actor actor, UUID id) {
        return actor instanceof Actor.Office office
                ? jdbc.sql(FIND)
                        .param("id", id)
                        .param("unit", office.unit())
                        .query(Batch.class)
                        .optional()
                        .filter(batch -> importers.find(batch.kind(), actor).isPresent())
                : Optional.empty();
    }

    /** A row that became a record. */
    public record ImportedRow(int rowNumber, UUID subject) {}

    /** Imported rows behind a row, so many that they fit in memory; none when there are no more. */
    public List<ImportedRow> importedAfter(UUID batch, int row) {
        return jdbc.sql(IMPORTED)
                .param("batch", batch)
                .param("after", row)
                .param("limit", CHUNK)
                .query(ImportedRow.class)
                .list();
    }

    public List<String> titles(UUID batch) {
        return array(TITLES, batch);
    }

    /** Columns of the upload that no template has. */
    public List<String> ignored(UUID batch) {
        return array(IGNORED, batch);
    }

    public Preview preview(UUID batch) {
        return jdbc.sql(PREVIEW)
                .param("id", batch)
                .query(byte[].class)
                .optional()
                .map(content -> Preview.open(vault, batch, content))
                .orElse(Preview.EMPTY);
    }

    /** The first refused rows. */
    public List<RefusedRow> problems(Batch batch, int limit) {
        return sentBack(batch, "REFUSED", 0, limit);
    }

    /** The first rows a withdrawal had to leave. */
    public List<RefusedRow> keptRows(Batch batch, int limit) {
        return sentBack(batch, "KEPT", 0, limit);
    }

    /** Refused rows behind a row, so many that they fit in memory; none when there are no more. */
    public List<RefusedRow> refusedAfter(Batch batch, int row) {
        return sentBack(batch, "REFUSED", row, CHUNK);
    }

    Optional<UUID> findSame(Actor.Office actor, String kind, String digest) {
        return jdbc.sql(SAME)
                .param("unit", actor.unit())
                .param("kind", kind)
                .param("digest", digest)
                .query(UUID.class)
                .optional();
    }

    /** False when the unit has this file already. */
    boolean add(UUID id, Actor.Office actor, ReceiveUpload.Command upload) {
        return jdbc.sql(INSERT)
                        .param("id", id)
                        .param("kind", upload.kind())
                        .param("unit", actor.unit())
                        .param("code", seenFrom(actor))
                        .param("account", actor.account())
                        .param("post", actor.post())
                        .param("by", actor.name())
                        .param("file", upload.fileName())
                        .param("digest", upload.digest())
                        .param("pieces", upload.pieces().toArray(String[]::new))
                        .param("titles", upload.titles().toArray(String[]::new))
                        .param("ignored", upload.ignored().toArray(String[]::new))
                        .param("at", OffsetDateTime.now(clock))
                        .update()
                == 1;
    }

    boolean start(Actor actor, UUID batch) {
        return steer(START, actor, batch);
    }

    boolean withdraw(Actor actor, UUID batch) {
        return steer(WITHDRAW, actor, batch);
    }

    private boolean steer(String sql, Actor actor, UUID batch) {
        return actor instanceof Actor.Office office
                && jdbc.sql(sql)
                                .param("account", office.account())
                                .param("post", office.post())
                                .param("by", office.name())
                                .param("id", batch)
                                .param("unit", office.unit())
                                .update()
                        == 1;
    }

    /** A unit that serves some villages of its town does not reach the town's own code. */
    private static long seenFrom(Actor.Office actor) {
        return actor.scope().contains(actor.unitCode())
                ? actor.unitCode().value()
                : actor.scope().low();
    }

    private List<RefusedRow> sentBack(Batch batch, String state, int after, int limit) {
        return jdbc.sql(SENT_BACK)
                .param("batch", batch.id())
                .param("state", state)
                .param("after", after)
                .param("limit", limit)
                .query((row, n) ->
                        RefusedRow.open(vault, batch.commandFor(row.getInt("row_number")), row.getBytes("content")))
                .list();
    }

    private List<String> array(String sql, UUID batch) {
        return jdbc.sql(sql)
                .param("id", batch)
                .query((row, n) -> List.of((String[]) row.getArray(1).getArray()))
                .single();
    }
}

package org.rongyi.platform.documents.attachment;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.documents.FileId;
import org.rongyi.platform.documents.FileStore;
import org.rongyi.platform.documents.Photos;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.policy.Policy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 附件: what is handed in with a record of any room. Called within the acts of that room and in their transactions; who may do what
 * with the record is theirs to say, and whose rows are seen is the scope's.
 */
@Component
public class Attachments {

    private static final String PERSON = "select person_id from documents.attachment where id = :id";

    private static final String INSERT = """
            insert into documents.attachment (id, series, version, owner_kind, owner_id, person_id, code_then, code_now,
                                              kind, kind_name, name, media_type, size, pages, file_id, preview_id, scanned,
                                              added_at, added_by, added_post, added_unit, added_unit_name)
            values (:id, :series, :version, :ownerKind, :owner, :person, :code, :code,
                    :kind, :kindName, :name, :mediaType, :size, :pages, :file, :preview, :scanned,
                    :now, :by, :post, :unit, :unitName)
            """;

    private static final String COUNT = """
            select count(*) from documents.attachment
            where owner_kind = :ownerKind and owner_id = :owner and latest and away_at is null
            """;

    private static final String LIST = """
            select id, series, version, owner_kind, owner_id, kind, kind_name, name, media_type, size, pages, file_id,
                   scanned, added_at, added_by, added_unit_name, away_at, away_by, away_unit_name, away_reason
            from documents.attachment
            where owner_kind = :ownerKind and owner_id = :owner and latest
            order by added_at, id
            """;

    private static final String VERSIONS = """
            select id, series, version, owner_kind, owner_id, kind, kind_name, name, media_type, size, pages, file_id,
                   scanned, added_at, added_by, added_unit_name, away_at, away_by, away_unit_name, away_reason
            from documents.attachment
            where series = :series
            order by version
            """;

    private static final String FIND = """
            select id, series, version, owner_kind, owner_id, kind, kind_name, name, media_type, size, pages, file_id,
                   scanned, added_at, added_by, added_unit_name, away_at, away_by, away_unit_name, away_reason
            from documents.attachment
            where id = :id
            """;

    private static final String FILE = """
            select case when :preview then preview_id else file_id end as file
            from documents.attachment
            where id = :id and file_id is not null
            """;

    private static final String OVERTAKE = """
            update documents.attachment set latest = false where id = :id and latest and away_at is null
            """;

    private static final String TAKE_AWAY = """
            update documents.attachment
            set away_at = :now, away_by = :by, away_unit_name = :unitName, away_reason = :reason
            where id = :id and latest and away_at is null
            """;

    private final JdbcClient jdbc;
    private final FileStore files;
    private final Policy policy;
    private final Clock clock;

    Attachments(JdbcClient jdbc, FileStore files, Policy policy, Clock clock) {
        this.jdbc = jdbc;
        this.files = files;
        this.policy = policy;
        this.clock = clock;
    }

    /** How adding ends. */
    public sealed interface Outcome {}

    public record Added(UUID id) implements Outcome {}

    /** The reason is for the person; whoever gets it rolls back. */
    public record Refused(String reason) implements Outcome {}

    /** Keeps a file that was checked, within the transaction of the act it is part of. */
    public Outcome add(Actor actor, AttachmentOwner owner, AttachmentKind kind, Checked.Fit fit) {
        return insert(actor, owner, kind, stored(fit), Ids.next(), 1, most());
    }

    /** Whose record it hangs on; none where it is about nobody. */
    public Optional<UUID> personOf(UUID id) {
        return jdbc
                .sql(PERSON)
                .param("id", id)
                .query((row, n) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .list()
                .stream()
                .findFirst()
                .flatMap(person -> person);
    }

    /** 更换: a newer version of a file that is here and not taken away; the earlier ones stay in its history. */
    Outcome replace(Actor actor, AttachmentOwner owner, UUID id, Stored stored) {
        var before = find(id);
        if (before.isEmpty()
                || !before.get().ownerId().equals(owner.id())
                || !before.get().ownerKind().equals(owner.kind())
                || jdbc.sql(OVERTAKE).param("id", id).update() == 0) {
            return new Refused("这份附件已经更换或撤下，请刷新后再看");
        }
        var old = before.get();
        return insert(actor, owner, old.kind(), stored, old.series(), old.version() + 1, Integer.MAX_VALUE);
    }

    /**
     * 撤下: it is no longer shown, and its content goes when the term is over; that it was here stays.
     *
     * @param reason why, in words; not blank
     * @return false when it is not here, or was replaced or taken away before
     */
    public boolean takeAway(Actor actor, UUID id, String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("whoever takes a file away says why");
        }
        return jdbc.sql(TAKE_AWAY)
                        .param("id", id)
                        .param("now", OffsetDateTime.now(clock))
                        .param("by", nameOf(actor))
                        .param("unitName", unitOf(actor))
                        .param("reason", reason.strip())
                        .update()
                == 1;
    }

    /** The latest versions, in the order they came; those taken away too, which say so. */
    public List<Attachment> list(String ownerKind, UUID owner) {
        return jdbc.sql(LIST)
                .param("ownerKind", ownerKind)
                .param("owner", owner)
                .query(Attachments::attachment)
                .list();
    }

    /** All versions of one file, the first one first. */
    public List<Attachment> versions(UUID series) {
        return jdbc.sql(VERSIONS)
                .param("series", series)
                .query(Attachments::attachment)
                .list();
    }

    /** Empty too when the reader's scope does not reach it. */
    public Optional<Attachment> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(Attachments::attachment).optional();
    }

    /** Its content, whoever asks having a right to it; empty when it is out of reach or its term of keeping is over. */
    public Optional<InputStream> open(UUID id) {
        return content(id, false);
    }

    /** A small JPEG of the image, or of a PDF's first page. */
    public Optional<InputStream> preview(UUID id) {
        return content(id, true);
    }

    private Optional<InputStream> content(UUID id, boolean preview) {
        return jdbc.sql(FILE)
                .param("id", id)
                .param("preview", preview)
                .query(String.class)
                .optional()
                .flatMap(file -> files.get(new FileId(file)))
                .map(ByteArrayInputStream::new);
    }

    /** Files already in the store, checked and named. */
    record Stored(String name, String mediaType, long size, int pages, String file, String preview, boolean scanned) {}

    Stored stored(Checked.Fit fit) {
        return new Stored(
                fit.name(),
                fit.mediaType(),
                fit.content().length,
                fit.pages(),
                files.put(fit.content(), fit.mediaType()).value(),
                files.put(fit.preview(), Photos.MEDIA_TYPE).value(),
                fit.scanned());
    }

    Outcome insert(Actor actor, AttachmentOwner owner, AttachmentKind kind, Stored stored) {
        return insert(actor, owner, kind, stored, Ids.next(), 1, most());
    }

    private int most() {
        return policy.number(AttachmentPolicy.COUNT, LocalDate.now(clock));
    }

    private Outcome insert(
            Actor actor,
            AttachmentOwner owner,
            AttachmentKind kind,
            Stored stored,
            UUID series,
            int version,
            int most) {
        int here = jdbc.sql(COUNT)
                .param("ownerKind", owner.kind())
                .param("owner", owner.id())
                .query(Integer.class)
                .single();
        if (here >= most) {
            return new Refused("附件最多 " + most + " 个，请先撤下用不着的");
        }
        var office = actor instanceof Actor.Office o ? o : null;
        var id = Ids.next();
        jdbc.sql(INSERT)
                .param("id", id)
                .param("series", series)
                .param("version", version)
                .param("ownerKind", owner.kind())
                .param("owner", owner.id())
                .param("person", owner.person())
                .param("code", owner.code().value())
                .param("kind", kind.code())
                .param("kindName", kind.zh())
                .param("name", stored.name())
                .param("mediaType", stored.mediaType())
                .param("size", stored.size())
                .param("pages", stored.pages())
                .param("file", stored.file())
                .param("preview", stored.preview())
                .param("scanned", stored.scanned())
                .param("now", OffsetDateTime.now(clock))
                .param("by", nameOf(actor))
                .param("post", office == null ? null : office.post())
                .param("unit", office == null ? null : office.unit())
                .param("unitName", unitOf(actor))
                .update();
        return new Added(id);
    }

    private static String nameOf(Actor actor) {
        return switch (actor) {
            case Actor.Office office -> office.name();
            case Actor.Self self -> self.name();
            case Actor.Kin kin -> kin.name();
            case Actor.Client _, Actor.Visitor _ -> throw new IllegalArgumentException("a visitor hands nothing in");
            case Actor.Job job -> job.name();
        };
    }

    private static String unitOf(Actor actor) {
        return switch (actor) {
            case Actor.Office office -> office.unitName();
            case Actor.Kin _ -> "亲属代办";
            case Actor.Self _, Actor.Client _, Actor.Visitor _, Actor.Job _ -> "本人";
        };
    }

    private static Attachment attachment(ResultSet row, int n) throws SQLException {
        return new Attachment(
                row.getObject("id", UUID.class),
                row.getObject("series", UUID.class),
                row.getInt("version"),
                row.getString("owner_kind"),
                row.getObject("owner_id", UUID.class),
                new AttachmentKind(row.getString("kind"), row.getString("kind_name")),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getInt("pages"),
                row.getBoolean("scanned"),
                row.getObject("added_at", OffsetDateTime.class),
                row.getString("added_by"),
                row.getString("added_unit_name"),
                away(row));
    }

    private static Attachment.@Nullable Away away(ResultSet row) throws SQLException {
        var at = row.getObject("away_at", OffsetDateTime.class);
        return at == null
                ? null
                : new Attachment.Away(
                        at,
                        row.getString("away_by"),
                        row.getString("away_unit_name"),
                        row.getString("away_reason"),
                        row.getString("file_id") == null);
    }
}

package org.rongyi.platform.documents.attachment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.documents.FileName;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.policy.Policy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 表单里已选的文件: kept under the form's command id before the act, so that a form that comes back with errors need not ask for
 * them again. The act claims them; what no act claims goes after some days.
 */
@Component
public class DraftFiles {

    private static final String INSERT = """
            insert into documents.draft_file (id, command_id, holder, person_id, code_now, kind, kind_name, name, media_type,
                                              size, pages, file_id, preview_id, scanned, kept_at)
            values (:id, :command, :holder, :person, :code, :kind, :kindName, :name, :mediaType,
                    :size, :pages, :file, :preview, :scanned, :now)
            on conflict (command_id, holder, file_id) do nothing
            """;

    private static final String LIST = """
            select id, kind, kind_name, name, media_type, size, pages, file_id, preview_id, scanned
            from documents.draft_file
            where command_id = :command and holder = :holder
            order by kept_at, id
            """;

    private static final String DROP = """
            delete from documents.draft_file where id = :id and command_id = :command and holder = :holder
            """;

    private static final String CLEAR = """
            delete from documents.draft_file where command_id = :command and holder = :holder
            """;

    private final JdbcClient jdbc;
    private final Attachments attachments;
    private final Policy policy;
    private final Clock clock;

    DraftFiles(JdbcClient jdbc, Attachments attachments, Policy policy, Clock clock) {
        this.jdbc = jdbc;
        this.attachments = attachments;
        this.policy = policy;
        this.clock = clock;
    }

    /** A file that waits for its form. */
    public record Draft(UUID id, AttachmentKind kind, String name, long size, int pages, boolean scanned) {

        public String sizeInWords() {
            return FileName.size(size);
        }
    }

    private record Kept(UUID id, AttachmentKind kind, Attachments.Stored stored) {}

    /** Keeps a file for the form; the same content again is kept once. Empty when it was, otherwise why not. */
    public Optional<String> keep(Actor actor, CommandId form, AttachmentKind kind, Checked.Fit fit) {
        int most = policy.number(AttachmentPolicy.COUNT, LocalDate.now(clock));
        if (list(actor, form).size() >= most) {
            return Optional.of("附件最多 " + most + " 个，请去掉用不着的");
        }
        var stored = attachments.stored(fit);
        jdbc.sql(INSERT)
                .param("id", Ids.next())
                .param("command", form.value())
                .param("holder", actor.key())
                .param("person", personOf(actor))
                .param("code", actor instanceof Actor.Office office ? reach(office) : null)
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
                .update();
        return Optional.empty();
    }

    public List<Draft> list(Actor actor, CommandId form) {
        return kept(actor, form).stream()
                .map(k -> new Draft(
                        k.id(),
                        k.kind(),
                        k.stored().name(),
                        k.stored().size(),
                        k.stored().pages(),
                        k.stored().scanned()))
                .toList();
    }

    /** 不要了: he does not want to hand it in after all. */
    public void drop(Actor actor, CommandId form, UUID file) {
        jdbc.sql(DROP)
                .param("id", file)
                .param("command", form.value())
                .param("holder", actor.key())
                .update();
    }

    /** Within the act: what was kept for its form becomes the record's, in the order it came. */
    public Attachments.Outcome claim(Actor actor, CommandId form, AttachmentOwner owner) {
        UUID last = owner.id();
        for (var kept : kept(actor, form)) {
            switch (attachments.insert(actor, owner, kept.kind(), kept.stored())) {
                case Attachments.Added(var id) -> last = id;
                case Attachments.Refused refused -> {
                    return refused;
                }
            }
        }
        jdbc.sql(CLEAR)
                .param("command", form.value())
                .param("holder", actor.key())
                .update();
        return new Attachments.Added(last);
    }

    /** Within the act: the one file kept for its form takes the place of one the record has; that one stays in its history. */
    public Attachments.Outcome exchange(Actor actor, CommandId form, AttachmentOwner owner, UUID id) {
        var kept = kept(actor, form);
        if (kept.size() != 1) {
            return new Attachments.Refused(kept.isEmpty() ? "请选换上的文件" : "一次只换一个文件，请去掉用不着的");
        }
        var outcome = attachments.replace(actor, owner, id, kept.getFirst().stored());
        if (outcome instanceof Attachments.Added) {
            jdbc.sql(CLEAR)
                    .param("command", form.value())
                    .param("holder", actor.key())
                    .update();
        }
        return outcome;
    }

    private List<Kept> kept(Actor actor, CommandId form) {
        return jdbc.sql(LIST)
                .param("command", form.value())
                .param("holder", actor.key())
                .query(DraftFiles::kept)
                .list();
    }

    private static @Nullable UUID personOf(Actor actor) {
        return switch (actor) {
            case Actor.Self self -> self.person();
            case Actor.Kin kin -> kin.person();
            case Actor.Office ignored -> null;
            case Actor.Client _, Actor.Visitor _ -> throw new IllegalArgumentException("a visitor hands nothing in");
            case Actor.Job ignored -> throw new IllegalArgumentException("a job fills in no form");
        };
    }

    /** A place within his own reach: a unit's own code need not be. */
    private static long reach(Actor.Office office) {
        if (office.scope().isEmpty()) {
            throw new IllegalArgumentException("who reaches no record hands nothing in");
        }
        return office.scope().contains(office.unitCode())
                ? office.unitCode().value()
                : office.scope().low();
    }

    private static Kept kept(ResultSet row, int n) throws SQLException {
        return new Kept(
                row.getObject("id", UUID.class),
                new AttachmentKind(row.getString("kind"), row.getString("kind_name")),
                new Attachments.Stored(
                        row.getString("name"),
                        row.getString("media_type"),
                        row.getLong("size"),
                        row.getInt("pages"),
                        row.getString("file_id"),
                        row.getString("preview_id"),
                        row.getBoolean("scanned")));
    }
}

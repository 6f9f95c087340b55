package org.rongyi.platform.documents.issued;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.documents.FileId;
import org.rongyi.platform.documents.FileStore;
import org.rongyi.platform.documents.attachment.AttachmentOwner;
import org.rongyi.platform.documents.paper.Printer;
import org.rongyi.platform.documents.paper.Sheet;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.NameMask;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 签发: numbers a paper, prints it, signs it and keeps it, within the act of the room that issues. What the public may know of it is
 * written beside it, in a register of its own.
 */
@Component
public class IssuedDocuments {

    /** As the owner of what hangs on a document: its stamped copies. */
    public static final String OWNER_KIND = "documents.issued";

    private static final String OWNER = """
            select code_now, person_id from documents.issued where id = :id
            """;

    private static final String BEFORE = """
            select id from documents.issued
            where owner_kind = :ownerKind and owner_id = :owner and kind = :kind and edition = :edition
            """;

    /** Its row is locked until the act ends: the next one waits, and an act that fails gives its number back. */
    private static final String SERIAL = """
            insert into documents.serial as s (unit_id, kind, year, last)
            values (:unit, :kind, :year, 1)
            on conflict (unit_id, kind, year) do update set last = s.last + 1
            returning last
            """;

    private static final String INSERT = """
            insert into documents.issued (id, number, document_number, check_code, kind, kind_name, title, owner_kind, owner_id,
                                          edition, person_id, person_name, code_then, code_now, unit_id, unit_name, year,
                                          serial, check_page, issued_on, issued_at, issued_by, issued_post, file_id, sha256,
                                          pages, missing, seal_kind, seal_key, seal, state_at, state_by)
            values (:id, :number, :documentNumber, :checkCode, :kind, :kindName, :title, :ownerKind, :owner,
                    :edition, :person, :personName, :code, :code, :unit, :unitName, :year,
                    :serial, :checkPage, :on, :now, :by, :post, :file, :sha256,
                    :pages, :missing, :sealKind, :sealKey, :seal, :now, :by)
            """;

    private static final String LIST = """
            select id, number, document_number, check_code, kind_name, title, owner_kind, owner_id, unit_name, issued_on, issued_at,
                   issued_by, sha256, pages, missing, state, state_at, state_reason, replaced_by, gone_on
            from documents.issued
            where owner_kind = :ownerKind and owner_id = :owner
            order by issued_at, id
            """;

    private static final String FIND = """
            select id, number, document_number, check_code, kind_name, title, owner_kind, owner_id, unit_name, issued_on, issued_at,
                   issued_by, sha256, pages, missing, state, state_at, state_reason, replaced_by, gone_on
            from documents.issued
            where id = :id
            """;

    private static final String FILE = "select file_id from documents.issued where id = :id and file_id is not null";

    private static final String END = """
            update documents.issued
            set state = :state, state_at = :now, state_by = :by, state_reason = :reason, replaced_by = :replacedBy
            where id = :id and state = 'VALID'
            """;

    private final JdbcClient jdbc;
    private final FileStore files;
    private final Printer printer;
    private final CheckCodes codes;
    private final CheckAddress address;
    private final SealService seals;
    private final PublicRegister register;
    private final Clock clock;
    private final AuditTrail audit;

    IssuedDocuments(
            JdbcClient jdbc,
            FileStore files,
            Printer printer,
            CheckCodes codes,
            CheckAddress address,
            SealService seals,
            PublicRegister register,
            Clock clock,
            AuditTrail audit) {
        this.audit = audit;
        this.jdbc = jdbc;
        this.files = files;
        this.printer = printer;
        this.codes = codes;
        this.address = address;
        this.seals = seals;
        this.register = register;
        this.clock = clock;
    }

    /** What one row is made of, beside what was asked for. */
    private record Numbered(
            UUID id,
            int year,
            int serial,
            String number,
            String documentNumber,
            String checkCode,
            String page,
            Instant at) {}

    /** The same, by a post. */
    public IssuedDocument issue(Actor.Office actor, Issue issue) {
        return issue(Issuer.of(actor), issue);
    }

    /** Issues it; the same kind for the same version of the record is issued once, and answered again. */
    public IssuedDocument issue(Issuer actor, Issue issue) {
        var before = jdbc.sql(BEFORE)
                .param("ownerKind", issue.owner().kind())
                .param("owner", issue.owner().id())
                .param("kind", issue.kind().code())
                .param("edition", issue.edition())
                .query(UUID.class)
                .optional();
        return before.map(this::get).orElseGet(() -> get(issueNew(actor, issue)));
    }

    /** 替代: the earlier one says from now on which one holds in its place. */
    public IssuedDocument replace(Actor.Office actor, UUID earlier, Issue issue, String reason) {
        var later = issue(actor, issue);
        end(Issuer.of(actor), earlier, DocumentState.REPLACED, reason, later.number());
        return later;
    }

    /** 撤销. */
    public void revoke(Actor.Office actor, UUID id, String reason) {
        end(Issuer.of(actor), id, DocumentState.REVOKED, reason, null);
    }

    /** 撤销, by another paper, whose number whoever checks it is told. */
    public void revoke(Issuer by, UUID id, String reason, String paper) {
        end(by, id, DocumentState.REVOKED, reason + "（" + paper + "）", paper);
    }

    public List<IssuedDocument> list(String ownerKind, UUID owner) {
        return jdbc.sql(LIST)
                .param("ownerKind", ownerKind)
                .param("owner", owner)
                .query(IssuedDocuments::document)
                .list();
    }

    public Optional<IssuedDocument> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(IssuedDocuments::document).optional();
    }

    /** The document as the owner of attachments, seen by whoever sees itself. */
    AttachmentOwner asOwner(UUID id) {
        return jdbc.sql(OWNER)
                .param("id", id)
                .query((row, n) -> new AttachmentOwner(
                        OWNER_KIND,
                        id,
                        new DivisionCode(row.getLong("code_now")),
                        row.getObject("person_id", UUID.class)))
                .single();
    }

    /** Whom it is about; none where it is about nobody. */
    public Optional<UUID> personOf(UUID id) {
        return Optional.ofNullable(asOwner(id).person());
    }

    /** The PDF as it was issued; empty when it is out of reach, or its term is over. */
    public Optional<byte[]> open(UUID id) {
        return jdbc.sql(FILE)
                .param("id", id)
                .query(String.class)
                .optional()
                .flatMap(file -> files.get(new FileId(file)));
    }

    private IssuedDocument get(UUID id) {
        return find(id).orElseThrow(() -> new IllegalStateException("没有这份文件，或不在辖区内：" + id));
    }

    private UUID issueNew(Issuer actor, Issue issue) {
        var now = clock.instant();
        int year = LocalDate.now(clock).getYear();
        int serial = jdbc.sql(SERIAL)
                .param("unit", actor.unit())
                .param("kind", issue.kind().code())
                .param("year", year)
                .query(Integer.class)
                .single();
        var id = Ids.next();
        var numbered = new Numbered(
                id,
                year,
                serial,
                unitPart(actor) + "-" + issue.kind().code() + "-" + year + "-" + serial,
                issue.wording() + "〔" + year + "〕" + serial + "号",
                codes.next(),
                address.page(),
                now);
        var printed = printer.print(issue.paper(), sheet(actor, issue, numbered));
        var sha256 = sha256(printed.pdf());
        var seal = seals.seal(numbered.number(), sha256);
        insert(actor, issue, numbered, printed, sha256, seal);
        register.enter(
                new PublicRegister.Entry(
                        numbered.number(),
                        numbered.documentNumber(),
                        issue.kind().zh(),
                        actor.unitName(),
                        LocalDate.now(clock),
                        issue.personName() == null ? "" : NameMask.mask(issue.personName()),
                        sha256,
                        seal,
                        DocumentState.VALID,
                        LocalDate.now(clock),
                        null),
                numbered.checkCode());
        audit.said(issue.kind().zh(), numbered.number());
        return id;
    }

    /** A unit's number: the division it stands at, and enough of its id to tell it from others there. */
    private static String unitPart(Issuer actor) {
        var id = actor.unit().toString();
        return actor.unitCode() + id.substring(id.length() - 4).toUpperCase(Locale.ROOT);
    }

    private static Sheet sheet(Issuer actor, Issue issue, Numbered numbered) {
        return new Sheet(
                issue.red() ? actor.unitName() : null,
                numbered.documentNumber(),
                new Sheet.Check(
                        numbered.number(),
                        numbered.checkCode(),
                        CheckAddress.of(numbered.page(), numbered.number(), numbered.checkCode()),
                        numbered.page()),
                numbered.at());
    }

    private void insert(
            Issuer actor,
            Issue issue,
            Numbered numbered,
            Printer.Printed printed,
            String sha256,
            SealService.Seal seal) {
        jdbc.sql(INSERT)
                .param("id", numbered.id())
                .param("number", numbered.number())
                .param("documentNumber", numbered.documentNumber())
                .param("checkCode", numbered.checkCode())
                .param("kind", issue.kind().code())
                .param("kindName", issue.kind().zh())
                .param("title", issue.paper().title())
                .param("ownerKind", issue.owner().kind())
                .param("owner", issue.owner().id())
                .param("edition", issue.edition())
                .param("person", issue.owner().person())
                .param("personName", issue.personName())
                .param("code", issue.owner().code().value())
                .param("unit", actor.unit())
                .param("unitName", actor.unitName())
                .param("year", numbered.year())
                .param("serial", numbered.serial())
                .param("checkPage", numbered.page())
                .param("on", LocalDate.now(clock))
                .param("now", numbered.at().atZone(ZoneId.systemDefault()).toOffsetDateTime())
                .param("by", actor.name())
                .param("post", actor.post())
                .param("file", files.put(printed.pdf(), "application/pdf").value())
                .param("sha256", sha256)
                .param("pages", printed.pages())
                .param("missing", printed.missing().toArray(String[]::new))
                .param("sealKind", seal.kind())
                .param("sealKey", seal.key())
                .param("seal", seal.hex())
                .update();
    }

    /** @param paper the one that replaces or revokes it */
    private void end(Issuer actor, UUID id, DocumentState state, String reason, @Nullable String paper) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("whoever ends a document says why");
        }
        var number = get(id).number();
        int ended = jdbc.sql(END)
                .param("id", id)
                .param("state", state.name())
                .param("now", OffsetDateTime.now(clock))
                .param("by", actor.name())
                .param("reason", reason.strip())
                .param("replacedBy", state == DocumentState.REPLACED ? paper : null)
                .update();
        if (ended == 0) {
            throw new IllegalStateException("a document ends once: " + number);
        }
        audit.changed("文书 " + number, DocumentState.VALID.zh(), state.zh());
        register.end(number, state, LocalDate.now(clock), paper);
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static IssuedDocument document(ResultSet row, int n) throws SQLException {
        return new IssuedDocument(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("document_number"),
                row.getString("check_code"),
                row.getString("kind_name"),
                row.getString("title"),
                row.getString("owner_kind"),
                row.getObject("owner_id", UUID.class),
                row.getString("unit_name"),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("issued_at", OffsetDateTime.class),
                row.getString("issued_by"),
                row.getString("sha256"),
                row.getInt("pages"),
                List.of((String[]) row.getArray("missing").getArray()),
                DocumentState.valueOf(row.getString("state")),
                row.getObject("state_at", OffsetDateTime.class),
                row.getString("state_reason"),
                row.getString("replaced_by"),
                row.getObject("gone_on", LocalDate.class));
    }
}

package org.rongyi.platform.documents.archive;

import jakarta.servlet.http.HttpServletResponse;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.documents.FileName;
import org.rongyi.platform.documents.attachment.Attachment;
import org.rongyi.platform.documents.attachment.Attachments;
import org.rongyi.platform.documents.issued.IssuedDocument;
import org.rongyi.platform.documents.issued.IssuedDocuments;
import org.rongyi.platform.documents.paper.Printer;
import org.rongyi.platform.documents.paper.Register;
import org.rongyi.platform.documents.paper.Sheet;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.ui.Words;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * 整卷下载: the documents, the attachments and the history of a case in one ZIP, a file at a time, with a table of contents that names
 * pages and digests of what is really in it. Who may have it is decided by the room that calls.
 */
@Component
public class CaseArchive {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String CONTENTS = "00-卷内目录.pdf";
    private static final int GROUP = 16;

    private final IssuedDocuments documents;
    private final Attachments attachments;
    private final Printer printer;
    private final Transactions transactions;
    private final Clock clock;

    CaseArchive(
            IssuedDocuments documents,
            Attachments attachments,
            Printer printer,
            Transactions transactions,
            Clock clock) {
        this.documents = documents;
        this.attachments = attachments;
        this.printer = printer;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A piece of the case, before it is opened. */
    private record Piece(
            String name,
            String ending,
            String kind,
            LocalDate on,
            int pages,
            Function<Actor, Optional<byte[]>> content) {}

    /** Sends it; broken off half-way it is no archive at all, for its directory stands at its end. */
    public void send(Actor actor, CaseFile file, HttpServletResponse response) {
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(FileName.clean(file.title(), ".zip"), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        try {
            write(actor, file, response.getOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException("案卷没有发完", e);
        }
    }

    /** Writes it to a stream, which stays open. */
    public void write(Actor actor, CaseFile file, OutputStream out) throws IOException {
        var now = clock.instant();
        var zip = new ZipOutputStream(new Open(out), StandardCharsets.UTF_8);
        var rows = new ArrayList<List<String>>();
        int last = 0;
        for (var piece : pieces(actor, file, now)) {
            var content = piece.content().apply(actor);
            if (content.isEmpty()) {
                rows.add(List.of("—", piece.name(), piece.kind(), Words.day(piece.on()), "—", "内容已不在（撤下或超过保留期）"));
                continue;
            }
            var number = String.format("%02d", ++last);
            put(zip, number + "-" + FileName.clean(piece.name(), piece.ending()), content.get(), now);
            rows.add(List.of(
                    number,
                    piece.name(),
                    piece.kind(),
                    Words.day(piece.on()),
                    Integer.toString(piece.pages()),
                    sha256(content.get())));
        }
        var contents = new Register(
                "卷内目录",
                about(file, now),
                List.of("序号", "名称", "种类", "日期", "页数", "SHA-256"),
                rows,
                List.of("序号即压缩包内文件名的开头。目录所列 SHA-256 是包内文件的摘要，可用来核对有没有改动。"));
        put(zip, CONTENTS, printer.print(contents, Sheet.plain(now)).pdf(), now);
        zip.finish();
    }

    private static List<String> about(CaseFile file, Instant now) {
        var about = new ArrayList<String>();
        about.add(file.title());
        about.addAll(file.about());
        about.add("整卷时间：" + Words.moment(now));
        return about;
    }

    /** Documents in the order they were issued, what was handed in as it came, the history. */
    private List<Piece> pieces(Actor actor, CaseFile file, Instant now) {
        var pieces = new ArrayList<Piece>();
        file.owners().forEach(owner -> pieces.addAll(papers(actor, owner)));
        var history = printer.print(file.history(), Sheet.plain(now));
        pieces.add(new Piece(
                file.history().title(),
                ".pdf",
                "办理经过",
                LocalDate.ofInstant(now, ZONE),
                history.pages(),
                any -> Optional.of(history.pdf())));
        return pieces;
    }

    private List<Piece> papers(Actor actor, CaseFile.Owner owner) {
        var pieces = new ArrayList<Piece>();
        var issued = transactions.read(actor, () -> documents.list(owner.kind(), owner.id()));
        issued.forEach(document -> pieces.add(piece(document)));
        for (var document : issued) {
            transactions
                    .read(actor, () -> attachments.list(IssuedDocuments.OWNER_KIND, document.id()))
                    .forEach(stamped -> pieces.add(piece(stamped, stamped)));
        }
        transactions
                .read(actor, () -> attachments.list(owner.kind(), owner.id()))
                .forEach(attachment -> versions(actor, attachment).forEach(one -> pieces.add(piece(one, attachment))));
        return pieces;
    }

    /** What was replaced lies in the case too. */
    private List<Attachment> versions(Actor actor, Attachment latest) {
        return latest.version() == 1
                ? List.of(latest)
                : transactions.read(actor, () -> attachments.versions(latest.series()));
    }

    private Piece piece(IssuedDocument document) {
        return new Piece(
                document.title() + " " + document.documentNumber(),
                ".pdf",
                document.kindName() + "（" + document.state().zh() + "）",
                document.issuedOn(),
                document.pages(),
                reader -> transactions.read(reader, () -> documents.open(document.id())));
    }

    private Piece piece(Attachment attachment, Attachment latest) {
        return new Piece(
                attachment.name().replaceFirst("\\.[a-z]+$", ""),
                attachment.isPdf() ? ".pdf" : ".jpg",
                attachment.kind().zh() + (attachment.version() < latest.version() ? "（已更换）" : ""),
                attachment.addedAt().atZoneSameInstant(ZONE).toLocalDate(),
                attachment.pages(),
                reader -> attachment.away() == null ? content(reader, attachment.id()) : Optional.empty());
    }

    private Optional<byte[]> content(Actor reader, UUID attachment) {
        return transactions.read(reader, () -> attachments.open(attachment)).map(in -> {
            try (in) {
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void put(ZipOutputStream zip, String name, byte[] content, Instant now) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTime(now.toEpochMilli());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    /** In groups, so that it breaks in its column. */
    private static String sha256(byte[] content) {
        try {
            var hex = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
            return hex.replaceAll("(.{" + GROUP + "})(?=.)", "$1 ");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Passes on all but the end. */
    private static final class Open extends FilterOutputStream {

        Open(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}

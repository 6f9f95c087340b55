package org.rongyi.platform.documents.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.GregorianCalendar;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.stereotype.Component;

/**
 * 印: makes a PDF of a paper. Equal content makes equal bytes, today and next year, by the same program: it says no moment but the
 * sheet's own and draws nothing by chance.
 */
@Component
public class Printer {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int GETA = 0x3013; // 〓, the printers' mark for a type that is not in the case
    private static final String END = "</body>";
    private static final int NOT_IN_XML = 0xFFFE;

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final PaperFont font = new PaperFont();
    private final String css = css();

    Printer() {
        XRLog.setLoggingEnabled(false); // it tells of each paper's content
    }

    /**
     * @param missing characters that the face does not have: 〓 stands for each, and their codes at the end
     */
    public record Printed(byte[] pdf, int pages, List<String> missing) {

        public Printed {
            missing = List.copyOf(missing);
        }
    }

    /** One at a time: the face is read by one alone. */
    public synchronized Printed print(Paper paper, Sheet sheet) {
        var html = new StringOutput();
        templates.render(
                paper.getClass().getName().replace('.', '/') + ".jte", Map.of("paper", paper, "sheet", sheet), html);
        var missing = new LinkedHashSet<String>();
        var ttf = font.get();
        var text = printable(html.toString(), ttf, missing);
        if (!missing.isEmpty()) {
            text = text.replace(
                    END, "<p class=\"notes\">〓 为字库中没有的字，编码依次为 " + String.join("、", missing) + "，以原件为准。</p>" + END);
        }
        try {
            return made(paper, sheet, ttf, text, List.copyOf(missing));
        } catch (IOException e) {
            throw new UncheckedIOException("文件没有印成：" + paper.title(), e);
        }
    }

    private Printed made(Paper paper, Sheet sheet, TrueTypeFont ttf, String html, List<String> missing)
            throws IOException {
        var out = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            var builder = new PdfRendererBuilder();
            builder.usePDDocument(document);
            builder.useFont(
                    new PDFontSupplier(PDType0Font.load(document, ttf, true)), "Song", 400, FontStyle.NORMAL, true);
            builder.useUriResolver((base, uri) -> uri.startsWith("data:image/png;") ? uri : null);
            builder.withHtmlContent(html.replace("</head>", "<style>" + css + "</style></head>"), null);
            builder.toStream(out);
            try (var renderer = builder.buildPdfRenderer()) {
                renderer.layout();
                renderer.createPDFWithoutClosing();
                document.setDocumentInformation(information(paper.title(), sheet.at()));
                document.setDocumentId(sheet.at().toEpochMilli() ^ html.hashCode());
                out.reset();
                document.save(out);
                return new Printed(out.toByteArray(), document.getNumberOfPages(), missing);
            }
        }
    }

    private static PDDocumentInformation information(String title, Instant at) {
        var information = new PDDocumentInformation();
        var moment = GregorianCalendar.from(at.atZone(ZONE));
        information.setTitle(title);
        information.setCreator("戎驿 Rongyi");
        information.setCreationDate(moment);
        information.setModificationDate(moment);
        return information;
    }

    /** The text without what XML forbids and what has no form; 〓 for what the face has not. */
    private static String printable(String html, TrueTypeFont ttf, Set<String> missing) {
        try {
            var cmap = ttf.getUnicodeCmapLookup();
            var text = new StringBuilder(html.length());
            html.codePoints().forEach(c -> {
                if (Character.isWhitespace(c)) {
                    text.append(c == '\t' || c == '\n' || c == '\r' || c == '\u3000' ? (char) c : ' ');
                } else if (isWithoutForm(c)) {
                    return;
                } else if (cmap.getGlyphId(c) == 0) {
                    missing.add(String.format("U+%04X", c));
                    text.appendCodePoint(GETA);
                } else {
                    text.appendCodePoint(c);
                }
            });
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException("字体读取失败", e);
        }
    }

    /** Controls, marks of direction and of variants, halves of characters. */
    private static boolean isWithoutForm(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || c >= 0xFE00 && c <= 0xFE0F
                || c >= 0xE0100 && c <= 0xE01EF
                || (c & NOT_IN_XML) == NOT_IN_XML;
    }

    private static String css() {
        try (var in = Objects.requireNonNull(Printer.class.getResourceAsStream("/paper/paper.css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

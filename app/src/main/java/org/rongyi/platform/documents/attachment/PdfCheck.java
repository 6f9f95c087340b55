package org.rongyi.platform.documents.attachment;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.springframework.stereotype.Component;

/**
 * Looks through a PDF before it is kept: that it opens, asks for no password, is not too long, does nothing by itself, carries
 * no other files, and unpacks to no more than a person's document does. It is kept as it came: what was signed stays signed.
 */
@Component
class PdfCheck {

    /** What everything in it may unpack to, together. */
    private static final long MOST_UNPACKED = 256L << 20;

    /** Looked through at once: each takes some hundred MB at worst. */
    private static final int AT_ONCE = 2;

    private static final int TAIL = 2_048;

    /** How a compression within a compression is written; names may be written with #-escapes, which only hiding needs. */
    private static final Pattern NESTED = Pattern.compile(
            "/F(?:ilter)?\\s*\\[\\s*(?:/\\w+\\s*)*/(?:Fl|FlateDecode|LZW|LZWDecode|RL|RunLengthDecode)\\s*(?:/\\w+\\s*)*"
                    + "/(?:Fl|FlateDecode|LZW|LZWDecode|RL|RunLengthDecode)\\b");

    private final Semaphore looking = new Semaphore(AT_ONCE);

    /** What it is. */
    sealed interface Result {}

    /** @param first the first page */
    record Good(int pages, BufferedImage first) implements Result {}

    record Bad(String reason) implements Result {}

    Result check(byte[] pdf, int mostPages) {
        looking.acquireUninterruptibly();
        try {
            return look(pdf, mostPages);
        } finally {
            looking.release();
        }
    }

    private static Result look(byte[] pdf, int mostPages) {
        var text = new String(pdf, StandardCharsets.ISO_8859_1);
        if (!text.startsWith("%PDF-1.") && !text.startsWith("%PDF-2.")) {
            return new Bad("这不是 PDF 文件，请重新导出 PDF 后再上传");
        }
        if (text.lastIndexOf("%%EOF") < text.length() - TAIL) {
            return new Bad("PDF 不完整，或后面接着别的内容，请重新导出 PDF 后再上传");
        }
        if (NESTED.matcher(text).find() || Unpacking.isTooMuch(pdf, text, MOST_UNPACKED)) {
            return new Bad("PDF 展开后太大，请降低清晰度或拆成几份后再上传");
        }
        try (var document = Loader.loadPDF(
                new RandomAccessReadBuffer(pdf), "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            return look(document, mostPages);
        } catch (InvalidPasswordException e) {
            return new Bad("PDF 加了密码，请去掉密码后再上传");
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // a parser answers a broken file with exceptions of many kinds
            return new Bad("PDF 已损坏，打不开，请重新导出或扫描后再上传");
        }
    }

    private static Result look(PDDocument document, int mostPages) throws IOException {
        if (document.isEncrypted()) {
            return new Bad("PDF 加了密码或限制，请去掉后再上传");
        }
        int pages = document.getNumberOfPages();
        if (pages == 0) {
            return new Bad("PDF 里一页也没有");
        }
        if (pages > mostPages) {
            return new Bad("PDF 有 " + pages + " 页，最多 " + mostPages + " 页，请拆成几份后再上传");
        }
        var found = new PdfContents(document).firstForbidden();
        if (found.isPresent()) {
            return new Bad(found.get());
        }
        return new Good(pages, FirstPage.draw(document));
    }
}

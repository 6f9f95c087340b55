package org.rongyi.platform.documents.attachment;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Walks through everything a PDF is made of and looks for what a document of evidence has no need of. */
final class PdfContents {

    private static final int MOST_OBJECTS = 300_000;
    private static final long MOST_PIXELS = 80_000_000;

    /** Actions that run, open, send or play something (ISO 32000-1, 12.6.4). */
    private static final Set<String> ACTIONS = Set.of(
            "JavaScript",
            "Launch",
            "SubmitForm",
            "ImportData",
            "GoToE",
            "GoToR",
            "Rendition",
            "Movie",
            "Sound",
            "GoTo3DView",
            "RichMediaExecute");

    private static final Set<String> MEDIA = Set.of("RichMedia", "3D", "Movie", "Sound", "Screen", "FileAttachment");

    private static final Set<COSName> PACKINGS = Set.of(
            COSName.FLATE_DECODE,
            COSName.FLATE_DECODE_ABBREVIATION,
            COSName.LZW_DECODE,
            COSName.LZW_DECODE_ABBREVIATION,
            COSName.RUN_LENGTH_DECODE,
            COSName.RUN_LENGTH_DECODE_ABBREVIATION);

    private final PDDocument document;
    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<COSBase> open = new ArrayDeque<>();

    PdfContents(PDDocument document) {
        this.document = document;
    }

    /** Why it cannot be kept, for the person; empty when nothing is wrong. */
    Optional<String> firstForbidden() {
        var whole = document.getDocument();
        push(whole.getTrailer());
        for (var key : whole.getXrefTable().keySet()) {
            push(whole.getObjectFromPool(key));
        }
        while (!open.isEmpty()) {
            if (seen.size() > MOST_OBJECTS) {
                return Optional.of("PDF 里的内容太多太杂，请打印成新的 PDF 后再上传");
            }
            var next = open.pop();
            var forbidden = next instanceof COSDictionary dictionary ? forbidden(dictionary) : Optional.<String>empty();
            if (forbidden.isPresent()) {
                return forbidden;
            }
            switch (next) {
                case COSDictionary dictionary -> dictionary.getValues().forEach(this::push);
                case COSArray array -> array.forEach(this::push);
                default -> {}
            }
        }
        return Optional.empty();
    }

    private void push(COSBase item) {
        var plain = item instanceof COSObject reference ? reference.getObject() : item;
        if ((plain instanceof COSDictionary || plain instanceof COSArray) && seen.add(plain)) {
            open.push(plain);
        }
    }

    private static Optional<String> forbidden(COSDictionary dictionary) {
        var action = dictionary.getCOSName(COSName.S);
        if (dictionary.containsKey("JS") || (action != null && ACTIONS.contains(action.getName()))) {
            return Optional.of("PDF 里带有会自动运行的程序，不能上传，请打印成新的 PDF 后再上传");
        }
        if (dictionary.containsKey("EmbeddedFiles") || dictionary.containsKey("EF")) {
            return Optional.of("PDF 里夹带了别的文件，请把它们取出来，分别上传");
        }
        var subtype = dictionary.getCOSName(COSName.SUBTYPE);
        if (dictionary.containsKey("XFA") || (subtype != null && MEDIA.contains(subtype.getName()))) {
            return Optional.of("PDF 里带有动态表单或影音，请打印成新的 PDF 后再上传");
        }
        return dictionary instanceof COSStream stream ? forbiddenStream(stream) : Optional.empty();
    }

    private static Optional<String> forbiddenStream(COSStream stream) {
        if (stream.getDictionaryObject(COSName.F) != null) {
            return Optional.of("PDF 的内容不在文件里面，而在别处，请打印成新的 PDF 后再上传");
        }
        int packings = 0;
        if (stream.getFilters() instanceof COSArray filters) {
            for (var filter : filters.toList()) {
                packings += filter instanceof COSName name && PACKINGS.contains(name) ? 1 : 0;
            }
        }
        long pixels = (long) stream.getInt(COSName.WIDTH, 0) * stream.getInt(COSName.HEIGHT, 0);
        return packings > 1 || pixels > MOST_PIXELS ? Optional.of("PDF 展开后太大，请降低清晰度或拆成几份后再上传") : Optional.empty();
    }
}

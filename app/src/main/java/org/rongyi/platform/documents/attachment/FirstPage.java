package org.rongyi.platform.documents.attachment;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/** The first page as a picture, drawn for a few seconds at most; a page that takes longer, or has an odd size, stays white. */
final class FirstPage {

    private static final int LONGEST = 640;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(5);
    private static final int MOST_STROKES = 400_000;

    static {
        // what it notes of the machine's fonts belongs to no home directory
        System.setProperty("pdfbox.fontcache", System.getProperty("java.io.tmpdir"));
    }

    private FirstPage() {}

    static BufferedImage draw(PDDocument document) throws IOException {
        var box = document.getPage(0).getCropBox();
        float longest = Math.max(box.getWidth(), box.getHeight());
        if (!(Math.min(box.getWidth(), box.getHeight()) >= 1 && longest <= 20_000)) {
            return white();
        }
        try {
            return new Patient(document).renderImage(0, LONGEST / longest, ImageType.RGB);
        } catch (TooLong | IllegalArgumentException | ArithmeticException e) {
            return white();
        }
    }

    private static BufferedImage white() {
        var page = new BufferedImage(LONGEST * 210 / 297, LONGEST, BufferedImage.TYPE_INT_RGB);
        var graphics = page.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, page.getWidth(), page.getHeight());
        graphics.dispose();
        return page;
    }

    /** Stops a drawing that does not end. */
    private static final class TooLong extends RuntimeException {

        TooLong() {
            super(null, null, false, false);
        }
    }

    private static final class Patient extends PDFRenderer {

        private final long until = System.nanoTime() + PATIENCE;
        private int strokes;

        Patient(PDDocument document) {
            super(document);
            setSubsamplingAllowed(true);
        }

        @Override
        protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
            return new PageDrawer(parameters) {
                @Override
                protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
                    if (++strokes > MOST_STROKES || System.nanoTime() > until) {
                        throw new TooLong();
                    }
                    super.processOperator(operator, operands);
                }
            };
        }
    }
}

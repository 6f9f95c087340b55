package org.rongyi;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** What a PDF says, and where: pictures to look at are left in {@code target/papers}. */
public record PdfText(String text, int pages, float rightmost, float lowest, float width, float height) {

    private static final Path LOOK = Path.of("target", "papers");

    public static PdfText of(String name, byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            var at = new ArrayList<TextPosition>();
            var stripper = new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> positions) throws IOException {
                    at.addAll(positions);
                    super.writeString(text, positions);
                }
            };
            var text = stripper.getText(document).replaceAll("\\s+", "");
            Files.createDirectories(LOOK);
            var renderer = new PDFRenderer(document);
            for (int i = 0; i < document.getNumberOfPages(); i++) {
                BufferedImage picture = renderer.renderImageWithDPI(i, 72);
                ImageIO.write(
                        picture,
                        "png",
                        LOOK.resolve(name + "-" + (i + 1) + ".png").toFile());
            }
            var box = document.getPage(0).getMediaBox();
            return new PdfText(
                    text,
                    document.getNumberOfPages(),
                    (float) at.stream()
                            .mapToDouble(one -> one.getXDirAdj() + one.getWidthDirAdj())
                            .max()
                            .orElse(0),
                    (float) at.stream()
                            .mapToDouble(TextPosition::getYDirAdj)
                            .max()
                            .orElse(0),
                    box.getWidth(),
                    box.getHeight());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.rongyi.platform.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gg.jte.output.Utf8ByteOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongyi.platform.ui.web.GalleryPage;
import org.rongyi.platform.ui.web.HelpPage;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

class GalleryTest {

    private static final Path KIT = Path.of("src/main/java/org/rongyi/platform/ui");

    private final Pages pages = new Pages(
            new DefaultListableBeanFactory().getBeanProvider(FrameSource.class),
            Clock.fixed(SampleFrames.TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC));

    @Test
    void everyComponentIsShown() throws IOException {
        var shown = read(KIT.resolve("web/GalleryPage.jte"))
                + read(KIT.resolve("web/galleryData.jte"))
                + read(KIT.resolve("web/galleryForms.jte"))
                + read(KIT.resolve("web/galleryMarks.jte"))
                + read(KIT.resolve("layout.jte"));
        for (var folder : List.of("part", "field", "chart", "home")) {
            try (var files = Files.list(KIT.resolve(folder))) {
                for (var file : files.filter(f -> f.toString().endsWith(".jte")).toList()) {
                    var call = folder + "." + file.getFileName().toString().replace(".jte", "") + "(";
                    boolean inner = List.of("part.mark(", "field.csrf(", "field.wrap(", "field.group(", "field.choice(")
                            .contains(call);
                    assertTrue(inner || shown.contains(call), call + " is missing in the gallery");
                }
            }
        }
    }

    @Test
    void aScriptInANameStaysText() {
        var html = html(new GalleryPage(), SampleFrames.clerk());
        assertFalse(html.contains("<script>alert"));
        assertTrue(html.contains("&lt;script&gt;alert(1)"));
        assertTrue(html.contains("aria-label=\"登记对&lt;script>") || html.contains("aria-label=\"登记对&lt;script&gt;"));
    }

    @Test
    void nothingOnThePageBreaksTheContentSecurityPolicy() {
        for (var frame : List.of(SampleFrames.clerk(), SampleFrames.elder(SampleFrames.visitor()))) {
            var html = html(new GalleryPage(), frame);
            assertFalse(Pattern.compile("<[^>]+\\sstyle=").matcher(html).find());
            assertFalse(Pattern.compile("<[^>]+\\son[a-z]+=").matcher(html).find());
            assertFalse(html.contains("<style"));
            assertFalse(Pattern.compile("<script(?! src=\"/ui/)").matcher(html).find());
            assertFalse(html.contains("data:"));
            assertFalse(Pattern.compile("hx-(on|vals=.js:)").matcher(html).find());
        }
    }

    @Test
    void aPageHasOneHeadingAndNoIdTwice() {
        var html = html(new GalleryPage(), SampleFrames.clerk());
        assertEquals(1, html.split("<h1", -1).length - 1);
        var ids = Pattern.compile("\\sid=\"([^\"]+)\"")
                .matcher(html)
                .results()
                .map(m -> m.group(1))
                .toList();
        assertEquals(ids.stream().distinct().toList(), ids);
        Pattern.compile("<label for=\"([^\"]+)\"")
                .matcher(html)
                .results()
                .forEach(m -> assertTrue(ids.contains(m.group(1))));
        Pattern.compile("href=\"#([^\"]+)\"")
                .matcher(html)
                .results()
                .forEach(m -> assertTrue(ids.contains(m.group(1))));
    }

    @Test
    void aVisitorSeesNoMenuAndMaySignIn() {
        var html = html(new HelpPage(), SampleFrames.visitor());
        assertFalse(html.contains("主菜单"));
        assertTrue(html.contains("href=\"/sign-in\""));
    }

    @Test
    void theElderModeMarksTheWholePage() {
        assertTrue(
                html(new HelpPage(), SampleFrames.elder(SampleFrames.visitor())).contains("class=\"elder\""));
        assertFalse(html(new HelpPage(), SampleFrames.visitor()).contains("class=\"elder\""));
    }

    @Test
    void aFormCarriesTokenCommandAndPost() {
        var html = html(new GalleryPage(), SampleFrames.clerk());
        assertTrue(html.contains("name=\"_csrf\" value=\"t0ken\""));
        assertTrue(Pattern.compile("name=\"_command\" value=\"[0-9a-f]{8}-[0-9a-f]{4}-7")
                .matcher(html)
                .find());
        assertTrue(html.contains("name=\"_post\" value=\"00000000-0000-0000-0000-000000000001\""));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 409, 413, 415, 422, 429, 500, 503})
    void everyErrorSaysWhatHappenedAndWhatToDo(int status) {
        var page = MessagePage.of(status).referredTo("7K2M9QXA");
        var html = html(page, SampleFrames.clerk());
        assertTrue(html.contains(page.title()) && html.contains("7K2M9QXA"));
        assertFalse(page.happened().isBlank() || page.advice().isBlank());
    }

    @Test
    void theStylesheetStaysSmall() throws IOException {
        assertTrue(Files.size(Path.of("src/main/resources/static/ui/rongyi.css")) <= 40 * 1024);
    }

    /** Leaves the pages where somebody can look at them. */
    @Test
    void thePagesCanBeLookedAt() throws IOException {
        var folder = Path.of("target/gallery");
        Files.createDirectories(folder.resolve("ui"));
        Files.copy(
                Path.of("src/main/resources/static/ui/rongyi.css"),
                folder.resolve("ui/rongyi.css"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Files.copy(
                Path.of("src/main/resources/static/ui/mark.svg"),
                folder.resolve("ui/mark.svg"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        write(folder.resolve("gallery.html"), html(new GalleryPage(), SampleFrames.clerk()));
        write(folder.resolve("elder.html"), html(new GalleryPage(), SampleFrames.elder(SampleFrames.clerk())));
        write(folder.resolve("message.html"), html(MessagePage.of(500).referredTo("7K2M9QXA"), SampleFrames.visitor()));
    }

    private static void write(Path file, String html) throws IOException {
        Files.writeString(file, html.replace("\"/ui/", "\"ui/"));
    }

    private String html(Page page, Frame frame) {
        Utf8ByteOutput output = pages.render(page, frame);
        var bytes = new ByteArrayOutputStream();
        try {
            output.writeTo(bytes);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file);
    }
}

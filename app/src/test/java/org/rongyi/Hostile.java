package org.rongyi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.TreeSet;
import java.util.zip.ZipFile;

/** What a stranger types into a form: script, formula and template at once. */
public final class Hostile {

    public static final String NAME = "<script>redteam</script>\"><img onerror=1>";
    public static final String WORDS =
            "=redteam|'/c calc'!A1 <script>redteam</script>\"><img src=x onerror=redteam>'${7*7}{{7*7}}";

    private Hostile() {}

    /** Each of these pages opens and shows it as text; answers how many show it. */
    public static int shownAsText(Browser browser, String... pages) {
        var wrong = new TreeSet<String>();
        int shown = 0;
        for (var page : pages) {
            var answer = browser.get(page);
            assertThat(answer.statusCode()).as(page).isEqualTo(200);
            var body = answer.body();
            boolean html =
                    answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
            if (html
                    && (body.contains("<script>redteam")
                            || body.contains("<img onerror")
                            || body.contains("<img src=x")
                            || body.contains("'49")
                            || body.contains("{49"))) {
                wrong.add(page);
            }
            shown += body.contains("redteam") ? 1 : 0;
        }
        assertThat(wrong).isEmpty();
        return shown;
    }

    /** Each of these workbooks holds it, as text and not as a formula. */
    public static void exportedAsText(Browser browser, String... exports) {
        for (var export : exports) {
            assertThat(everything(browser.download(export)))
                    .as(export)
                    .contains("redteam")
                    .doesNotContain("<f>", "<f ", "<script>");
        }
    }

    private static String everything(byte[] workbook) {
        try {
            var file = Files.write(Files.createTempFile(Path.of("target"), "export", ".xlsx"), workbook);
            var all = new StringBuilder();
            try (var zip = new ZipFile(file.toFile())) {
                for (var entry : Collections.list(zip.entries())) {
                    all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            Files.delete(file);
            return all.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

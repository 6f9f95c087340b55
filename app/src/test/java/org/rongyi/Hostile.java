package org.rongyi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;

/** What a stranger types into a form: script, formula and template at once. */
public final class Hostile {

    private static final String ID = "01966a00-0000-7000-8000-000000000044";

    public static final String NAME = "<script>redteam</script>\"><img onerror=1>";
    public static final String WORDS =
            "=redteam|'/c calc'!A1 <script>redteam</script>\"><img src=x onerror=redteam>'${7*7}{{7*7}}";

    /** One after the other in each parameter of each route, and in each field of each form. */
    public static final List<String> VALUES = List.of(
            "'",
            "<script>redteam</script>",
            "x' union select id::text from person.person --",
            "a\u0000b",
            "99999999999999999999",
            "+999999999-12-31",
            "+999999999-12-31T00:00:00Z_" + ID,
            "' or '1'='1",
            "'; drop table person.person; --",
            "name desc, (select 1/0)",
            "\\",
            "%",
            "\u0000",
            "-1",
            "9223372036854775807",
            "2026-02-30",
            "-4713-01-01",
            "+999999999-12-31_" + ID,
            "9223372036854775807_" + ID,
            "a'b_" + ID,
            "NaN,NaN",
            "1e999,-1e999",
            "[]",
            "{{7*7}}${7*7}#{7*7}",
            "\ud840\udc00\u202e",
            "x".repeat(3_000),
            NAME,
            WORDS);

    private Hostile() {}

    /** So many of them, other ones each turn; the script is always among them. */
    public static List<String> values(int turn, int most) {
        return IntStream.range(0, Math.min(most, VALUES.size()))
                .mapToObj(n -> most >= VALUES.size() || n > 0 ? VALUES.get((turn * most + n) % VALUES.size()) : WORDS)
                .toList();
    }

    /** Whether a page lets it do what it means to. */
    public static boolean isRaw(String html) {
        return html.contains("<script>redteam")
                || html.contains("<img onerror")
                || html.contains("<img src=x")
                || html.contains("'49")
                || html.contains("{49")
                || html.contains("49$");
    }

    /** The same of an answer; what is packed holds any three characters by chance, {@link #exportedAsText} opens it. */
    public static boolean isRaw(HttpResponse<String> answer) {
        var type = answer.headers().firstValue("Content-Type").orElse("");
        return (type.startsWith("text/") || type.contains("json")) && isRaw(answer.body());
    }

    /** Fit for a line of what went wrong. */
    public static String shown(String value) {
        return value.replace("\u0000", "\\0").substring(0, Math.min(40, value.length()));
    }

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
            if (html && isRaw(body)) {
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
            assertThat(textOf(browser.download(export)))
                    .as(export)
                    .contains("redteam")
                    .doesNotContain("<f>", "<f ", "<script>");
        }
    }

    /** Everything in the workbook, sheets and texts. */
    public static String textOf(byte[] workbook) {
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

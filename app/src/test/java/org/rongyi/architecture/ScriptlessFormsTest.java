package org.rongyi.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What each form is written like, those included that no test comes to; FormsTest looks at the forms as they are served, and
 * WithoutScriptsTest sends some from a browser without scripts.
 */
@DisplayName("每一张表不靠脚本：有去处，有提交的按钮，没有要脚本才出来的栏")
class ScriptlessFormsTest {

    private static final Path SOURCES = Path.of("src/main/java/org/rongyi");

    private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);

    /** By the kit, or written out; what is of type button sends nothing. */
    private static final Pattern BUTTON =
            Pattern.compile("ui\\.part\\.(button|confirm)\\(|<button\\b(?![^>]*type=\"button\")|type=\"submit\"");

    /** Up to its end: within it nothing is shown before a script has run. */
    private static final Pattern HIDDEN =
            Pattern.compile("<(\\w+)\\b[^>]*\\shidden(?:\\s[^>]*)?>(?:(.*?)</\\1>)?", Pattern.DOTALL);

    private static final Pattern PART = Pattern.compile("@template\\.org\\.rongyi\\.(?!platform\\.ui\\.)([\\w.]+)\\(");

    private static final Pattern FIELD = Pattern.compile("<(input|select|textarea)\\b|ui\\.field\\.");

    private static final Pattern BY_SCRIPT = Pattern.compile(
            "\\son\\w+=|href=\"#\"|href=\"javascript:|<button\\b(?=[^>]*type=\"button\")(?![^>]*\\shidden)");

    /** Why a form is not sent at all. */
    private static final Map<String, String> OF_THE_DEVICE =
            Map.of("career/placement/web/SlipCheckPage.jte", "核对在本人的设备上做，不许问服务器；不运行脚本的，页上写明用别的工具核对");

    @Test
    void everyFormIsSentByItsButton() throws IOException {
        var wrong = new TreeSet<String>();
        int forms = 0;
        for (var template : templates().entrySet()) {
            var found = FORM.matcher(template.getValue());
            while (found.find()) {
                forms++;
                if (OF_THE_DEVICE.containsKey(template.getKey())) {
                    continue;
                }
                var where = template.getKey() + " " + found.group(1).strip();
                if (!found.group(1).contains("action=") || !found.group(1).contains("method=")) {
                    wrong.add(where + " has no method or goes nowhere");
                }
                if (found.group(1).matches("(?s).*\\shidden\\b.*")) {
                    wrong.add(where + " is hidden");
                }
                if (!BUTTON.matcher(whole(found.group(2))).find()) {
                    wrong.add(where + " has no button that sends it");
                }
                HIDDEN.matcher(found.group(2))
                        .results()
                        .filter(part -> FIELD.matcher(part.group()).find()
                                && !part.group().startsWith("<input type=\"hidden\""))
                        .forEach(part -> wrong.add(where + " hides " + part.group()));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(forms).isGreaterThan(250);
    }

    @Test
    @DisplayName("没有只有脚本才按得动的：只对脚本有用的按钮先藏着，由脚本拿出来")
    void nothingIsPressedInVain() throws IOException {
        var wrong = new TreeSet<String>();
        templates()
                .forEach((name, template) -> BY_SCRIPT
                        .matcher(template)
                        .results()
                        .forEach(found -> wrong.add(name + " " + template.substring(found.start(), found.end()))));
        assertThat(wrong).isEmpty();
    }

    /** With the templates of the room it is put together from. */
    private static String whole(String form) throws IOException {
        var whole = new StringBuilder(form);
        var parts = PART.matcher(form);
        while (parts.find()) {
            whole.append(Files.readString(SOURCES.resolve(parts.group(1).replace('.', '/') + ".jte")));
        }
        return whole.toString();
    }

    private static Map<String, String> templates() throws IOException {
        var templates = new TreeMap<String, String>();
        try (var files = Files.walk(SOURCES)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".jte")).toList()) {
                templates.put(SOURCES.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return templates;
    }
}

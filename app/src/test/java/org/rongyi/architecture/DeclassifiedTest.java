package org.rongyi.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("保密：凡是写字的栏，都提醒不写番号、代号、驻地和密级内容")
class DeclassifiedTest {

    private static final Path MAIN = Path.of("src/main/java");
    private static final String FIELD = "org/rongyi/platform/ui/field/textarea.jte";
    private static final Pattern UNWARNED = Pattern.compile("unwarned = \"([^\"]*)\"");

    @Test
    @DisplayName("写字的栏只有页面组件里的一种，它自带提醒；不提醒的写明为什么")
    void everyTextAreaWarns() throws IOException {
        var own = new TreeSet<String>();
        var unexplained = new TreeSet<String>();
        int used = 0;
        for (var file : templates()) {
            var text = Files.readString(file);
            var name = MAIN.relativize(file).toString();
            if (text.contains("<textarea") && !name.equals(FIELD)) {
                own.add(name);
            }
            used += text.contains("ui.field.textarea(") ? 1 : 0;
            UNWARNED.matcher(text)
                    .results()
                    .map(found -> found.group(1))
                    .filter(why -> why.length() < 4)
                    .forEach(why -> unexplained.add(name));
        }
        assertThat(own).as("a text area of its own has no warning").isEmpty();
        assertThat(unexplained).as("an opt-out gives its reason").isEmpty();
        assertThat(used).isGreaterThan(40);
        assertThat(Files.readString(MAIN.resolve(FIELD)))
                .contains(
                        "@param String unwarned = null",
                        "@if(unwarned == null)",
                        "不写番号、代号、驻地和带密级的内容",
                        "describedBy(name, hint, unwarned == null)");
    }

    private static List<Path> templates() {
        try (var all = Files.walk(MAIN)) {
            return all.filter(path -> path.toString().endsWith(".jte")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

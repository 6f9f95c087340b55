package org.rongyi.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("docs/asvs.md：二级的每一条都写到，点名的类和方法都在")
class AsvsTest {

    private static final Path PAGE = Path.of("..", "docs", "asvs.md");

    /** Not of this program: a class of the JDK, a header. */
    private static final List<String> FOREIGN = List.of("SecureRandom", "Server");

    /** Requirements of levels 1 and 2 of ASVS 4.0.3, section by section. */
    private static final Map<String, String> LEVEL_2 = Map.ofEntries(
            Map.entry("1.1", "1 2 3 4 5 6 7"),
            Map.entry("1.2", "1 2 3 4"),
            Map.entry("1.4", "1 4 5"),
            Map.entry("1.5", "1 2 3 4"),
            Map.entry("1.6", "1 2 3 4"),
            Map.entry("1.7", "1 2"),
            Map.entry("1.8", "1 2"),
            Map.entry("1.9", "1 2"),
            Map.entry("1.10", "1"),
            Map.entry("1.11", "1 2"),
            Map.entry("1.12", "2"),
            Map.entry("1.14", "1 2 3 4 5 6"),
            Map.entry("2.1", "1 2 3 4 5 6 7 8 9 10 11 12"),
            Map.entry("2.2", "1 2 3"),
            Map.entry("2.3", "1 2 3"),
            Map.entry("2.4", "1 2 3 4 5"),
            Map.entry("2.5", "1 2 3 4 5 6 7"),
            Map.entry("2.6", "1 2 3"),
            Map.entry("2.7", "1 2 3 4 5 6"),
            Map.entry("2.8", "1 2 3 4 5 6 7"),
            Map.entry("2.9", "1 2 3"),
            Map.entry("2.10", "1 2 3 4"),
            Map.entry("3.1", "1"),
            Map.entry("3.2", "1 2 3 4"),
            Map.entry("3.3", "1 2 3 4"),
            Map.entry("3.4", "1 2 3 4 5"),
            Map.entry("3.5", "1 2 3"),
            Map.entry("3.7", "1"),
            Map.entry("4.1", "1 2 3 5"),
            Map.entry("4.2", "1 2"),
            Map.entry("4.3", "1 2 3"),
            Map.entry("5.1", "1 2 3 4 5"),
            Map.entry("5.2", "1 2 3 4 5 6 7 8"),
            Map.entry("5.3", "1 2 3 4 5 6 7 8 9 10"),
            Map.entry("5.4", "1 2 3"),
            Map.entry("5.5", "1 2 3 4"),
            Map.entry("6.1", "1 2 3"),
            Map.entry("6.2", "1 2 3 4 5 6"),
            Map.entry("6.3", "1 2"),
            Map.entry("6.4", "1 2"),
            Map.entry("7.1", "1 2 3 4"),
            Map.entry("7.2", "1 2"),
            Map.entry("7.3", "1 3 4"),
            Map.entry("7.4", "1 2 3"),
            Map.entry("8.1", "1 2 3 4"),
            Map.entry("8.2", "1 2 3"),
            Map.entry("8.3", "1 2 3 4 5 6 7 8"),
            Map.entry("9.1", "1 2 3"),
            Map.entry("9.2", "1 2 3 4"),
            Map.entry("10.2", "1 2"),
            Map.entry("10.3", "1 2 3"),
            Map.entry("11.1", "1 2 3 4 5 6 7 8"),
            Map.entry("12.1", "1 2 3"),
            Map.entry("12.2", "1"),
            Map.entry("12.3", "1 2 3 4 5 6"),
            Map.entry("12.4", "1 2"),
            Map.entry("12.5", "1 2"),
            Map.entry("12.6", "1"),
            Map.entry("13.1", "1 3 4 5"),
            Map.entry("13.2", "1 2 3 5 6"),
            Map.entry("13.3", "1 2"),
            Map.entry("13.4", "1 2"),
            Map.entry("14.1", "1 2 3 4"),
            Map.entry("14.2", "1 2 3 4 5 6"),
            Map.entry("14.3", "2 3"),
            Map.entry("14.4", "1 2 3 4 5 6 7"),
            Map.entry("14.5", "1 2 3 4"));

    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\d.])(\\d{1,2}\\.\\d{1,2})(?:\\.(\\d{1,2}))?(?:–\\d{1,2}\\.\\d{1,2}\\.(\\d{1,2}))?(?![\\d.]*\\d)");
    private static final Pattern NAMED = Pattern.compile("`([A-Z][A-Za-z0-9]+)(?:\\.([a-z][A-Za-z0-9]+))?`");

    @Test
    void everyRequirementIsThere() throws IOException {
        var said = new TreeSet<String>();
        NUMBER.matcher(Files.readString(PAGE)).results().forEach(one -> {
            if (one.group(2) == null) {
                said.add(one.group(1));
                return;
            }
            int first = Integer.parseInt(one.group(2));
            int last = one.group(3) == null ? first : Integer.parseInt(one.group(3));
            for (int n = first; n <= last; n++) {
                said.add(one.group(1) + "." + n);
            }
        });
        var missing = new ArrayList<String>();
        LEVEL_2.forEach((section, numbers) -> {
            for (var number : numbers.split(" ")) {
                if (!said.contains(section + "." + number) && !said.contains(section)) {
                    missing.add(section + "." + number);
                }
            }
        });
        assertThat(missing).isEmpty();
    }

    @Test
    void whatIsNamedIsThere() throws IOException {
        var sources = new HashMap<String, Path>();
        try (var files = Files.walk(Path.of("src"))) {
            files.filter(file -> file.toString().matches(".*\\.(java|jte)"))
                    .forEach(file -> sources.put(file.getFileName().toString().replace(".java", ""), file));
        }
        for (var page : List.of("ARCHITECTURE.md", "STYLE.md")) {
            sources.put(page, Path.of("..", page));
        }
        var wrong = new ArrayList<String>();
        for (var one : NAMED.matcher(Files.readString(PAGE)).results().toList()) {
            var file = sources.get(one.group(1) + "." + one.group(2));
            if (file != null) {
                assertThat(file).exists();
                continue;
            }
            var source = sources.get(one.group(1));
            if (source == null) {
                if (!FOREIGN.contains(one.group(1))) {
                    wrong.add(one.group());
                }
            } else if (one.group(2) != null && !Files.readString(source).contains(" " + one.group(2) + "(")) {
                wrong.add(one.group());
            }
        }
        assertThat(wrong).isEmpty();
    }
}

package org.rongyi.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * A value nobody has confirmed is marked where it is shown: by the page ({@code restsOn}), by its template
 * ({@code part.proposed}), or in the sentence that names it. Who reads one for a screen, and does none of it, stands here.
 */
@DisplayName("系统默认，待业务确认：用到的数和名录，显示的地方都标出来")
class ProposedMarkTest {

    private static final Path MAIN = Path.of("src/main/java/org/rongyi");
    private static final Path POLICY = Path.of("src/main/resources/policy");
    private static final Pattern ID = Pattern.compile("^  - id: (\\S+)");
    private static final Pattern CONSTANT = Pattern.compile("static final String ([A-Z_]+) =\\s*\"([a-z0-9.-]+)\"");
    private static final Pattern RESTS = Pattern.compile("restsOn\\(\\) \\{(.*?)\\n    }", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("\"([a-z]+\\.[a-z0-9.-]+)\"");

    /** Read for a screen, and shown nowhere: why. Begins of file names below {@code org/rongyi}. */
    private static final Map<String, String> UNSEEN = Map.of(
            "care/fund/web/GiftTrace.java", "只取用途的名称，写在已经记下的捐赠上",
            "care/fund/raising/web/RaisingDesk.java", "只取用途的名称，写在已经公布的公开情况上",
            "care/fund/web/Purposes.java", "名称表；选用途的页面自己标",
            "care/need/web/NeedPanel.java", "档案页的一行，只取名称；需求页上标",
            "care/relief/emergency/web/EmergencyPanel.java", "档案页的一行，只取名称；办件页上标",
            "care/need/web/NeedHome.java", "首页卡片，只有件数");

    @Test
    @DisplayName("页面上读参数、名录的，没有一处不标")
    void whoReadsOneForAScreenMarksIt() {
        var proposed = proposed();
        var constants = constants(proposed);
        var silent = new TreeSet<String>();
        int readers = 0;
        for (var file : files(".java")) {
            var name = MAIN.relativize(file).toString();
            if (!name.contains("/web/") && !name.endsWith("Controller.java")) {
                continue;
            }
            var text = read(file);
            var found = proposed.stream()
                    .filter(id -> text.contains("\"" + id + "\"")
                            || constants.getOrDefault(id, Set.of()).stream().anyMatch(text::contains))
                    .collect(Collectors.toCollection(TreeSet::new));
            if (found.isEmpty() || UNSEEN.containsKey(name)) {
                continue;
            }
            readers++;
            if (!marks(file, text)) {
                silent.add(name + " " + found);
            }
        }
        assertThat(silent).isEmpty();
        assertThat(readers).isGreaterThan(20);
    }

    @Test
    @DisplayName("页面说自己依据的参数、名录都真有；办法写了的不标")
    void whatAPageRestsOnIsThere() {
        var all = ids(any -> true);
        var missing = new TreeSet<String>();
        int said = 0;
        for (var file : files(".java")) {
            var found = RESTS.matcher(read(file));
            while (found.find()) {
                for (var id : QUOTED.matcher(found.group(1))
                        .results()
                        .map(one -> one.group(1))
                        .toList()) {
                    said++;
                    if (!all.contains(id)) {
                        missing.add(MAIN.relativize(file) + " " + id);
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(said).isGreaterThan(30);
        assertThat(proposed()).contains("access.sms.minutes", "need.kind").doesNotContain("relief.hardship.bar.years");
    }

    /** A page beside it that says so, a template beside it with the mark, or the words themselves. */
    private static boolean marks(Path file, String text) {
        if (text.contains("isProposed(") || text.contains("待业务确认") || text.contains("restsOn()")) {
            return true;
        }
        try (var beside = Files.list(file.getParent())) {
            return beside.map(ProposedMarkTest::read)
                    .anyMatch(other -> other.contains("restsOn()") || other.contains("part.proposed("));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As code outside and inside the class writes them: {@code OpenRecovery.GROUNDS}. */
    private static Map<String, Set<String>> constants(Set<String> proposed) {
        var names = new HashMap<String, Set<String>>();
        for (var file : files(".java")) {
            var simple = file.getFileName().toString().replace(".java", "");
            CONSTANT.matcher(read(file))
                    .results()
                    .filter(one -> proposed.contains(one.group(2)))
                    .forEach(one -> names.computeIfAbsent(one.group(2), any -> new TreeSet<>())
                            .add(simple + "." + one.group(1)));
        }
        return names;
    }

    private static Set<String> proposed() {
        return ids(block -> block.contains("certainty: PROPOSED"));
    }

    private static Set<String> ids(java.util.function.Predicate<String> wanted) {
        var ids = new TreeSet<String>();
        for (var file : files(POLICY, ".yaml")) {
            String id = null;
            var block = new StringBuilder();
            for (var line : (read(file) + "\n  - id: end").lines().toList()) {
                var found = ID.matcher(line);
                if (found.find()) {
                    if (id != null && wanted.test(block.toString())) {
                        ids.add(id);
                    }
                    id = found.group(1);
                    block.setLength(0);
                }
                block.append(line).append('\n');
            }
        }
        return ids;
    }

    private static List<Path> files(String ending) {
        return files(MAIN, ending);
    }

    private static List<Path> files(Path root, String ending) {
        try (var all = Files.walk(root)) {
            return all.filter(path -> path.toString().endsWith(ending)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

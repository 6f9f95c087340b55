package org.rongyi.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("整洁：烟雾报警器，不是目标")
class TidyTest {

    private static final Path MAIN = Path.of("src/main/java");
    private static final int LONGEST_FILE = 400;
    private static final int LONGEST_TEMPLATE = 160;
    private static final Pattern VAGUE = Pattern.compile("(Impl|Utils?|Manager|Helper|Dto|VO)\\.java$");

    /** What the house does not do, and what to do instead. */
    private static final List<Ban> BANS = List.of(
            new Ban(
                    Pattern.compile("LocalDate\\.now\\(\\)|Instant\\.now\\(\\)|OffsetDateTime\\.now\\(\\)"),
                    "use the injected Clock"),
            new Ban(Pattern.compile("@Autowired"), "inject by constructor"),
            new Ban(Pattern.compile("\\b(TODO|FIXME|XXX)\\b"), "finish it"),
            new Ban(Pattern.compile("^import lombok\\."), "write a record"));

    private static final List<Ban> TEMPLATE_BANS = List.of(
            new Ban(Pattern.compile("\\sstyle=\"|\\son[a-z]+=\"|<style|<script(?! src=)"), "the CSP forbids it"),
            new Ban(Pattern.compile("\\$unsafe"), "everything is escaped"));

    /** A narrow mark between two Chinese characters. */
    private static final Pattern HALF_WIDTH =
            Pattern.compile("\\p{IsHan}[）》”]?([,:;()]\\s?[（《“]?\\p{IsHan}|[,:;]$)|^[,:;]\\p{IsHan}");

    /** Regular expressions, whose brackets are not punctuation. */
    private static final List<String> PATTERNS = List.of("demo/DemoNetwork.java");

    /** Somebody's own devices are no record of the office. */
    private static final List<String> NOT_FOR_PAPER = List.of("SessionsPage.jte");

    private record Ban(Pattern pattern, String instead) {}

    @Test
    @DisplayName("文件不长，名字不含糊")
    void filesAreShortAndNamedForWhatTheyAre() {
        var wrong = new ArrayList<String>();
        for (var file : files(".java")) {
            if (lines(file).size() > LONGEST_FILE) {
                wrong.add(file + " has more than " + LONGEST_FILE + " lines");
            }
            if (VAGUE.matcher(file.toString()).find()) {
                wrong.add(file + " is named for nothing");
            }
        }
        for (var file : files(".jte")) {
            if (lines(file).size() > LONGEST_TEMPLATE && !file.toString().contains("allery")) {
                wrong.add(file + " has more than " + LONGEST_TEMPLATE + " lines");
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    @DisplayName("不许的写法一处也没有")
    void nothingBannedIsWritten() {
        var wrong = new ArrayList<String>();
        files(".java").forEach(file -> check(file, BANS, wrong));
        files(".jte").forEach(file -> check(file, TEMPLATE_BANS, wrong));
        assertThat(wrong).isEmpty();
    }

    @Test
    @DisplayName("每个页面记录旁边有同名模板")
    void everyTemplateStandsBesideItsPage() {
        var wrong = new ArrayList<Path>();
        for (var template : files("Page.jte")) {
            var page = Path.of(template.toString().replaceFirst("\\.jte$", ".java"));
            if (!Files.exists(page)) {
                wrong.add(template);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    @DisplayName("每个列表都能打印成台账")
    void everyListCanBePrinted() {
        var wrong = files("Page.jte").stream()
                .filter(file -> !NOT_FOR_PAPER.contains(String.valueOf(file.getFileName())))
                .filter(file -> String.join("\n", lines(file)).contains("part.table("))
                .filter(file -> !String.join("\n", lines(file)).contains("part.printButton(")
                        && !String.join("\n", lines(file)).contains("part.listButtons("))
                .toList();
        assertThat(wrong).isEmpty();
    }

    @Test
    @DisplayName("中文里用全角标点：逗号、冒号、分号、括号")
    void chineseIsPunctuatedAsChinese() throws IOException {
        var wrong = ChineseTexts.all().stream()
                .filter(text -> HALF_WIDTH.matcher(text.words()).find())
                .filter(text -> PATTERNS.stream().noneMatch(text.place()::contains))
                .map(text -> text.place() + " " + text.words().strip())
                .toList();
        assertThat(wrong).isEmpty();
    }

    private static void check(Path file, List<Ban> bans, List<String> wrong) {
        int number = 0;
        for (var line : lines(file)) {
            number++;
            for (var ban : bans) {
                if (ban.pattern().matcher(line).find()) {
                    wrong.add(file + ":" + number + " " + ban.instead() + ": " + line.strip());
                }
            }
        }
    }

    private static List<Path> files(String ending) {
        try (Stream<Path> all = Files.walk(MAIN)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

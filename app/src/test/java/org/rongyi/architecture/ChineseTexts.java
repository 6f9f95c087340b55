package org.rongyi.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What people read: the lines of templates, the texts in Java, and the lists of the policy; never a comment. */
final class ChineseTexts {

    private static final Path JAVA = Path.of("src", "main", "java");
    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    private ChineseTexts() {}

    /** A piece with Chinese in it, and where it stands. */
    record Text(String place, String words) {}

    static List<Text> all() throws IOException {
        var texts = new ArrayList<Text>();
        for (var file : files(JAVA, ".java")) {
            each(file, (place, line) -> {
                if (!isComment(line)) {
                    TEXT.matcher(line).results().forEach(found -> add(texts, place, found.group(1)));
                }
            });
        }
        for (var file : files(JAVA, ".jte")) {
            each(file, (place, line) -> add(texts, place, line.replaceAll("<%--.*?--%>", "")));
        }
        for (var file : files(RESOURCES, ".yaml")) {
            each(file, (place, line) -> add(texts, place, line.replaceAll("^\\s*#.*", "")));
        }
        return texts;
    }

    private static void add(List<Text> texts, String place, String words) {
        if (CHINESE.matcher(words).find()) {
            texts.add(new Text(place, words));
        }
    }

    private static boolean isComment(String line) {
        var stripped = line.strip();
        return stripped.startsWith("*") || stripped.startsWith("/*") || stripped.startsWith("//");
    }

    private interface Line {
        void at(String place, String line);
    }

    private static void each(Path file, Line take) throws IOException {
        int number = 0;
        for (var line : Files.readAllLines(file)) {
            number++;
            take.at(file + ":" + number, line);
        }
    }

    private static List<Path> files(Path root, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }
}

package org.rongyi.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** 词汇: {@code glossary.yaml}, read. */
record Glossary(List<Term> terms) {

    private static final Path FILE = Path.of("..", "glossary.yaml");

    /** @param forbidden words that mean the same and are not ours */
    record Term(String id, String zh, String en, List<String> code, String is, String source, List<String> forbidden) {}

    static Glossary read() throws IOException {
        var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        Map<String, List<Map<String, Object>>> file = yaml.load(Files.readString(FILE));
        return new Glossary(file.get("terms").stream().map(Glossary::term).toList());
    }

    /** Everything of the code that has an entry. */
    Set<String> code() {
        return terms.stream().flatMap(term -> term.code().stream()).collect(Collectors.toSet());
    }

    /** GLOSSARY.md, word for word. */
    String page() {
        var page = new StringBuilder("""
                # Glossary

                Written by `GlossaryTest` from `glossary.yaml`; change the words there.

                | 中文 | English | in code | what it is | not |
                |---|---|---|---|---|
                """);
        for (var term : terms) {
            var source = term.source().isEmpty() ? "" : "（" + term.source() + "）";
            page.append("| %s | %s | %s | %s | %s |\n"
                    .formatted(
                            term.zh(),
                            term.en(),
                            term.code().stream().map(name -> "`" + name + "`").collect(Collectors.joining(", ")),
                            term.is() + source,
                            String.join("、", term.forbidden())));
        }
        return page.toString();
    }

    private static Term term(Map<String, Object> entry) {
        return new Term(
                text(entry, "id"),
                text(entry, "zh"),
                text(entry, "en"),
                list(entry, "code"),
                text(entry, "is"),
                text(entry, "source"),
                list(entry, "forbidden"));
    }

    private static String text(Map<String, Object> entry, String key) {
        return entry.getOrDefault(key, "").toString();
    }

    private static List<String> list(Map<String, Object> entry, String key) {
        return ((List<?>) entry.getOrDefault(key, List.of()))
                .stream().map(Object::toString).toList();
    }
}

package org.rongyi.platform.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.springframework.beans.factory.annotation.Autowired;

@RongyiTest
@DisplayName("哪间屋读了哪项参数，变更之前就说得出来")
class PolicyReadersTest {

    private static final Path ROOMS = Path.of("src/main/java/org/rongyi");

    /** Data that names parameters: the routes, those of the tests too, and the statements people are asked by. */
    private static final List<Path> DATA = List.of(
            Path.of("src/main/resources/approval"),
            Path.of("src/test/resources/approval"),
            Path.of("src/main/resources/consent"));

    @Autowired
    private Policy policy;

    @Autowired
    private List<PolicyReader> readers;

    @Test
    @DisplayName("代码里写到的参数，都有一个 PolicyReader 认领；认领的都真有")
    void whoeverReadsAParameterSaysSo() throws IOException {
        var ids = policy.parameters().stream().map(Parameter::id).collect(Collectors.toSet());
        var said = readers.stream()
                .flatMap(reader -> reader.reads().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        var read = new TreeSet<String>();
        try (var files = Files.walk(ROOMS)) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                var source = Files.readString(file);
                ids.stream().filter(id -> source.contains('"' + id + '"')).forEach(read::add);
            }
        }
        for (var folder : DATA) {
            try (var files = Files.walk(folder)) {
                for (var file :
                        files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
                    var source = Files.readString(file);
                    ids.stream()
                            .filter(id -> Pattern.compile(": " + Pattern.quote(id) + "[\\s,}]")
                                    .matcher(source)
                                    .find())
                            .forEach(read::add);
                }
            }
        }
        assertThat(read).isNotEmpty();
        assertThat(said).isEqualTo(read);
    }
}

package org.rongyi.network.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.architecture.Program;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.Act.Outcome;

@DisplayName("留痕的中文：每一种办理、每一种没有办成都有说法")
class TrailWordsTest {

    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern NOTED = Pattern.compile("AuditTrail\\.Entry\\(\"(\\w+)\"");

    /** How signing in ends, and what the runner of acts itself refuses. */
    private static final Set<String> OTHER_ENDS = Set.of(
            "Wrong",
            "CodeWrong",
            "NoMatch",
            "BadSignature",
            "Replayed",
            "ScopeMissing",
            "NotAnswered",
            "TooMany",
            "Locked",
            "Held",
            "NotFound",
            "NotAllowed",
            "NotLinked",
            "NotTrusted",
            "TakenByAnother");

    /** What the trail's own statement leaves beside an act's entry. */
    private static final String BESIDE = "AnchorRows";

    private final TrailWords words = new TrailWords();

    @Test
    @DisplayName("每一种办理都有中文，没有的办理不留在表里")
    void everyActIsNamed() throws IOException {
        var acts = new TreeSet<>(Set.of(BESIDE));
        for (var act : acts()) {
            acts.add(act.getSimpleName());
        }
        try (var files = Files.walk(SOURCES)) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                NOTED.matcher(Files.readString(file)).results().forEach(found -> acts.add(found.group(1)));
            }
        }
        assertThat(acts).hasSizeGreaterThan(30).contains("RecordVisit", "SignIn");
        assertThat(words.acts()).containsExactlyInAnyOrderElementsOf(acts);
    }

    @Test
    @DisplayName("每一种没有办成都有中文")
    void everyRefusalIsNamed() {
        var ends = new TreeSet<>(OTHER_ENDS);
        for (var act : acts()) {
            Arrays.stream(act.reflect().getDeclaredMethods())
                    .filter(method -> method.getName().equals("run") && !method.isBridge())
                    .map(method -> (Class<?>) method.getReturnType())
                    .filter(type -> type.isSealed() && Outcome.class.isAssignableFrom(type))
                    .flatMap(type -> Arrays.stream(type.getPermittedSubclasses()))
                    .filter(Outcome.Refused.class::isAssignableFrom)
                    .forEach(end -> ends.add(end.getSimpleName()));
        }
        assertThat(ends).hasSizeGreaterThan(50);
        assertThat(words.ends()).containsExactlyInAnyOrderElementsOf(ends);
    }

    private static Set<JavaClass> acts() {
        return Set.copyOf(Program.classes().stream()
                .filter(type -> type.isAssignableTo(Act.class)
                        && !type.isInterface()
                        && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .toList());
    }
}

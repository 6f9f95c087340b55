package org.rongyi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("巡查走不到的页：名单上的页都在，写着的测试都真的检查无障碍，还没有人看的只减不增")
class BesideTheWalkTest {

    /** How many pages nobody looks at yet; it may only fall. */
    private static final long UNSEEN = 0;

    private static final Path TESTS = Path.of("src/test/java/org/rongyi/journey");

    @Test
    void everyLineIsTrue() throws IOException {
        var wrong = new TreeSet<String>();
        var all = LookedAt.all();
        for (var line : BesideTheWalk.read().entrySet()) {
            if (!all.contains(line.getKey())) {
                wrong.add(line.getKey() + " is no page");
            }
            if (!line.getValue().equals(BesideTheWalk.NOBODY) && !looks(TESTS.resolve(line.getValue() + ".java"))) {
                wrong.add(line.getKey() + ": " + line.getValue() + " looks for no barriers");
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void nobodyAddsAPageThatIsNotLookedAt() {
        assertThat(BesideTheWalk.read().values().stream()
                        .filter(BesideTheWalk.NOBODY::equals)
                        .count())
                .isEqualTo(UNSEEN);
    }

    private static boolean looks(Path test) throws IOException {
        return Files.exists(test) && Files.readString(test).contains("barriers(");
    }
}

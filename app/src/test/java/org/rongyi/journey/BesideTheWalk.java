package org.rongyi.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Pages to which no menu and no first record leads, and the browser test that looks at each of them instead. */
final class BesideTheWalk {

    static final Path LIST = Path.of("src/test/resources/screens/beside-the-walk.txt");

    /** Instead of a test: nobody looks at this page yet. */
    static final String NOBODY = "-";

    private static final String PREFIX = "org.rongyi.";

    private BesideTheWalk() {}

    /** The class of the page, and the test's simple name. */
    static Map<String, String> read() {
        var pages = new TreeMap<String, String>();
        try {
            for (var line : Files.readAllLines(LIST)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    int gap = line.indexOf(' ');
                    pages.put(PREFIX + line.substring(0, gap), line.substring(gap + 1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pages;
    }

    /** The pages a test stands for. */
    static Set<String> of(Class<?> test) {
        return read().entrySet().stream()
                .filter(line -> line.getValue().equals(test.getSimpleName()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}

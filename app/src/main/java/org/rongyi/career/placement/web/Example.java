package org.rongyi.career.placement.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.rongyi.career.placement.allocation.Mechanism;

/** A small problem of each mechanism to try. */
final class Example {

    private Example() {}

    /** Empty for a name that is none. */
    static String text(String name) {
        for (var mechanism : Mechanism.values()) {
            if (mechanism.code().equals(name)) {
                return read("/placement/" + name + ".json");
            }
        }
        return "";
    }

    private static String read(String path) {
        try (var in = Example.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("an example is missing: " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

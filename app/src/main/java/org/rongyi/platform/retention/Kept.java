package org.rongyi.platform.retention;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What is not deleted by itself, and why: {@code retention/kept.yaml}. */
public record Kept(String zh, String why) {

    static List<Kept> read() {
        try (var in = Kept.class.getResourceAsStream("/retention/kept.yaml")) {
            Map<String, List<Map<String, String>>> root = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return root.getOrDefault("kept", List.of()).stream()
                    .map(one -> new Kept(one.getOrDefault("zh", ""), one.getOrDefault("why", "")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.rongyi.platform.policy;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** One file of {@code policy/}: parameters and lists, as their owners write them. */
record PolicyFile(List<Parameter> parameters, Map<String, List<Choice>> choices) {

    static PolicyFile read(String name, InputStream in) {
        Map<?, ?> root = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        var parameters = new ArrayList<Parameter>();
        var choices = new LinkedHashMap<String, List<Choice>>();
        for (var item : list(root.get("parameters"))) {
            parameters.add(parameter(name, item));
        }
        for (var item : list(root.get("lists"))) {
            var entries = list(item.get("entries")).stream()
                    .map(entry -> new Choice(
                            text(name, entry, "code"), text(name, entry, "zh"), date(name, entry, "from"), to(entry)))
                    .toList();
            choices.put(text(name, item, "id"), entries);
        }
        return new PolicyFile(parameters, choices);
    }

    private static Parameter parameter(String name, Map<?, ?> item) {
        var values = list(item.get("values")).stream()
                .map(value -> new Parameter.Value(
                        date(name, value, "from"),
                        Integer.parseInt(text(name, value, "value")),
                        text(name, value, "document"),
                        text(name, value, "certainty")))
                .toList();
        return new Parameter(text(name, item, "id"), text(name, item, "zh"), text(name, item, "unit"), values);
    }

    private static List<Map<?, ?>> list(@Nullable Object node) {
        var items = new ArrayList<Map<?, ?>>();
        if (node instanceof List<?> many) {
            many.forEach(item -> items.add((Map<?, ?>) item));
        }
        return items;
    }

    private static String text(String file, Map<?, ?> item, String key) {
        var value = item.get(key);
        if (value == null) {
            throw new IllegalStateException(file + ": 缺少 " + key + " 于 " + item);
        }
        return value.toString();
    }

    private static LocalDate date(String file, Map<?, ?> item, String key) {
        return LocalDate.parse(text(file, item, key));
    }

    private static @Nullable LocalDate to(Map<?, ?> item) {
        var value = item.get("to");
        return value == null ? null : LocalDate.parse(value.toString());
    }
}

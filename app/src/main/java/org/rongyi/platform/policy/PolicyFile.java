package org.rongyi.platform.policy;

import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.DivisionCode;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** One file of {@code policy/}: parameters and lists of a room, as their owners write them. */
record PolicyFile(List<Parameter> parameters, List<ChoiceList> lists) {

    static PolicyFile read(String name, InputStream in) {
        Map<?, ?> root = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        var room = text(name, root, "room");
        return new PolicyFile(
                items(root.get("parameters")).stream()
                        .map(item -> parameter(name, room, item))
                        .toList(),
                items(root.get("lists")).stream()
                        .map(item -> list(name, room, item))
                        .toList());
    }

    private static @Nullable BigDecimal number(Map<?, ?> item, String key) {
        var found = item.get(key);
        return found == null ? null : new BigDecimal(found.toString());
    }

    private static Parameter parameter(String name, String room, Map<?, ?> item) {
        var values = items(item.get("values")).stream()
                .map(value -> new Parameter.Value(
                        date(name, value, "from"),
                        to(value),
                        new BigDecimal(text(name, value, "value")),
                        source(name, value),
                        places(value),
                        value.get("days") != null && Certainty.of(text(name, value, "days")) == Certainty.PROPOSED))
                .toList();
        var awaits = item.get("awaits");
        if (values.isEmpty() && awaits == null) {
            throw new IllegalStateException(name + ": 没有取值，也没有写等哪个文件（awaits）于 " + item);
        }
        return new Parameter(
                text(name, item, "id"),
                text(name, item, "zh"),
                text(name, item, "unit"),
                room,
                new Parameter.Reckoned(
                        is(item, "fractions"), is(item, "byPlace"), number(item, "least"), number(item, "most")),
                awaits == null ? "" : awaits.toString(),
                values);
    }

    private static boolean is(Map<?, ?> item, String key) {
        return Boolean.TRUE.equals(item.get(key));
    }

    private static ChoiceList list(String name, String room, Map<?, ?> item) {
        var source = source(name, item);
        var entries = items(item.get("entries")).stream()
                .map(entry -> new Choice(
                        text(name, entry, "code"),
                        text(name, entry, "zh"),
                        date(name, entry, "from"),
                        to(entry),
                        places(entry),
                        entry.get("document") == null ? source : source(name, entry)))
                .toList();
        return new ChoiceList(text(name, item, "id"), text(name, item, "zh"), room, source, entries);
    }

    private static Source source(String name, Map<?, ?> item) {
        var article = item.get("article");
        return new Source(
                text(name, item, "document"),
                article == null ? null : article.toString(),
                Certainty.of(text(name, item, "certainty")));
    }

    private static List<DivisionCode> places(Map<?, ?> value) {
        return value.get("regions") instanceof List<?> codes
                ? codes.stream()
                        .map(code -> new DivisionCode(Long.parseLong(code.toString())))
                        .toList()
                : List.of();
    }

    private static List<Map<?, ?>> items(@Nullable Object node) {
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

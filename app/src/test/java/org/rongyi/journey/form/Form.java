package org.rongyi.journey.form;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * A form as a page shows it.
 *
 * @param action where it is sent, with its query
 * @param files whether it carries files
 * @param sends whether a button sends it as it stands, without a script
 * @param scripted fields that only a script would bring to light or fill: within something hidden, or a choice of nothing
 */
record Form(String action, boolean files, List<Field> fields, boolean sends, List<String> scripted) {

    private static final Pattern WHOLE = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern TAG =
            Pattern.compile("<(/?)([a-z][a-z0-9]*)((?:\\s+[^\\s=>\"]+(?:=\"[^\"]*\"|='[^']*')?)*)\\s*/?>|([^<]+)");
    private static final Pattern ATTRIBUTE = Pattern.compile("([^\\s=>\"]+)(?:=\"([^\"]*)\"|='([^']*)')?");

    private static final Set<String> VOID =
            Set.of("input", "br", "hr", "img", "wbr", "use", "path", "circle", "source");

    /** How a field is filled in. */
    enum Kind {
        HIDDEN,
        TEXT,
        LONG,
        DATE,
        TIME,
        NUMBER,
        PASSWORD,
        FILE,
        SELECT,
        RADIO,
        BOX,
        BUTTON
    }

    /**
     * All inputs of one name, and of one kind.
     *
     * @param label what stands beside it, the words of its group before it
     * @param values what may be chosen; of what is typed, what stands there
     * @param chosen those of the values that come chosen
     * @param id of the first input, which its error names
     */
    record Field(String name, Kind kind, String label, List<String> values, List<String> chosen, String id) {

        boolean isOptional() {
            return label.contains("（选填）");
        }

        boolean isTyped() {
            return switch (kind) {
                case TEXT, LONG, DATE, TIME, NUMBER, PASSWORD -> true;
                case HIDDEN, FILE, SELECT, RADIO, BOX, BUTTON -> false;
            };
        }
    }

    /** Whether there is anything to fill in; a list that its reader may do nothing about has its form without. */
    boolean isFilledIn() {
        return fields.stream().anyMatch(field -> field.kind() != Kind.HIDDEN);
    }

    /** The same, sent elsewhere. */
    Form to(String address) {
        return new Form(address, files, fields, sends, scripted);
    }

    /** Every form of the page that is posted. */
    static List<Form> in(String html, String path) {
        var forms = new ArrayList<Form>();
        var found = WHOLE.matcher(html);
        while (found.find()) {
            var head = attributes(found.group(1));
            if ("post".equalsIgnoreCase(head.get("method"))) {
                var action = head.getOrDefault("action", "");
                var reader = new Reader(head.containsKey("hidden"));
                var fields = reader.read(found.group(2));
                forms.add(new Form(
                        action.isEmpty() ? path.replaceAll("\\?.*", "") : action,
                        "multipart/form-data".equals(head.get("enctype")),
                        fields,
                        reader.sends,
                        reader.scripted(fields)));
            }
        }
        return forms;
    }

    /** Attributes by name, their entities undone. */
    private static Map<String, String> attributes(String text) {
        var all = new LinkedHashMap<String, String>();
        var found = ATTRIBUTE.matcher(text);
        while (found.find()) {
            var value = found.group(2) != null ? found.group(2) : found.group(3);
            all.put(found.group(1), value == null ? "" : HtmlUtils.htmlUnescape(value));
        }
        return all;
    }

    /** Goes through the tags of one form. */
    private static final class Reader {

        private final Map<String, Field> fields = new LinkedHashMap<>();
        private final Map<String, String> labels = new LinkedHashMap<>();
        private String group = "";
        private @Nullable StringBuilder words;
        private String of = "";
        private @Nullable Field select;
        private @Nullable String area;

        /** What is open, and whether it is hidden. */
        private final Deque<Map.Entry<String, Boolean>> open = new ArrayDeque<>();

        private final Set<String> unseen = new TreeSet<>();
        private boolean sends;

        Reader(boolean hidden) {
            open.push(Map.entry("form", hidden));
        }

        List<String> scripted(List<Field> fields) {
            var scripted = new TreeSet<>(unseen);
            fields.stream()
                    .filter(field ->
                            field.kind() == Kind.SELECT && field.values().isEmpty())
                    .forEach(field -> scripted.add(field.name()));
            return List.copyOf(scripted);
        }

        private boolean isHidden() {
            return open.stream().anyMatch(Map.Entry::getValue);
        }

        /** A field or a button that is not there before a script has run cannot be reached without one. */
        private void look(String tag, Map<String, String> attributes) {
            boolean hidden = isHidden() || attributes.containsKey("hidden");
            var type = attributes.getOrDefault("type", "");
            boolean button = tag.equals("button") || type.equals("submit") || type.equals("image");
            if (button && !type.equals("button") && !hidden && !attributes.containsKey("disabled")) {
                sends = true;
            }
            boolean field = tag.equals("select") || tag.equals("textarea") || tag.equals("input");
            if (field && hidden && !type.equals("hidden")) {
                unseen.add(attributes.getOrDefault("name", tag));
            }
            if (!VOID.contains(tag)) {
                open.push(Map.entry(tag, attributes.containsKey("hidden")));
            }
        }

        private void ends(String tag) {
            while (open.size() > 1 && !open.pop().getKey().equals(tag)) {
                // what was left open ends with it
            }
        }

        List<Field> read(String html) {
            var tag = TAG.matcher(html);
            while (tag.find()) {
                if (tag.group(4) != null) {
                    text(HtmlUtils.htmlUnescape(tag.group(4)).strip());
                } else if (tag.group(1).isEmpty()) {
                    open(tag);
                } else {
                    close(tag.group(2));
                }
            }
            return fields.values().stream()
                    .map(field -> new Field(
                            field.name(),
                            field.kind(),
                            labels.getOrDefault(field.id(), "") + " " + field.label(),
                            field.values(),
                            field.chosen(),
                            field.id()))
                    .toList();
        }

        private void text(String text) {
            if (area != null) {
                add(area, text, true);
            } else if (words != null) {
                words.append(text);
            }
        }

        private void open(Matcher tag) {
            var attributes = attributes(tag.group(3));
            look(tag.group(2), attributes);
            var name = attributes.getOrDefault("name", "");
            switch (tag.group(2)) {
                case "label" -> begin(attributes.getOrDefault("for", ""));
                case "legend" -> begin("legend");
                case "input" -> input(name, attributes);
                case "select" -> select = field(name, Kind.SELECT, attributes);
                case "option" -> {
                    if (select != null) {
                        add(select.name(), attributes.getOrDefault("value", ""), attributes.containsKey("selected"));
                    }
                }
                case "textarea" -> {
                    field(name, Kind.LONG, attributes);
                    area = name;
                }
                case "button" -> {
                    if (!name.isEmpty() && !"button".equals(attributes.get("type"))) {
                        field(name, Kind.BUTTON, attributes);
                        add(name, attributes.getOrDefault("value", ""), false);
                    }
                }
                default -> {}
            }
        }

        private void close(String tag) {
            ends(tag);
            switch (tag) {
                case "label", "legend" -> {
                    if (words != null && of.equals("legend")) {
                        group = words.toString();
                    } else if (words != null && !of.isEmpty()) {
                        labels.put(of, words.toString());
                    }
                    words = null;
                }
                case "select" -> select = null;
                case "textarea" -> area = null;
                case "fieldset" -> group = "";
                default -> {}
            }
        }

        private void begin(String what) {
            words = new StringBuilder();
            of = what;
        }

        private void input(String name, Map<String, String> attributes) {
            if (name.isEmpty() || attributes.containsKey("disabled")) {
                return;
            }
            var kind = switch (attributes.getOrDefault("type", "text")) {
                case "hidden" -> Kind.HIDDEN;
                case "radio" -> Kind.RADIO;
                case "checkbox" -> Kind.BOX;
                case "file" -> Kind.FILE;
                case "date" -> Kind.DATE;
                case "time", "datetime-local", "month" -> Kind.TIME;
                case "password" -> Kind.PASSWORD;
                case "submit", "image" -> Kind.BUTTON;
                default ->
                    attributes.getOrDefault("inputmode", "").matches("numeric|decimal") ? Kind.NUMBER : Kind.TEXT;
            };
            field(name, kind, attributes);
            var value = attributes.getOrDefault("value", kind == Kind.BOX ? "on" : "");
            boolean there = kind == Kind.HIDDEN || kind != Kind.RADIO && kind != Kind.BOX && !value.isEmpty();
            add(name, value, there || attributes.containsKey("checked"));
        }

        private Field field(String name, Kind kind, Map<String, String> attributes) {
            return fields.computeIfAbsent(
                    name,
                    key -> new Field(
                            name,
                            kind,
                            group,
                            new ArrayList<>(),
                            new ArrayList<>(),
                            attributes.getOrDefault("id", "")));
        }

        private void add(String name, String value, boolean chosen) {
            var field = fields.get(name);
            if (field != null) {
                field.values().add(value);
                if (chosen) {
                    field.chosen().add(value);
                }
            }
        }
    }
}

package org.rongyi.network.oversight;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rongyi.platform.ui.field.Option;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * 留痕的中文: what the trail's names of acts and of their ends are called, from {@code oversight/trail.yaml}. {@code
 * TrailWordsTest} asks for every act and every way one ends.
 */
@Component
public class TrailWords {

    private static final String FILE = "oversight/trail.yaml";

    private final Map<String, String> acts;
    private final Map<String, String> ends;
    private final Map<String, List<String>> records;

    TrailWords() {
        try (var in = new ClassPathResource(FILE).getInputStream()) {
            Map<String, Map<String, ?>> file = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            this.acts = words(file, "acts");
            this.ends = words(file, "ends");
            this.records = lists(file, "records");
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " 读不出", e);
        }
    }

    /** An act that no longer exists is called by its name. */
    public String act(String name) {
        return acts.getOrDefault(name, name);
    }

    /** 办成, or why not. */
    public String end(Trail.Entry entry) {
        return entry.done() ? "办成" : ends.getOrDefault(entry.outcome(), entry.outcome());
    }

    /** To choose from, in the order of the file: as the rooms follow each other. */
    public List<Option> options() {
        return acts.entrySet().stream()
                .map(act -> Option.of(act.getKey(), act.getValue()))
                .toList();
    }

    /** Where an auditor opens the record the entry is about; empty where he may not, or there is none. */
    public String path(Trail.Entry entry) {
        return records.entrySet().stream()
                .filter(record -> entry.subject() != null && record.getValue().contains(entry.act()))
                .map(record -> record.getKey() + entry.subject())
                .findFirst()
                .orElse("");
    }

    Set<String> acts() {
        return acts.keySet();
    }

    Set<String> ends() {
        return ends.keySet();
    }

    private static Map<String, String> words(Map<String, Map<String, ?>> file, String part) {
        var words = new LinkedHashMap<String, String>();
        part(file, part).forEach((name, zh) -> words.put(name, zh.toString()));
        return words;
    }

    private static Map<String, List<String>> lists(Map<String, Map<String, ?>> file, String part) {
        var lists = new LinkedHashMap<String, List<String>>();
        part(file, part).forEach((name, list) -> {
            var items = new ArrayList<String>();
            ((List<?>) list).forEach(item -> items.add(item.toString()));
            lists.put(name, List.copyOf(items));
        });
        return lists;
    }

    private static Map<String, ?> part(Map<String, Map<String, ?>> file, String part) {
        var found = file.get(part);
        if (found == null) {
            throw new IllegalStateException(FILE + " 缺少 " + part);
        }
        return found;
    }
}

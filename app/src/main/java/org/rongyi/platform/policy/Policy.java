package org.rongyi.platform.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The dated parameters, read once from {@code policy/**.yaml}. A malformed file stops the program at its start. */
@Component
public class Policy {

    private final Map<String, Parameter> parameters = new HashMap<>();
    private final Map<String, List<Choice>> choices = new HashMap<>();

    public Policy() {
        try {
            var files = new PathMatchingResourcePatternResolver().getResources("classpath*:policy/**/*.yaml");
            for (var file : files) {
                try (var in = file.getInputStream()) {
                    var read = PolicyFile.read(String.valueOf(file.getFilename()), in);
                    read.parameters().forEach(this::add);
                    read.choices().forEach(this::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("政策参数文件无法读取", e);
        }
    }

    /** The parameter with its history. */
    public Parameter get(String id) {
        var parameter = parameters.get(id);
        if (parameter == null) {
            throw new IllegalArgumentException("没有参数 " + id);
        }
        return parameter;
    }

    /** The whole number in force on the business date. */
    public int number(String id, LocalDate on) {
        return get(id).on(on).number();
    }

    /** The entries of a dated list in force on the business date, in the document's order. */
    public List<Choice> choices(String id, LocalDate on) {
        var list = choices.get(id);
        if (list == null) {
            throw new IllegalArgumentException("没有名录 " + id);
        }
        return list.stream().filter(choice -> choice.isInForce(on)).toList();
    }

    /** Chinese text of a list's entry, in force or not: old records keep their words. */
    public String label(String id, String code) {
        return choices.getOrDefault(id, List.of()).stream()
                .filter(choice -> choice.code().equals(code))
                .map(Choice::zh)
                .findFirst()
                .orElse(code);
    }

    private void add(Parameter parameter) {
        if (parameters.put(parameter.id(), parameter) != null) {
            throw new IllegalStateException("参数重复：" + parameter.id());
        }
    }

    private void add(String id, List<Choice> list) {
        if (choices.put(id, list) != null) {
            throw new IllegalStateException("名录重复：" + id);
        }
    }
}

package org.rongyi.platform.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** All parameters and lists at one moment, by id. */
record PolicyState(Map<String, Parameter> parameters, Map<String, ChoiceList> lists) {

    private static final String FILES = "classpath*:policy/**/*.yaml";

    /** What comes with the program. A malformed file stops it at its start. */
    static PolicyState shipped() {
        var parameters = new TreeMap<String, Parameter>();
        var lists = new TreeMap<String, ChoiceList>();
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
                try (var in = file.getInputStream()) {
                    var read = PolicyFile.read(String.valueOf(file.getFilename()), in);
                    read.parameters().forEach(one -> add(parameters, one.id(), one));
                    read.lists().forEach(one -> add(lists, one.id(), one));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("政策参数文件无法读取", e);
        }
        return new PolicyState(parameters, lists);
    }

    /** The same with one value more; of a parameter that no longer exists nothing is added. */
    PolicyState with(String id, Parameter.Value value) {
        var parameter = parameters.get(id);
        if (parameter == null) {
            return this;
        }
        var changed = new LinkedHashMap<>(parameters);
        changed.put(id, parameter.with(value));
        return new PolicyState(changed, lists);
    }

    private static <T> void add(Map<String, T> known, String id, T one) {
        if (known.put(id, one) != null) {
            throw new IllegalStateException("参数或名录重复：" + id);
        }
    }
}

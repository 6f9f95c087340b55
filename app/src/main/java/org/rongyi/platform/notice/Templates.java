package org.rongyi.platform.notice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.rongyi.platform.database.CannotRun;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** 消息模板: all of {@code notice/*.yaml}, looked at when the program starts. */
@Component
public class Templates {

    private final Map<String, Template> templates = new TreeMap<>();

    Templates() {
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:notice/*.yaml")) {
                try (var in = file.getInputStream()) {
                    add(String.valueOf(file.getFilename()), in);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of one file. */
    Templates(String name, InputStream file) {
        add(name, file);
    }

    public Template get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("没有消息模板 " + id));
    }

    public Optional<Template> find(String id) {
        return Optional.ofNullable(templates.get(id));
    }

    public Collection<Template> all() {
        return templates.values();
    }

    private void add(String file, InputStream in) {
        for (var item : items(file, in)) {
            var template = read(file, item);
            var wrong = TemplateRules.objections(template);
            if (!wrong.isEmpty()) {
                throw broken(file, template.id() + "：" + String.join("；", wrong));
            }
            if (templates.put(template.id(), template) != null) {
                throw broken(file, template.id() + "：有两个同名的模板");
            }
        }
    }

    private static List<?> items(String file, InputStream in) {
        try {
            Object root = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            if (root instanceof Map<?, ?> map && map.get("templates") instanceof List<?> items) {
                return items;
            }
        } catch (YAMLException e) {
            throw broken(file, String.valueOf(e.getMessage()));
        }
        throw broken(file, "缺少 templates");
    }

    private static Template read(String file, Object node) {
        if (!(node instanceof Map<?, ?> item)) {
            throw broken(file, "模板应有 id、title、text：" + node);
        }
        var channels = EnumSet.noneOf(Channel.class);
        if (item.get("channels") instanceof List<?> named) {
            named.forEach(one -> channels.add(constant(file, Channel.class, one)));
        }
        var fields = new TreeMap<String, String>();
        if (item.get("fields") instanceof Map<?, ?> named) {
            named.forEach((name, zh) -> fields.put(name.toString(), zh.toString()));
        }
        return new Template(
                text(file, item, "id"),
                text(file, item, "title"),
                text(file, item, "text"),
                fields,
                constant(file, Audience.class, text(file, item, "to")),
                constant(file, NoticeKind.class, text(file, item, "kind")),
                channels,
                Boolean.parseBoolean(text(file, item, "optional")));
    }

    private static <E extends Enum<E>> E constant(String file, Class<E> type, Object name) {
        try {
            return Enum.valueOf(type, name.toString().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw broken(file, "不认识的 " + name + "，应为 " + EnumSet.allOf(type));
        }
    }

    private static String text(String file, Map<?, ?> item, String key) {
        var value = item.get(key);
        if (value == null || value.toString().isBlank()) {
            throw broken(file, "缺少 " + key + "：" + item);
        }
        return value.toString();
    }

    private static CannotRun broken(String file, String why) {
        return new CannotRun("消息模板 notice/" + file + " 有误 · broken message template: " + why);
    }
}

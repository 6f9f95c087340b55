package org.rongyi.platform.notice;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * 模板: the words of a message.
 *
 * @param title heads it, and is an e-mail's subject; it has no placeholders
 * @param text with placeholders in braces, each named in {@code fields} with what it stands for
 * @param optional the veteran may choose not to get it as SMS
 */
public record Template(
        String id,
        String title,
        String text,
        Map<String, String> fields,
        Audience to,
        NoticeKind kind,
        Set<Channel> channels,
        boolean optional) {

    static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)\\}");

    public Template {
        fields = Map.copyOf(fields);
        channels = Set.copyOf(channels);
    }

    /** The text with its fields filled in, once: what stands in a field is never read as a placeholder. */
    String fill(Map<String, String> values) {
        if (!values.keySet().equals(fields.keySet())) {
            throw new IllegalArgumentException("消息模板 " + id + " 的字段应为 " + sorted(fields) + "，给了 " + sorted(values));
        }
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(values.get(found.group(1))));
    }

    private static List<String> sorted(Map<String, String> names) {
        return names.keySet().stream().sorted().toList();
    }
}

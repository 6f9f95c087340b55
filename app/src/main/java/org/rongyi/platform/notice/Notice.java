package org.rongyi.platform.notice;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said.
 *
 * @param template the id of a template in {@code notice/*.yaml}
 * @param topic together with record, recipient and channel it is said once; the template's id unless the same is to be
 *     said again, as a reminder of the third day is
 * @param record what it is about
 * @param path where the record is opened, beginning with a slash; null when there is nothing to open
 * @param fields the template's placeholders, each of them
 * @param urgent quiet hours do not hold it back
 */
public record Notice(
        String template,
        String topic,
        UUID record,
        @Nullable String path,
        Map<String, String> fields,
        boolean urgent) {

    private static final String OWN_PATH = "/|/[^/\\\\].*";

    public Notice {
        fields = Map.copyOf(fields);
        if (path != null && !path.matches(OWN_PATH)) {
            throw new IllegalArgumentException("a message opens a page of ours: " + path);
        }
    }

    public static Notice of(String template, UUID record, @Nullable String path, Map<String, String> fields) {
        return new Notice(template, template, record, path, fields, false);
    }

    /** The same said anew: the third day's reminder is another than the first day's. */
    public Notice again(String occasion) {
        return new Notice(template, template + ":" + occasion, record, path, fields, urgent);
    }

    public Notice urgently() {
        return new Notice(template, topic, record, path, fields, true);
    }
}

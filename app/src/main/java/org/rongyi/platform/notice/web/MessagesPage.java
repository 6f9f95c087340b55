package org.rongyi.platform.notice.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.notice.Messages;
import org.rongyi.platform.ui.Frame;
import org.rongyi.platform.ui.Page;

/**
 * 消息.
 *
 * @param unread how many, one more than are counted for all beyond
 */
public record MessagesPage(
        List<Messages.Message> rows, long unread, @Nullable String next) implements Page {

    @Override
    public String title() {
        return "消息";
    }

    public String lead() {
        if (unread == 0) {
            return "没有未读";
        }
        return (unread > Messages.MOST ? Messages.MOST + " 条以上" : unread + " 条") + "未读，未读的在前";
    }

    /** What stands behind the latest on this screen came while it was read, and stays unread. */
    public @Nullable UUID latest() {
        return rows.stream()
                .filter(Messages.Message::unread)
                .map(Messages.Message::id)
                .findFirst()
                .orElse(null);
    }

    public static String href(String after) {
        return Frame.INBOX + "?after=" + URLEncoder.encode(after, StandardCharsets.UTF_8);
    }
}

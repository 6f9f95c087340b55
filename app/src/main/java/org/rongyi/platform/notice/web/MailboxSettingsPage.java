package org.rongyi.platform.notice.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Frame;
import org.rongyi.platform.ui.Page;

/**
 * 消息设置 of a colleague.
 *
 * @param present the address in use, masked
 * @param on mails leave this installation at all
 */
public record MailboxSettingsPage(@Nullable String present, String typed, boolean on, FieldErrors errors)
        implements Page {

    @Override
    public String title() {
        return "消息设置";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("消息", Frame.INBOX));
    }

    @Override
    public String door() {
        return Frame.INBOX;
    }
}

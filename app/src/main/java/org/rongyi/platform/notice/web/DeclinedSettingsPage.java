package org.rongyi.platform.notice.web;

import java.util.List;
import java.util.Set;
import org.rongyi.platform.notice.NoticeKind;
import org.rongyi.platform.notice.Preferences;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Frame;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.field.Option;

/**
 * 消息设置 of a veteran.
 *
 * @param on SMS leave this installation at all
 */
public record DeclinedSettingsPage(List<Preferences.Declinable> declinable, Set<NoticeKind> declined, boolean on)
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

    public List<Option> options() {
        return declinable.stream()
                .map(one -> new Option(one.kind().name(), one.kind().zh(), String.join("、", one.titles()), null))
                .toList();
    }

    public List<String> values() {
        return declined.stream().map(NoticeKind::name).toList();
    }
}

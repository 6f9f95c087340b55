package org.rongyi.platform.notice.web;

import java.util.List;
import java.util.Optional;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.notice.Messages;
import org.rongyi.platform.ui.Frame;
import org.rongyi.platform.ui.Tone;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.home.HomeBlock;
import org.rongyi.platform.ui.home.HomeCard;
import org.rongyi.platform.ui.home.HomeSection;
import org.springframework.stereotype.Component;

/** 未读消息 on the page the day begins with; nothing when all is read. */
@Component
class MessageHome implements HomeCard {

    /** Behind today's work and before the figures. */
    private static final int BEHIND_WORK = 15;

    private static final int SHOWN = 3;

    private final Messages messages;

    MessageHome(Messages messages) {
        this.messages = messages;
    }

    @Override
    public Optional<HomeSection> find(Actor reader) {
        if (!Messages.hasInbox(reader)) {
            return Optional.empty();
        }
        var entries = messages.page(reader, null).rows().stream()
                .filter(Messages.Message::unread)
                .limit(SHOWN)
                .map(message -> new HomeBlock.Entry(
                        message.title(), Words.moment(message.at().toInstant()), null, Tone.NEUTRAL, Frame.INBOX))
                .toList();
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(new HomeSection(
                        BEHIND_WORK,
                        "未读消息",
                        null,
                        List.of(new HomeBlock.Entries(entries, "")),
                        List.of(new HomeSection.Door("看全部消息", Frame.INBOX))));
    }
}

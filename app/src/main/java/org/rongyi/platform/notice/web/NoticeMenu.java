package org.rongyi.platform.notice.web;

import org.rongyi.platform.notice.Messages;
import org.rongyi.platform.notice.SendAgain;
import org.rongyi.platform.ui.Frame;
import org.rongyi.platform.ui.Icon;
import org.rongyi.platform.ui.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The room's doors. */
@Configuration(proxyBeanMethods = false)
class NoticeMenu {

    @Bean
    MenuEntry messagesDoor(Messages messages) {
        return new MenuEntry("消息", Frame.INBOX, Icon.BELL, 90, Messages::hasInbox).counting(messages::unread);
    }

    @Bean
    MenuEntry outboxDoor() {
        return MenuEntry.forAct("发件箱", "/outbox", Icon.BELL, 76, SendAgain.class);
    }
}

package org.rongyi.platform.notice.news;

import java.util.Map;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.notice.Notice;
import org.rongyi.platform.notice.Notices;
import org.rongyi.platform.notice.Recipient;
import org.rongyi.platform.policy.ChangeProposed;
import org.rongyi.platform.ui.Words;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells those who may agree that a parameter's change waits: the leaders of the maker's own unit, but not the maker. */
@Component
class PolicyListener {

    private final Notices notices;

    PolicyListener(Notices notices) {
        this.notices = notices;
    }

    @EventListener
    void on(ChangeProposed news) {
        var maker = news.maker();
        var fields = Map.of("parameter", news.parameter(), "unit", maker.unitName(), "from", Words.day(news.from()));
        var checkers = notices.holders(new Recipient.Post(maker.unit(), Role.LEADER)).stream()
                .filter(account -> !account.equals(maker.account()))
                .map(Recipient.Account::new)
                .toArray(Recipient[]::new);
        notices.send(Notice.of("policy.waiting", news.change(), "/policy-changes/" + news.change(), fields), checkers);
    }
}

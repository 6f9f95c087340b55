package org.rongyi.platform.notice.news;

import java.util.Map;
import org.rongyi.platform.access.AccountNews;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.notice.Notice;
import org.rongyi.platform.notice.Notices;
import org.rongyi.platform.notice.Recipient;
import org.rongyi.platform.ui.Words;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the owner of an account what happened to it, in the transaction in which it happened. */
@Component
class AccountListener {

    private static final String ACCOUNT = "/account";

    private final Notices notices;

    AccountListener(Notices notices) {
        this.notices = notices;
    }

    @EventListener
    void on(AccountNews news) {
        var at = Words.moment(news.at().toInstant());
        var notice = switch (news) {
            case AccountNews.NewDevice(var ignored, var device, var moment) ->
                Notice.of("account.new-device", Ids.next(), ACCOUNT, Map.of("at", at, "device", device));
            case AccountNews.IdentityLinked ignored ->
                Notice.of("account.identity-linked", Ids.next(), ACCOUNT, Map.of("at", at));
            case AccountNews.FactorBound ignored ->
                Notice.of("account.factor-bound", Ids.next(), ACCOUNT, Map.of("at", at));
            case AccountNews.FactorRemoved ignored ->
                Notice.of("account.factor-removed", Ids.next(), ACCOUNT, Map.of("at", at));
            case AccountNews.PasswordChanged ignored ->
                Notice.of("account.password-changed", Ids.next(), ACCOUNT, Map.of("at", at));
        };
        notices.send(notice, new Recipient.Account(news.account()));
    }
}

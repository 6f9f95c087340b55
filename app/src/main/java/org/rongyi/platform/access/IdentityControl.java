package org.rongyi.platform.access;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.platform.access.oidc.OidcSettings;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * 管理员登记统一身份: for somebody who cannot link it himself. Whose act it is decides who may; here it is kept that nothing
 * opens before a second administrator has confirmed it.
 */
@Component
public class IdentityControl {

    private final OidcSettings settings;
    private final Identities identities;
    private final AccountControl accounts;
    private final Sessions sessions;
    private final ApplicationEventPublisher news;
    private final AuditTrail audit;
    private final Clock clock;

    IdentityControl(
            OidcSettings settings,
            Identities identities,
            AccountControl accounts,
            Sessions sessions,
            ApplicationEventPublisher news,
            AuditTrail audit,
            Clock clock) {
        this.settings = settings;
        this.identities = identities;
        this.accounts = accounts;
        this.sessions = sessions;
        this.news = news;
        this.audit = audit;
        this.clock = clock;
    }

    /** What people here call the provider; none when there is none. */
    public Optional<String> provider() {
        return settings.find().map(OidcSettings.Client::label);
    }

    /** The account's identity at the provider of today. */
    public Optional<Identities.Linked> find(UUID account) {
        return settings.find().flatMap(client -> identities.find(account, client.issuer()));
    }

    /** False when the identity is another account's, or the account has one. */
    public boolean assign(UUID account, String subject, UUID by, AccountControl.Ground ground) {
        boolean assigned = identities.assign(account, issuer(), subject, by);
        if (assigned) {
            note(account, AccountControl.Change.ASSIGN_IDENTITY, ground);
        }
        return assigned;
    }

    /** False when nothing waits. Its owner is told. */
    public boolean confirm(UUID account, AccountControl.Ground ground) {
        boolean confirmed = identities.confirm(account, issuer());
        if (confirmed) {
            note(account, AccountControl.Change.CONFIRM_IDENTITY, ground);
            news.publishEvent(new AccountNews.IdentityLinked(account, OffsetDateTime.now(clock)));
        }
        return confirmed;
    }

    /** False when there is none. Whoever came in by it is out. */
    public boolean remove(UUID account, AccountControl.Ground ground) {
        boolean removed = identities.unlink(account, issuer());
        if (removed) {
            sessions.closeAll(account);
            note(account, AccountControl.Change.REMOVE_IDENTITY, ground);
        }
        return removed;
    }

    private void note(UUID account, AccountControl.Change change, AccountControl.Ground ground) {
        accounts.noted(account, change, ground);
        audit.explain(new Detail(ground.reason(), List.of()));
    }

    private String issuer() {
        return settings.find()
                .orElseThrow(() -> new IllegalStateException("no provider is set"))
                .issuer();
    }
}

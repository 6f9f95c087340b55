package org.rongyi.platform.notice;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.vault.SealedField;
import org.rongyi.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 电子邮箱: where a colleague wants his messages sent as well; he enters it himself. */
@Component
public class Mailboxes {

    public static final SealedField EMAIL = new SealedField("notice.mailbox", "email_sealed");

    private static final String FIND = "select shown_as from notice.mailbox where account_id = :account";

    private static final String PUT = """
            insert into notice.mailbox (account_id, email_sealed, shown_as, at)
            values (:account, :email, :shownAs, :at)
            on conflict (account_id) do update
            set email_sealed = excluded.email_sealed, shown_as = excluded.shown_as, at = excluded.at
            """;

    private static final String REMOVE = "delete from notice.mailbox where account_id = :account";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    Mailboxes(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /** Masked; the owner himself needs no more to know which it is. */
    public Optional<String> find(Actor.Office actor) {
        return jdbc.sql(FIND)
                .param("account", actor.account())
                .query(String.class)
                .optional();
    }

    public static boolean isAddress(String text) {
        return Settings.isAddress(text);
    }

    public void put(Actor.Office actor, String address) {
        var clear = address.toLowerCase(Locale.ROOT);
        jdbc.sql(PUT)
                .param("account", actor.account())
                .param("email", vault.seal(EMAIL, actor.account(), clear))
                .param("shownAs", Masks.email(clear))
                .param("at", OffsetDateTime.now(clock))
                .update();
    }

    public void remove(Actor.Office actor) {
        jdbc.sql(REMOVE).param("account", actor.account()).update();
    }
}

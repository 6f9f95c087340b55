package org.rongyi.platform.notice;

import java.time.Clock;
import org.rongyi.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The way in as an installation would have it that has these channels. */
public final class TestNotices {

    private TestNotices() {}

    public static Notices with(JdbcClient jdbc, Vault vault, Clock clock, Channels channels) {
        return new Notices(jdbc, templates(), new Outbox(jdbc, channels, vault, clock), clock);
    }

    public static Templates templates() {
        return Delivered.templates();
    }
}

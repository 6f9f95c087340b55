package org.rongyi.platform.access;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 清扫: takes away counts and half-done sign-ins that no longer mean anything. */
@Component
class AccessSweep {

    /** Longer than any window or lock. */
    private static final Duration KEPT = Duration.ofDays(1);

    private static final String OLD_ATTEMPTS = "delete from access.attempt where since < :before";
    private static final String OLD_STRANGERS = "delete from access.stranger where at < :before";
    private static final String OLD_STEPS = "delete from access.sign_in_step where expires_at < :before";
    private static final String OLD_WAYS = "delete from access.identity_step where expires_at < :before";
    private static final String OLD_CODES = "delete from access.sms_code where expires_at < :before";

    /** A nonce is of no use once its signature is too old. */
    private static final String OLD_NONCES = "delete from access.client_nonce where at < :before";

    private final JdbcClient jdbc;
    private final Clock clock;

    AccessSweep(@Qualifier("job") JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void run() {
        var before = OffsetDateTime.now(clock).minus(KEPT);
        jdbc.sql(OLD_ATTEMPTS).param("before", before).update();
        jdbc.sql(OLD_STRANGERS).param("before", before).update();
        jdbc.sql(OLD_STEPS).param("before", before).update();
        jdbc.sql(OLD_WAYS).param("before", before).update();
        jdbc.sql(OLD_NONCES).param("before", before).update();
        jdbc.sql(OLD_CODES).param("before", before).update();
    }
}

package org.rongyi.platform.access;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the second lock of this room's tables asks: the account, or the token, that the statements to come are about. Until the end of
 * the transaction rows of no other are seen or written; who says nothing sees none.
 */
final class Whose {

    private static final String ACCOUNT = "select set_config('rongyi.whose', :account, true)";
    private static final String PRESENTED = "select set_config('rongyi.presented', :key, true)";

    private Whose() {}

    static void account(JdbcClient jdbc, UUID account) {
        jdbc.sql(ACCOUNT).param("account", account.toString()).query().singleRow();
    }

    /** @param key the hash of a token, or what a provider calls somebody */
    static void presented(JdbcClient jdbc, String key) {
        jdbc.sql(PRESENTED).param("key", key).query().singleRow();
    }
}

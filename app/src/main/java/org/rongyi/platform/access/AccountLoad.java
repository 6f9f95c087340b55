package org.rongyi.platform.access;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.rongyi.platform.database.CopyStream;
import org.rongyi.platform.kernel.Role;

/** Accounts and posts in bulk, for a demo. The accounts have no password: nobody can sign in until one is set. */
public final class AccountLoad {

    public static final List<String> TABLES = List.of("access.account", "access.post");

    private final CopyStream.Target accounts;
    private final CopyStream.Target posts;

    public AccountLoad(CopyStream stream) {
        this.accounts = stream.into("access.account", "id, username, name, created_at");
        this.posts = stream.into("access.post", "id, account_id, unit_id, role, valid_from");
    }

    public void account(UUID id, String username, String name, OffsetDateTime at) {
        accounts.row(id, username, name, at);
    }

    public void post(UUID id, UUID account, UUID unit, Role role, LocalDate from) {
        posts.row(id, account, unit, role, from);
    }
}

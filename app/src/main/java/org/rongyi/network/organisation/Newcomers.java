package org.rongyi.network.organisation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rongyi.platform.access.Accounts;
import org.rongyi.platform.access.Posts;
import org.rongyi.platform.kernel.Actor;
import org.springframework.stereotype.Component;

/** 未启用的账号: who has never been in, as far as it is for the actor to let him in. */
@Component
class Newcomers {

    private final Accounts accounts;
    private final Posts posts;

    Newcomers(Accounts accounts, Posts posts) {
        this.accounts = accounts;
        this.posts = posts;
    }

    /** User names by account; who has been in, or holds a post beyond the actor, is not among them. */
    Map<UUID, String> usernames(Actor actor, List<UUID> ids) {
        var usernames = new HashMap<>(accounts.notEnabled(ids));
        var roles = posts.rolesHeld(ids);
        usernames
                .keySet()
                .removeIf(
                        id -> roles.getOrDefault(id, Set.of()).stream().anyMatch(role -> Staff.isBeyond(actor, role)));
        return usernames;
    }
}

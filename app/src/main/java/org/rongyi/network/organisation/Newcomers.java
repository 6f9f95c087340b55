package org.rongyi.network.organisation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rongyi.platform.access.Accounts;
import org.rongyi.platform.access.Posts;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Component;

/** 未启用的账号: who has never been in, as far as it is for the actor to let him in. */
@Component
public class Newcomers {

    private final Accounts accounts;
    private final Posts posts;

    Newcomers(Accounts accounts, Posts posts) {
        this.accounts = accounts;
        this.posts = posts;
    }

    /** User names by account; who has been in, or is let in by somebody else, is not among them. */
    Map<UUID, String> usernames(Actor actor, List<UUID> ids) {
        var usernames = new HashMap<>(accounts.notEnabled(ids));
        var roles = posts.rolesHeld(ids);
        usernames
                .keySet()
                .removeIf(id -> roles.getOrDefault(id, Set.of()).stream().anyMatch(role -> isKept(actor, role)));
        return usernames;
    }

    /** Whether it is for the actor to give this account its first link. */
    public boolean mayLetIn(Actor actor, UUID account) {
        return usernames(actor, List.of(account)).containsKey(account);
    }

    /** Who authorises lets nobody in; who may approve or administer is let in by the system administrator alone. */
    private static boolean isKept(Actor actor, Role role) {
        return !(actor instanceof Actor.Office office)
                || office.role() == Role.SECURITY_ADMIN
                || (role.isAuthorised() && office.role() != Role.SYSTEM_ADMIN);
    }
}

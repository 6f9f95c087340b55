package org.rongyi.platform.access.delegation;

import java.util.List;
import java.util.Set;
import org.rongyi.platform.access.Posts;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Component;

/** 本单位的同事: whose posts somebody may lend, and to whom. */
@Component
class Colleagues {

    private final Posts posts;

    Colleagues(Posts posts) {
        this.posts = posts;
    }

    /** Posts of the unit the actor may lend: his own; the head of the unit also everybody's. */
    List<Posts.Holder> posts(Actor.Office office) {
        return posts.holders(office.unit()).stream()
                .filter(one -> one.role().isBusiness())
                .filter(one -> one.account().equals(office.account()) || office.role() == Role.LEADER)
                .toList();
    }

    /** Who works in the unit and administers or audits nowhere; somebody with two posts there is named by the first. */
    List<Posts.Holder> deputies(Actor.Office office) {
        var holders = posts.holders(office.unit());
        var roles = posts.rolesHeld(holders.stream().map(Posts.Holder::account).toList());
        var seen = new java.util.HashSet<java.util.UUID>();
        return holders.stream()
                .filter(one ->
                        roles.getOrDefault(one.account(), Set.of()).stream().allMatch(Role::isBusiness))
                .filter(one -> seen.add(one.account()))
                .toList();
    }
}

package org.rongyi.platform.access;

import java.util.List;
import java.util.UUID;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Role;

/**
 * Somebody with a session, for the length of one request.
 *
 * @param posts all posts in force, among which the person may switch
 * @param mustChange the password must be changed before anything else
 * @param mustBind a phone must be bound before anything else; until then he acts as a visitor
 */
public record SignedIn(
        UUID session,
        UUID account,
        String username,
        String name,
        boolean mustChange,
        boolean mustBind,
        List<Held> posts,
        Actor actor) {

    /** A post in force: role, unit. */
    public record Held(UUID id, Role role, UnitDirectory.Workplace unit) {

        public String label() {
            return unit.name() + " · " + role.zh();
        }

        Actor.Office actor(UUID account, String name) {
            return new Actor.Office(
                    account, name, id, unit.id(), unit.name(), unit.code(), role, unit.level(), unit.scope());
        }
    }
}

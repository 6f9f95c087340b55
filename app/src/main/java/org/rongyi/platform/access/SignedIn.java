package org.rongyi.platform.access;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    /** Whose post it is, when somebody acts in his place. */
    public record Principal(UUID account, String name) {}

    /**
     * A post in force: role, unit.
     *
     * @param actingFor whose it is; none when it is his own
     */
    public record Held(
            UUID id,
            Role role,
            UnitDirectory.Workplace unit,
            @Nullable Principal actingFor) {

        public String label() {
            var post = unit.name() + " · " + role.zh();
            return actingFor == null ? post : "代 " + actingFor.name() + " · " + post;
        }

        Actor.Office actor(UUID account, String name) {
            return new Actor.Office(
                    account,
                    actingFor == null ? name : name + "（代" + actingFor.name() + "）",
                    id,
                    unit.id(),
                    unit.name(),
                    unit.code(),
                    role,
                    unit.level(),
                    unit.scope(),
                    actingFor == null ? null : actingFor.account());
        }
    }
}

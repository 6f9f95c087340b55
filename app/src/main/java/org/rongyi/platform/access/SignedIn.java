package org.rongyi.platform.access;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Assurance;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.kernel.Scope;

/**
 * Somebody with a session, for the length of one request.
 *
 * @param hasFile it is a veteran's own account
 * @param mandates all 亲属委托 in force; none for staff
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
        boolean hasFile,
        List<Held> posts,
        List<Mandate> mandates,
        Actor actor) {

    /**
     * 亲属委托 in force.
     *
     * @param person the veteran
     * @param relation what the owner of the account is to him: 配偶
     */
    public record Mandate(UUID id, UUID person, String personName, String relation, Set<String> services) {

        public Mandate {
            services = Set.copyOf(services);
        }

        public String label() {
            return "代 " + personName + "（亲属代办）";
        }

        /** Whoever has signed in, acting under it; both names stand in everything he does. */
        public Actor.Kin actor(UUID account, String name, Assurance assurance) {
            return new Actor.Kin(account, name + "（代" + personName + "）", id, person, relation, services, assurance);
        }
    }

    /** Whether the account is a veteran's or a family member's: no post is held by it. */
    public boolean isPrivate() {
        return actor instanceof Actor.Self || actor instanceof Actor.Kin;
    }

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
                    role.isOutside() ? Scope.NOTHING : unit.scope(),
                    unit.countyless(),
                    actingFor == null ? null : actingFor.account());
        }
    }
}

package org.rongyi.platform.approval;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.access.Posts;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Component;

/** 转给谁、问谁: a colleague of the own unit, or another unit that serves the place. */
@Component
public class Whom {

    private static final Set<Role> WORKING = Set.of(Role.CLERK, Role.OFFICER, Role.LEADER);

    private final Desks desks;
    private final Posts posts;

    Whom(Desks desks, Posts posts) {
        this.desks = desks;
        this.posts = posts;
    }

    /** @param account a colleague; none for the whole unit */
    public record Target(UUID unit, @Nullable UUID account) {}

    /**
     * Somebody who may be asked.
     *
     * @param roles whose posts of the unit may answer
     */
    record Found(Desks.Desk desk, Task.@Nullable Assigned person, Set<Role> roles) {

        String inWords() {
            return person == null ? desk.name() : person.name() + "（" + desk.name() + "）";
        }

        /** As {@link Task#whom()}: the unit, and the posts there or the one person. */
        String whom() {
            return desk.name() + " · "
                    + (person == null
                            ? roles.stream().sorted().map(Role::zh).collect(Collectors.joining("、"))
                            : person.name());
        }
    }

    /** Colleagues of the actor's unit, himself left out. */
    public List<Posts.Holder> colleagues(Actor.Office office) {
        return posts.holders(office.unit()).stream()
                .filter(holder -> WORKING.contains(holder.role()))
                .filter(holder -> !holder.account().equals(office.account()))
                .toList();
    }

    /** The other units that serve the place. */
    public List<Desks.Desk> units(CaseFile file, Actor.Office office) {
        return desks.serving(file.code()).stream()
                .filter(desk -> !desk.unit().equals(office.unit()))
                .toList();
    }

    Optional<Found> find(CaseFile file, Actor.Office office, Target target, Set<Role> roles) {
        var desk = desks.serving(file.code()).stream()
                .filter(one -> one.unit().equals(target.unit()))
                .findFirst();
        if (target.account() == null) {
            return desk.map(one -> new Found(one, null, roles));
        }
        return desk.flatMap(one -> colleagues(office).stream()
                .filter(holder ->
                        target.unit().equals(office.unit()) && holder.account().equals(target.account()))
                .findFirst()
                .map(holder ->
                        new Found(one, new Task.Assigned(holder.account(), holder.name()), Set.of(holder.role()))));
    }
}

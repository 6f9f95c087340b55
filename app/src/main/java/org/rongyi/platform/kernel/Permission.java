package org.rongyi.platform.kernel;

import java.lang.reflect.Method;
import java.util.Arrays;

/** Answers what an {@link Allow} says about an actor. */
public final class Permission {

    private Permission() {}

    public static boolean permits(Allow allow, Actor actor) {
        if (allow.act() != Void.class) {
            return mayPerform(allow.act(), actor);
        }
        return allow.everyone()
                || switch (actor) {
                    case Actor.Office office ->
                        allow.signedIn()
                                || (Arrays.asList(allow.roles()).contains(office.role())
                                        && Arrays.stream(allow.levels()).anyMatch(office::worksAt));
                    case Actor.Self ignored -> allow.signedIn() || allow.self();
                    case Actor.Kin ignored -> allow.signedIn() || allow.kin();
                    case Actor.Client client -> Arrays.stream(allow.client()).anyMatch(client.grants()::contains);
                    case Actor.Visitor ignored -> false;
                    case Actor.Job ignored -> true;
                };
    }

    /** The same of a door of {@code handler}, which may narrow it by the act it leads to and by the kind of actor it takes. */
    public static boolean permits(Allow allow, Object handler, Method door, Actor actor) {
        return permits(allow, actor)
                && takes(door, actor)
                && (!(handler instanceof ServesActs acts) || mayPerform(acts.actOf(door), actor));
    }

    /** One act has a door for himself and another at the counter: what it allows both of them, neither door does. */
    private static boolean takes(Method door, Actor actor) {
        return Arrays.stream(door.getParameterTypes())
                .allMatch(type -> !Actor.class.isAssignableFrom(type) || type.isInstance(actor));
    }

    /** Whether the actor's post allows the act; pages ask this before they show its button. */
    public static boolean mayPerform(Class<?> act, Actor actor) {
        var allow = act.getAnnotation(Allow.class);
        if (allow == null) {
            throw new IllegalStateException(act.getName() + " does not say who may perform it: add @Allow");
        }
        return permits(allow, actor);
    }
}

package org.rongyi.platform.ui;

import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Permission;

/**
 * 菜单项: a room's door in the menu, contributed as a bean.
 *
 * @param order by which the menu is sorted; the first four stand on the bottom bar of a phone
 * @param outside whether it is a door of those who are not of the service themselves: they see what everybody sees, and these
 * @param waiting how many things behind the door wait for this actor, asked with every page: of all doors in one reading
 *     transaction of his, with plans that serve everybody; none for a door that does not count
 */
public record MenuEntry(
        String label,
        String path,
        Icon icon,
        int order,
        Predicate<Actor> shownTo,
        boolean outside,
        @Nullable ToLongFunction<Actor> waiting) {

    public MenuEntry(String label, String path, Icon icon, int order, Predicate<Actor> shownTo) {
        this(label, path, icon, order, shownTo, false, null);
    }

    public MenuEntry counting(ToLongFunction<Actor> things) {
        return new MenuEntry(label, path, icon, order, shownTo, outside, things);
    }

    /** The same, for those who are not of the service themselves. */
    public MenuEntry forOutside() {
        return new MenuEntry(label, path, icon, order, shownTo, true, waiting);
    }

    boolean isFor(Actor actor) {
        boolean stranger = actor instanceof Actor.Office office && office.role().isOutside();
        return shownTo.test(actor) && (!stranger || outside || shownTo.test(new Actor.Visitor()));
    }

    long waitingFor(Actor actor) {
        return waiting == null ? 0 : waiting.applyAsLong(actor);
    }

    /** Shown to whoever may perform the act. */
    public static MenuEntry forAct(String label, String path, Icon icon, int order, Class<?> act) {
        return new MenuEntry(label, path, icon, order, actor -> Permission.mayPerform(act, actor));
    }

    /** Shown to every officer. */
    public static MenuEntry forOffice(String label, String path, Icon icon, int order) {
        return new MenuEntry(label, path, icon, order, Actor.Office.class::isInstance);
    }

    boolean leadsTo(String requested) {
        return requested.equals(path)
                || (!path.equals("/")
                        && requested.startsWith(path)
                        && "/?".indexOf(requested.charAt(path.length())) >= 0);
    }
}

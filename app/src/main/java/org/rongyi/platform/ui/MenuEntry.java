package org.rongyi.platform.ui;

import java.util.function.Predicate;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Permission;

/**
 * 菜单项: a room's door in the menu, contributed as a bean.
 *
 * @param order by which the menu is sorted; the first four stand on the bottom bar of a phone
 */
public record MenuEntry(String label, String path, Icon icon, int order, Predicate<Actor> shownTo) {

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

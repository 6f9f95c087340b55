package org.rongyi.platform.ui;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 页面: exactly what one screen shows. A controller returns the record; the template of the same name beside it, with
 * the parameters {@code page} and {@code frame}, turns it into HTML.
 */
public interface Page {

    /** The one heading of the screen, and the title of the window. */
    String title();

    /** The way from the top to this page, without the page itself. */
    default List<Crumb> crumbs() {
        return List.of();
    }

    /**
     * Ids of the dated parameters and lists that what is shown here rests on: the layout says of which the office has yet to
     * confirm them ({@code 系统默认，待业务确认}).
     */
    default Set<String> restsOn() {
        return Set.of();
    }

    /**
     * The path of the menu entry this page belongs to, where its own address says otherwise: the form at {@code
     * /visits/new} is today's work, not the list of visits.
     */
    default @Nullable String door() {
        return null;
    }
}

package org.rongyi.platform.access;

import java.util.List;
import org.rongyi.platform.ui.Frame;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.home.HomeSection;

/**
 * 首页: where everybody starts from.
 *
 * @param sections what the rooms have for this reader
 * @param doors shown as large tiles; visitors have no day's work to begin with
 */
public record HomePage(String title, String lead, List<HomeSection> sections, List<Frame.Item> doors) implements Page {

    public HomePage {
        sections = List.copyOf(sections);
        doors = List.copyOf(doors);
    }
}

package org.rongyi.people.person.web;

import java.util.List;
import org.rongyi.people.person.PersonFile;
import org.rongyi.people.person.PersonPanel;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;

/**
 * 人员档案.
 *
 * @param own the reader is the person himself
 */
public record PersonPage(
        PersonFile.View person,
        List<Located> places,
        List<PersonFile.View> household,
        List<PersonPanel.Panel> panels,
        int thisYear,
        boolean own)
        implements Page {

    /** A place with its full name. */
    public record Located(String kind, String name, String address, String groupName, boolean responsible) {}

    @Override
    public String title() {
        return own ? "我的档案" : person.name();
    }

    @Override
    public List<Crumb> crumbs() {
        return own ? List.of() : List.of(new Crumb("人员名册", "/persons"));
    }
}

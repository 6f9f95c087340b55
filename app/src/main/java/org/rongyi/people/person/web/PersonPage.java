package org.rongyi.people.person.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.people.person.PersonFile;
import org.rongyi.people.person.PersonPanel;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.part.Happening;

/** 人员档案. */
public record PersonPage(
        PersonFile.View person,
        List<Located> places,
        List<PersonFile.View> household,
        List<PersonPanel.Panel> panels,
        List<Happening> changes,
        List<Happening> readings,
        int thisYear,
        Standing standing)
        implements Page {

    /** A place with its full name; the address is empty where it is none of the reader's business. */
    public record Located(String kind, String name, String address, String groupName, boolean responsible) {}

    /**
     * How the reader stands to the file, and what he may do with it.
     *
     * @param own it is his own
     * @param handover the open hand-over he is a side of
     */
    public record Standing(
            boolean own,
            boolean mayOpen,
            boolean mayCorrect,
            boolean mayHandOver,
            boolean maySettle,
            @Nullable String handover) {

        static final Standing NONE = new Standing(true, false, false, false, false, null);
    }

    public boolean mayAct() {
        return standing.mayOpen() || standing.mayCorrect() || standing.mayHandOver() || standing.maySettle();
    }

    public boolean own() {
        return standing.own();
    }

    public String path() {
        return "/persons/" + person.id();
    }

    @Override
    public String title() {
        return own() ? "我的档案" : person.name();
    }

    @Override
    public List<Crumb> crumbs() {
        return own() ? List.of() : List.of(new Crumb("人员名册", "/persons"));
    }
}

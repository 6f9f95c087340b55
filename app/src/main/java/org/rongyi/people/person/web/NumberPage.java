package org.rongyi.people.person.web;

import java.util.List;
import org.rongyi.people.person.OpenNumber;
import org.rongyi.people.person.PersonFile;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;

/** A number that was opened: the only page that shows one whole. */
public record NumberPage(PersonFile.View person, OpenNumber.Which which, String purpose, String number)
        implements Page {

    @Override
    public String title() {
        return person.name() + "的" + which.zh();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("人员名册", "/persons"), new Crumb(person.name(), "/persons/" + person.id()));
    }

    public boolean isPhone() {
        return which == OpenNumber.Which.PHONE;
    }
}

package org.rongyi.care.visit.web;

import java.util.List;
import org.rongyi.people.person.PersonFile;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;

/** 打电话: the phone of somebody on the list, and what comes after the call. */
public record CallPage(PersonFile.View person, String number, String task, boolean mayRecord) implements Page {

    @Override
    public String title() {
        return person.name() + "的电话";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("今日走访", "/contacts"));
    }
}

package org.rongyi.people.person.web;

import java.util.List;
import org.rongyi.people.person.PersonFile;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.part.QrCode;

/** 开通纸条: shown and printed this once, for the veteran to set his password. */
public record SlipPage(PersonFile.View person, String username, String link, String unitName) implements Page {

    @Override
    public String title() {
        return "请把这张纸条交给" + person.name() + "本人";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("人员名册", "/persons"), new Crumb(person.name(), path()));
    }

    public String path() {
        return "/persons/" + person.id();
    }

    public QrCode code() {
        return QrCode.of("设置口令的链接", link);
    }
}

package org.rongyi.career.reception.web;

import java.util.List;
import org.rongyi.people.person.PersonFile;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.rongyi.platform.ui.field.Option;

/** 登记移交接收. The choices of all days are shown; the rule says which are open to somebody of that rank discharged on that day. */
public record ReceivePage(
        PersonFile.View person,
        List<Option> ranks,
        List<Option> modes,
        List<Option> grounds,
        List<Option> bars,
        List<Option> bases,
        String today,
        Typed typed,
        FieldErrors errors)
        implements Page {

    @Override
    public String title() {
        return "登记移交接收：" + person.name();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("人员名册", "/persons"), new Crumb(person.name(), "/persons/" + person.id()));
    }

    @Override
    public String door() {
        return "/receptions";
    }

    public String path() {
        return "/persons/" + person.id() + "/reception";
    }

    public String value(String field) {
        return typed.value(field);
    }

    public List<String> values(String field) {
        return typed.values(field);
    }

    /** The day of the reception is most often today. */
    public String received() {
        return typed.value("received").isEmpty() ? today : typed.value("received");
    }
}

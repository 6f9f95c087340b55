package org.rongyi.care.relief.web;

import java.util.List;
import org.rongyi.people.person.PersonFile;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.field.Option;
import org.springframework.util.MultiValueMap;

/** 不予援助的情形 of a person, for those who review. */
public record BarsPage(
        PersonFile.View person,
        List<Row> rows,
        List<Option> kinds,
        String today,
        int years,
        MultiValueMap<String, String> typed,
        FieldErrors errors)
        implements Page {

    /**
     * One that was recorded.
     *
     * @param until 到 2023年6月1日 为止, or that it is over
     * @param withdraw where it is taken back
     */
    public record Row(String kind, String document, String until, boolean holds, String withdraw) {}

    @Override
    public String title() {
        return "不予援助的情形：" + person.name();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("人员名册", "/persons"), new Crumb(person.name(), "/persons/" + person.id()));
    }

    public String path() {
        return "/persons/" + person.id() + "/aid-bars";
    }

    public String value(String field) {
        var value = typed.getFirst(field);
        return value == null ? "" : value;
    }
}

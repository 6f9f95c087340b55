package org.rongyi.care.relief.web;

import java.util.List;
import org.rongyi.people.person.PersonFile;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.field.Option;
import org.springframework.util.MultiValueMap;

/**
 * 先行帮扶.
 *
 * @param most how much may be given before the papers are there, in words
 * @param days within how many working days they are to be brought
 */
public record FirstPage(
        PersonFile.View person,
        List<Option> situations,
        List<Option> modes,
        List<Option> payers,
        String most,
        int days,
        boolean proposed,
        String today,
        MultiValueMap<String, String> typed,
        FieldErrors errors)
        implements Page {

    @Override
    public String title() {
        return "先行帮扶：" + person.name();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("人员名册", "/persons"), new Crumb(person.name(), "/persons/" + person.id()));
    }

    public String path() {
        return "/persons/" + person.id() + "/aid-first";
    }

    public String value(String field) {
        var value = typed.getFirst(field);
        return value == null ? "" : value;
    }

    /** The only one there is goes without saying. */
    public String payer() {
        var said = value("payer");
        return said.isEmpty() && payers.size() == 1 ? payers.getFirst().value() : said;
    }

    public List<String> values(String field) {
        return typed.getOrDefault(field, List.of());
    }
}

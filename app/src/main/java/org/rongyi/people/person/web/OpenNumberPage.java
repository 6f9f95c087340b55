package org.rongyi.people.person.web;

import java.util.Arrays;
import java.util.List;
import org.rongyi.people.person.OpenNumber;
import org.rongyi.people.person.PersonFile;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.field.Option;

/** 查看号码: which, and what for. */
public record OpenNumberPage(PersonFile.View person, String which, String purpose, String note, FieldErrors errors)
        implements Page {

    @Override
    public String title() {
        return "查看号码";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("人员名册", "/persons"), new Crumb(person.name(), path()));
    }

    public String path() {
        return "/persons/" + person.id();
    }

    public List<Option> numbers() {
        return Arrays.stream(OpenNumber.Which.values())
                .filter(one -> one != OpenNumber.Which.PHONE || !person.phone().isEmpty())
                .map(one -> Option.of(one.name(), one.zh()))
                .toList();
    }

    public List<Option> purposes() {
        return Arrays.stream(OpenNumber.Purpose.values())
                .map(one -> Option.of(one.name(), one.zh()))
                .toList();
    }
}

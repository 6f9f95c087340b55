package org.rongyi.people.person.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.field.Option;

/**
 * 建档.
 *
 * @param villages the villages of the actor's territory; empty when there are too many to choose from
 * @param known where the number has a file already
 */
public record RegisterPersonPage(
        RegisterPersonForm form,
        List<Option> villages,
        @Nullable Known known,
        FieldErrors errors) implements Page {

    /** A file that exists already: in the reader's territory it can be opened, elsewhere only its unit is named. */
    public record Known(String place, @Nullable String path) {}

    @Override
    public String title() {
        return "人员建档";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("人员名册", "/persons"));
    }
}

package org.rongyi.people.person.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.people.person.PlaceKind;
import org.rongyi.people.person.Telling;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.field.Option;

/**
 * 建档.
 *
 * @param villages the villages of the actor's territory; empty when there are too many to choose from
 * @param seat the hosted station the reader works at, to which the person will be assigned; none at any other unit
 * @param notice what the person is told before he is asked
 * @param known where the number has a file already
 */
public record RegisterPersonPage(
        RegisterPersonForm form,
        List<Option> villages,
        @Nullable DivisionCode seat,
        Telling.Current notice,
        @Nullable Known known,
        FieldErrors errors)
        implements Page {

    /** A file that exists already: in the reader's territory it can be opened, elsewhere only its unit is named. */
    public record Known(String place, @Nullable String path) {}

    /** The place that was typed, as a claim: where he lives, or where everything is; at a hosted station, itself. */
    public NewPlaceForm claimed() {
        if (seat != null) {
            return new NewPlaceForm(seat.toString(), "", PlaceKind.ASSIGNED.name(), "", "", "");
        }
        boolean two = !form.value(form.residence()).isBlank();
        return new NewPlaceForm(
                form.value(two ? form.residence() : form.hukou()),
                "",
                (two ? PlaceKind.RESIDENCE : PlaceKind.BOTH).name(),
                form.value(two ? form.residenceGroup() : form.hukouGroup()),
                form.value(two ? form.residenceAddress() : form.hukouAddress()),
                "");
    }

    @Override
    public String title() {
        return "人员建档";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("人员名册", "/persons"));
    }
}

package org.rongyi.people.person.web;

import java.util.List;
import org.rongyi.people.person.PersonFile;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.field.Option;

/**
 * 提出移交.
 *
 * @param responsible where contact is answered for now
 * @param places other places he has already
 * @param place which of them was chosen; {@code new} for another
 * @param offered villages to choose from, when what was typed fits several
 * @param answering the reader's side answers for him; otherwise it asks for him
 */
public record AskHandoverPage(
        PersonFile.View person,
        String responsible,
        List<Option> places,
        String place,
        NewPlaceForm form,
        List<Option> offered,
        boolean answering,
        FieldErrors errors)
        implements Page {

    static final String ELSEWHERE = "new";

    @Override
    public String title() {
        return "移交联系责任";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("人员名册", "/persons"), new Crumb(person.name(), "/persons/" + person.id()));
    }

    /** Where to: a place he has, or, for the side that answers for him, another one. */
    public List<Option> choices() {
        if (!answering) {
            return places;
        }
        var choices = new java.util.ArrayList<>(places);
        choices.add(Option.of(ELSEWHERE, "另一个村（社区）或依托单位站", "他搬走了，或户口迁走了"));
        return choices;
    }
}

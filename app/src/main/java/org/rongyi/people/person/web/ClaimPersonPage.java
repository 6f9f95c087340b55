package org.rongyi.people.person.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.field.Option;

/**
 * 申请接收.
 *
 * @param offered villages to choose from, when what was typed fits several
 * @param here his file, when the reader may open it already
 */
public record ClaimPersonPage(
        String name,
        String citizenId,
        NewPlaceForm form,
        List<Option> offered,
        @Nullable String here,
        FieldErrors errors)
        implements Page {

    @Override
    public String title() {
        return "申请接收";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("移交", "/handovers"));
    }
}

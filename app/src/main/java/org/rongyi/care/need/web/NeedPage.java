package org.rongyi.care.need.web;

import java.util.List;
import java.util.Set;
import org.rongyi.care.need.NeedDoor;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;

/**
 * 一项需求: what was asked for, and the answer.
 *
 * @param moves where it came from with its person
 * @param ways what other rooms can do about it, or have done
 * @param hasSource the reader may open the record that asked for it
 */
public record NeedPage(
        NeedList.Row need,
        String place,
        String kind,
        List<String> moves,
        boolean hasSource,
        List<NeedDoor.Way> ways,
        boolean mayAnswer,
        String answer,
        FieldErrors errors)
        implements Page {

    @Override
    public Set<String> restsOn() {
        return Set.of("need.kind");
    }

    @Override
    public String title() {
        return "需求：" + need.personName();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("需求台账", "/needs"));
    }
}

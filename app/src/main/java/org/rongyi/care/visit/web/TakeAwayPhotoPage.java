package org.rongyi.care.visit.web;

import java.util.List;
import java.util.UUID;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;

/** 撤下现场照片: shows which, says what will happen, and asks why. */
public record TakeAwayPhotoPage(UUID visit, int position, String reason, FieldErrors errors) implements Page {

    /** The address of the picture. */
    public String path() {
        return "/visits/" + visit + "/photos/" + position;
    }

    @Override
    public String title() {
        return "撤下现场照片";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("走访动态", "/visits"), new Crumb("走访记录", "/visits/" + visit));
    }
}

package org.rongyi.platform.removal.web;

import java.util.List;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;

/** 提出清除. */
public record RemovalFormPage(Typed typed, FieldErrors errors) implements Page {

    @Override
    public String title() {
        return "提出清除泄密内容";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("清除泄密内容", "/removals"));
    }
}

package org.rongyi.platform.approval.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;

/**
 * 移送一件办件.
 *
 * @param lead which case it is about
 * @param to the unit it would go to; none when it cannot be handed over now
 */
public record TransferFormPage(
        UUID file, String lead, @Nullable String to, String reason, FieldErrors errors) implements Page {

    @Override
    public String title() {
        return "移送办件";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("办件", path()));
    }

    public String path() {
        return "/cases/" + file;
    }
}

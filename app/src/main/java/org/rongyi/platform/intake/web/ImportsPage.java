package org.rongyi.platform.intake.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.intake.Batch;
import org.rongyi.platform.intake.Importer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;

/**
 * 导入: templates, the form to upload, and the batches of the unit.
 *
 * @param reasons why the upload does not fit its template, one each
 */
public record ImportsPage(
        List<Importer<?>> kinds, @Nullable String chosen, List<Batch> batches, List<String> reasons, FieldErrors errors)
        implements Page {

    public ImportsPage {
        kinds = List.copyOf(kinds);
        batches = List.copyOf(batches);
        reasons = List.copyOf(reasons);
    }

    @Override
    public String title() {
        return "导入";
    }

    public String chosenKind() {
        return chosen == null ? kinds.getFirst().kind() : chosen;
    }

    public String nameOf(String kind) {
        return kinds.stream()
                .filter(one -> one.kind().equals(kind))
                .findFirst()
                .map(one -> one.columns().name())
                .orElse(kind);
    }
}

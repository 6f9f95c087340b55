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
 * @param next the last batch shown, when there are older ones
 */
public record ImportsPage(
        List<Importer<?>> kinds,
        List<Batch> batches,
        @Nullable String next,
        Upload upload) implements Page {

    /**
     * What came of an upload that was not taken; nothing, before there is one.
     *
     * @param kind chosen
     * @param reasons why the upload does not fit its template, one each
     */
    public record Upload(@Nullable String kind, List<String> reasons, FieldErrors errors) {
        public Upload {
            reasons = List.copyOf(reasons);
        }
    }

    public ImportsPage {
        kinds = List.copyOf(kinds);
        batches = List.copyOf(batches);
    }

    @Override
    public String title() {
        return "导入";
    }

    public String chosenKind() {
        return upload.kind() == null ? kinds.getFirst().kind() : upload.kind();
    }

    public String nameOf(String kind) {
        return kinds.stream()
                .filter(one -> one.kind().equals(kind))
                .findFirst()
                .map(one -> one.columns().name())
                .orElse(kind);
    }
}

package org.rongyi.platform.intake.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.intake.Batch;
import org.rongyi.platform.intake.BatchState;
import org.rongyi.platform.intake.Importer;
import org.rongyi.platform.intake.RefusedRow;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;

/**
 * 导入批次: how far it is, what came of the rows, what can be done next.
 *
 * @param headers of the template, over the preview
 * @param ignored columns of the upload that were not read
 * @param problems the first refused rows
 * @param kept the first rows a withdrawal left
 * @param next what is left to do by hand
 */
public record BatchPage(
        Batch batch,
        String kindName,
        List<String> headers,
        List<String> ignored,
        List<List<String>> preview,
        List<RefusedRow> problems,
        List<RefusedRow> kept,
        Importer.@Nullable Next next)
        implements Page {

    public BatchPage {
        headers = List.copyOf(headers);
        ignored = List.copyOf(ignored);
        preview = List.copyOf(preview);
        problems = List.copyOf(problems);
        kept = List.copyOf(kept);
    }

    @Override
    public String title() {
        return "导入" + kindName + "：" + batch.state().zh();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("导入", "/imports"));
    }

    public String path() {
        return "/imports/" + batch.id();
    }

    /** Whether the numbers say what was imported, and no longer what could be. */
    public boolean isImported() {
        return batch.state() != BatchState.UPLOADED && batch.state() != BatchState.CHECKED;
    }
}

package org.rongyi.platform.intake.web;

import java.util.List;
import org.rongyi.platform.intake.Batch;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;

/** 整批撤回: says what will happen. */
public record WithdrawImportPage(Batch batch, String kindName) implements Page {

    @Override
    public String title() {
        return "撤回这批" + kindName;
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("导入", "/imports"), new Crumb(batch.fileName(), "/imports/" + batch.id()));
    }
}

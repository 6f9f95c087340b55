package org.rongyi.care.visit.web;

import java.util.List;
import org.rongyi.care.visit.HandOver;
import org.rongyi.care.visit.VisitFile;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;

/** 撤回走访: says what will happen, and asks why. */
public record WithdrawVisitPage(VisitFile.View visit, List<HandOver.Given> given, String reason, FieldErrors errors)
        implements Page {

    @Override
    public String title() {
        return "撤回走访记录";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("走访动态", "/visits"), new Crumb("走访记录", "/visits/" + visit.id()));
    }
}

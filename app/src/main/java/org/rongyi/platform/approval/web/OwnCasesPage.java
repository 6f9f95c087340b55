package org.rongyi.platform.approval.web;

import java.util.List;
import java.util.Map;
import org.rongyi.platform.ui.Page;

/** 我的办件, for the veteran. */
public record OwnCasesPage(List<CaseList.Row> rows, Map<String, String> services) implements Page {

    @Override
    public String title() {
        return "我的办件";
    }
}

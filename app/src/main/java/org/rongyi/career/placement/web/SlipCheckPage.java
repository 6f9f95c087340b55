package org.rongyi.career.placement.web;

import org.rongyi.platform.ui.Page;

/** 自己核对结果: everything happens in the browser, nothing that is chosen or pasted leaves it. */
public record SlipCheckPage() implements Page {

    @Override
    public String title() {
        return "自己核对安置结果";
    }
}

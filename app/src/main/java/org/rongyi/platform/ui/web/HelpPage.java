package org.rongyi.platform.ui.web;

import org.rongyi.platform.ui.Page;

/** 帮助: what everybody needs to know about the pages themselves. */
public record HelpPage() implements Page {

    @Override
    public String title() {
        return "帮助";
    }
}

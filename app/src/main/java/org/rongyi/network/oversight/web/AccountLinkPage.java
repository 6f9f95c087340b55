package org.rongyi.network.oversight.web;

import java.util.List;
import org.rongyi.platform.access.AccountControl;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;

/** 设置链接: shown this once, for its owner to set the password. */
public record AccountLinkPage(AccountControl.Standing account, String link) implements Page {

    @Override
    public String title() {
        return "请把设置链接交给" + account.name();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("账号", "/accounts"), new Crumb(account.name(), "/accounts/" + account.id()));
    }
}

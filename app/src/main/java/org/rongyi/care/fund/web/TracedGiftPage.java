package org.rongyi.care.fund.web;

import java.util.List;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;

/**
 * 我的捐赠用到了哪里, for who knows its number and code.
 *
 * @param number 捐赠编号
 */
public record TracedGiftPage(String number, List<GiftPart> parts) implements Page {

    @Override
    public String title() {
        return "捐赠 " + number;
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("公开账目", "/open-books"));
    }
}

package org.rongyi.care.fund.web;

import java.util.List;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;

/**
 * 我的捐赠用到了哪里, for who knows its number and code.
 *
 * @param number 捐赠编号
 * @param code 查询码, for the next page: it stands in no address
 */
public record TracedGiftPage(String number, String code, GiftUses trace) implements Page {

    @Override
    public String title() {
        return "捐赠 " + number;
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("公开账目", "/open-books"));
    }
}

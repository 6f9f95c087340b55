package org.rongyi.care.fund.web;

import java.util.List;
import org.rongyi.care.fund.Fund;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;

/**
 * 我的捐赠用到了哪里, for who knows its number and code.
 *
 * @param number 捐赠编号
 * @param code 查询码, for the next page: it stands in no address
 * @param fund that received it
 */
public record TracedGiftPage(String number, String code, Fund fund, GiftUses trace) implements Page {

    @Override
    public String title() {
        return "捐赠 " + number;
    }

    /** Who received it, and when. */
    public String lead() {
        var charity = fund.charity();
        return fund.name() + (charity == null ? "" : " · " + charity.name()) + " · "
                + Words.day(trace.parts().getFirst().lot().receivedOn()) + "收到";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("公开账目", "/open-books"));
    }
}

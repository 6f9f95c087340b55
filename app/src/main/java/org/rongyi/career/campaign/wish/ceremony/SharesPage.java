package org.rongyi.career.campaign.wish.ceremony;

import java.util.List;
import org.rongyi.platform.ui.Page;

/** 三份份额, shown this once; of the three sheets each trustee takes his own. */
public record SharesPage(String campaign, List<Sheet> sheets, String back) implements Page {

    /** What one trustee takes away. */
    public record Sheet(int number, String name, String body, String share) {}

    @Override
    public String title() {
        return "密钥已制作，请各收好自己的份额";
    }
}

package org.rongyi.platform.access;

import java.util.List;
import org.rongyi.platform.kernel.Assurance;
import org.rongyi.platform.ui.Page;

/**
 * 实名等级不够: said before anything is filled in.
 *
 * @param had what the sign-in of this time gives
 * @param ways how to reach what is wanted
 */
public record IdentityNeededPage(String service, Assurance had, Assurance wanted, List<WaysIn.Way> ways)
        implements Page {

    @Override
    public String title() {
        return "办这件事，要先确认是您本人";
    }
}

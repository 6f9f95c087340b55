package org.rongyi.platform.policy;

import org.rongyi.platform.ui.Explained;
import org.rongyi.platform.ui.MessagePage;

/** A day was asked about whose year has no 放假安排 yet: nobody knows which of its days are worked. */
public final class NoCalendar extends RuntimeException implements Explained {

    private final int year;

    NoCalendar(int year) {
        super(year + " 年的放假安排尚未载入，不能推算工作日");
        this.year = year;
    }

    public int year() {
        return year;
    }

    @Override
    public MessagePage page() {
        return new MessagePage(
                422,
                year + " 年的工作日历还没有载入",
                "期限算到了 " + year + " 年，那一年的放假安排还没有载入，推算不出是哪一天，所以没有办理。",
                "请联系省厅先在“工作日历”里载入，然后返回上一页，再办一次。");
    }
}

package org.rongyi.platform.policy;

/** A day was asked about whose year has no 放假安排 yet: nobody knows which of its days are worked. */
public final class NoCalendar extends RuntimeException {

    private final int year;

    NoCalendar(int year) {
        super(year + " 年的放假安排尚未载入，不能推算工作日");
        this.year = year;
    }

    public int year() {
        return year;
    }
}

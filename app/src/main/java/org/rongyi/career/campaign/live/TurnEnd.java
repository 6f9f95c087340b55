package org.rongyi.career.campaign.live;

/** How somebody's turn ended. */
public enum TurnEnd {
    CHOSEN("本人选定"),
    AT_WINDOW("窗口代录"),
    FELL_BACK("超时，按封存的志愿"),
    TIMED_OUT("超时，没有选"),
    PASSED("放弃这次选岗");

    private final String zh;

    TurnEnd(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}

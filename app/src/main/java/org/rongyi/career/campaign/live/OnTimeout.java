package org.rongyi.career.campaign.live;

/** 超时怎么办: announced with the plan. Neither ends anybody's 安置待遇; who got no seat goes on to the next way of the plan. */
public enum OnTimeout {
    FALL_BACK("超时的，按事先封存的志愿顺序给他还有的岗位"),
    PASS("超时的，视为放弃这次现场选岗");

    private final String zh;

    OnTimeout(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}

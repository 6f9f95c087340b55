package org.rongyi.career.campaign.mutual;

/** How a unit took somebody. */
public enum PickHow {
    ONLINE("单位网上选定"),
    PAPER("照单位的文，两人录入");

    private final String zh;

    PickHow(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}

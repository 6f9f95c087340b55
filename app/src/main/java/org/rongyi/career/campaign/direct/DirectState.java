package org.rongyi.career.campaign.direct;

/** 报名和意向到哪一步. */
public enum DirectState {
    APPLIED("等资格审查"),
    PASSED("资格审查通过"),
    REFUSED("资格审查不通过"),
    AGREED("意向等另一人核对"),
    SHOWN("意向公示中"),
    SETTLED("已经确定"),
    WITHDRAWN("已经撤回");

    private final String zh;

    DirectState(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}

package org.rongyi.career.campaign.direct;

/** 由谁撤回: either side may until it is settled; an objection that holds ends it too. */
public enum DirectSide {
    UNIT("单位撤回"),
    SELF("本人撤回"),
    OBJECTION("异议成立");

    private final String zh;

    DirectSide(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}

package org.rongyi.career.campaign.candidate;

/** 资格审查不通过的原因: why somebody may not have a post. */
public enum RefusalGround {
    CONDITIONS("不符合岗位条件"),
    RELATIVES("亲属回避");

    private final String zh;

    RefusalGround(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}

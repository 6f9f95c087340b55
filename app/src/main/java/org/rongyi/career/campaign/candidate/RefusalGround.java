package org.rongyi.career.campaign.candidate;

/** 资格审查不通过的原因: why somebody may not have a post. Which of them count where and when, the list {@code campaign.checks} says. */
public enum RefusalGround {
    CONDITIONS("不符合岗位条件"),
    DEGREE("学历、学位没有认证"),
    LICENCE("没有岗位要求的法律职业资格"),
    RELATIVES("亲属回避");

    private final String zh;

    RefusalGround(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}

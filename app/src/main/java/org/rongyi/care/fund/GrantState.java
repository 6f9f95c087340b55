package org.rongyi.care.fund;

/** 承诺的状态. */
public enum GrantState {
    WAITING("待拨付"),
    IN_BATCH("已列入批次"),
    IN_PAYMENT("拨付中"),
    PAID("已支出"),
    RETURNED("退汇，待更正收款账号"),
    CANCELLED("已解除");

    private final String zh;

    GrantState(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}

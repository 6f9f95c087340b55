package org.rongyi.platform.access;

/** 账号状态: what becomes of somebody who wants to sign in. */
public enum AccountState {
    IN_USE("在用"),
    NOT_ENABLED("未启用"),
    LOCKED("已锁定"),
    DISABLED("已停用");

    private final String zh;

    AccountState(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}

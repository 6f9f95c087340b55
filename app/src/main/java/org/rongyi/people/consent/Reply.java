package org.rongyi.people.consent;

/** 答复: what a person did with a statement. */
public enum Reply {
    TOLD("已告知"),
    AGREED("同意"),
    DECLINED("不同意"),
    WITHDRAWN("已撤回");

    private final String zh;

    Reply(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}

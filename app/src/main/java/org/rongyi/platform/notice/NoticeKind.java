package org.rongyi.platform.notice;

/** 消息类别: what a message is for; a veteran chooses by it what he does not want as SMS. */
public enum NoticeKind {
    RESULT("办理结果"),
    TASK("待办提醒"),
    POLICY("政策告知"),
    SAFETY("安全提醒"),
    CODE("验证码");

    private final String zh;

    NoticeKind(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}

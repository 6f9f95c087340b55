package org.rongyi.platform.notice;

/** 渠道: how a message reaches somebody. In the system it has arrived once it is written. */
public enum Channel {
    IN_APP("站内消息"),
    EMAIL("电子邮件"),
    SMS("短信");

    private final String zh;

    Channel(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }

    /** It goes through the outbox to a peer outside. */
    public boolean isOutside() {
        return this != IN_APP;
    }
}

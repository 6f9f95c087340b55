package org.rongyi.platform.notice;

import java.util.EnumSet;
import java.util.Set;

/** 写给谁: decides which channels there are and what the text must say. */
public enum Audience {
    /** By account or post. */
    STAFF("工作人员", EnumSet.of(Channel.IN_APP, Channel.EMAIL)),
    /** By person. The text carries no link and names the station and its phone. */
    VETERAN("退役军人", EnumSet.of(Channel.IN_APP, Channel.SMS)),
    /** Whoever an account belongs to, about the account itself; nothing leaves the system. */
    OWNER("账号主人", EnumSet.of(Channel.IN_APP)),
    /** Anybody who left a phone number. The text carries no link and names the station and its phone. */
    PUBLIC("群众", EnumSet.of(Channel.SMS)),
    /** An address outside, such as 纪检监察's. */
    MAILBOX("系统外邮箱", EnumSet.of(Channel.EMAIL));

    private final String zh;
    private final Set<Channel> channels;

    Audience(String zh, Set<Channel> channels) {
        this.zh = zh;
        this.channels = channels;
    }

    public String zh() {
        return zh;
    }

    boolean isReachedBy(Channel channel) {
        return channels.contains(channel);
    }
}

package org.rongyi.platform.notice;

/** 已开通的渠道: which ways out of the system there are here. */
public interface Channels {

    boolean isOn(Channel channel);
}

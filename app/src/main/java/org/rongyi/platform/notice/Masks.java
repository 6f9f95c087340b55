package org.rongyi.platform.notice;

/** 掩码: what whoever keeps the outbox in order sees of a recipient. */
public final class Masks {

    private Masks() {}

    /** z***@example.cn. */
    public static String email(String address) {
        int at = address.lastIndexOf('@');
        return at < 1 ? "***" : address.charAt(0) + "***" + address.substring(at);
    }
}

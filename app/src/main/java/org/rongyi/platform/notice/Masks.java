package org.rongyi.platform.notice;

/** 掩码: what whoever keeps the outbox in order sees of a recipient. */
public final class Masks {

    private static final int PHONE_TAIL = 4;
    private static final int PHONE_HEAD = 3;

    private Masks() {}

    /** 张*. */
    static String name(String name) {
        return name.isEmpty() ? "*" : name.substring(0, name.offsetByCodePoints(0, 1)) + "*";
    }

    /** 138****5678. */
    public static String phone(String phone) {
        int length = phone.length();
        return length < PHONE_HEAD + PHONE_TAIL + 1
                ? "****"
                : phone.substring(0, PHONE_HEAD) + "****" + phone.substring(length - PHONE_TAIL);
    }

    /** z***@example.cn. */
    public static String email(String address) {
        int at = address.lastIndexOf('@');
        return at < 1 ? "***" : address.charAt(0) + "***" + address.substring(at);
    }
}

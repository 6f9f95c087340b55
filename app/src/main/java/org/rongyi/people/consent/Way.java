package org.rongyi.people.consent;

/** 方式: how the reply came. */
public enum Way {
    OWN("本人在线答复"),
    IN_PERSON("本人当面答复"),
    SIGNED("本人签字");

    private final String zh;

    Way(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}

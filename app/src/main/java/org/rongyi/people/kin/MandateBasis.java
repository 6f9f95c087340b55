package org.rongyi.people.kin;

/** 凭什么代办. */
public enum MandateBasis {
    OWN("本人在线委托"),
    SIGNED("本人签字的委托书"),
    GUARDIAN("监护证明");

    private final String zh;

    MandateBasis(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}

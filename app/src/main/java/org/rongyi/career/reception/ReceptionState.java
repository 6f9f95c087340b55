package org.rongyi.career.reception;

/** 安置进度: how far somebody handed over is. */
public enum ReceptionState {
    TO_REPORT("待报到"),
    WAITING("待安置"),
    SETTLED("已安置"),
    ENDED("已终止");

    private final String zh;

    ReceptionState(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}

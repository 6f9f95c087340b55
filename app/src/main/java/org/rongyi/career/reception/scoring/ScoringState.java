package org.rongyi.career.reception.scoring;

/** 评分进度: entries come in, contradict themselves, differ from each other, or agree. */
public enum ScoringState {
    ENTERING("录入中"),
    STOPPED("互相矛盾，等另一人核对"),
    DIFFERS("不一致，等市级认定"),
    SETTLED("已认定");

    private final String zh;

    ScoringState(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}

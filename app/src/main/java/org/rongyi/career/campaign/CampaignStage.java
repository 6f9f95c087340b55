package org.rongyi.career.campaign;

/** 安置活动的阶段: each is entered by an act of a named person, in this order, and none twice (docs/decisions/0046). */
public enum CampaignStage {
    DRAFT("拟定"),
    NOTICE("公示"),
    WISHES("填报志愿"),
    OPENED("志愿已开启"),
    RESULT("结果"),
    FOLLOWED("落实");

    private final String zh;

    CampaignStage(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }

    /** Whether the candidates and their scores are settled for good. */
    public boolean isFrozen() {
        return compareTo(WISHES) >= 0;
    }
}

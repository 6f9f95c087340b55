package org.rongyi.career.campaign;

import java.util.Set;

/** 安置活动的阶段: each is entered by an act of a named person (docs/decisions/0046). */
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

    /** What an act may lead to from here: the next one, and back from a result that the group sets aside. */
    Set<CampaignStage> next() {
        return switch (this) {
            case DRAFT -> Set.of(NOTICE);
            case NOTICE -> Set.of(WISHES);
            case WISHES -> Set.of(OPENED);
            case OPENED -> Set.of(RESULT);
            case RESULT -> Set.of(FOLLOWED, OPENED);
            case FOLLOWED -> Set.of();
        };
    }

    /** Whether the candidates and their scores are settled for good. */
    public boolean isFrozen() {
        return compareTo(WISHES) >= 0;
    }
}

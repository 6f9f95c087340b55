package org.rongyi.career.reception.scoring;

/** 录入来源: whose reading of the file an entry is. */
public enum EnteredAs {
    ARMY("部队评分表"),
    OFFICE("安置部门审档"),
    CITY("市级认定");

    private final String zh;

    EnteredAs(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}

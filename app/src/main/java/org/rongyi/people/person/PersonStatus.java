package org.rongyi.people.person;

/** 档案状态. */
public enum PersonStatus {
    ACTIVE("在册"),
    DECEASED("已故"),
    MOVED_OUT("迁出");

    private final String zh;

    PersonStatus(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}

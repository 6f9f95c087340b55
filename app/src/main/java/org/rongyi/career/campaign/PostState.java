package org.rongyi.career.campaign;

/** 岗位的办理情况: entered from the unit's report, checked by somebody else, or taken back before it was published. */
public enum PostState {
    REPORTED("待核对"),
    CHECKED("已核对"),
    WITHDRAWN("公布前撤下");

    private final String zh;

    PostState(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}

package org.rongyi.platform.division;

/** 变更类型: what can happen to a division. */
public enum ChangeKind {
    RENAMED("更名"),
    RECODED("变更代码"),
    ADDED("设立"),
    REMOVED("撤销"),
    MERGED("合并"),
    SPLIT("拆分"),
    REPARENTED("改变隶属"),
    /** A removal whose successor a person has named afterwards. */
    ANSWERED("认定承接");

    private final String zh;

    ChangeKind(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}

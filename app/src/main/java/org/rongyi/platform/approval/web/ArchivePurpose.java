package org.rongyi.platform.approval.web;

/** 下载全卷的用途: what the file of a whole case is taken out for; it stands in the trail. */
public enum ArchivePurpose {
    HANDLE("办理、复核这件事"),
    INSPECT("检查、审计"),
    LAWSUIT("行政复议、诉讼举证"),
    FILE("归档");

    private final String zh;

    ArchivePurpose(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}

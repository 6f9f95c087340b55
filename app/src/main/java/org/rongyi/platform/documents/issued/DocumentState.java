package org.rongyi.platform.documents.issued;

/** 文件状态: whether what it says still holds. */
public enum DocumentState {
    VALID("有效"),
    REVOKED("已撤销"),
    REPLACED("已被替代");

    private final String zh;

    DocumentState(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}

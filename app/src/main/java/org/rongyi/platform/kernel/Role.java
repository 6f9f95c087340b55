package org.rongyi.platform.kernel;

/** 岗位角色: what a post is for. Role and level together decide what may be done; the unit decides on whose data. */
public enum Role {
    CLERK("站务员"),
    OFFICER("业务干部"),
    LEADER("负责人"),
    AUDITOR("审计员"),
    SYSTEM_ADMIN("系统管理员");

    private final String zh;

    Role(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}

package org.rongyi.platform.kernel;

/** 岗位角色: what a post is for. Role and level together decide what may be done; the unit decides on whose data. */
public enum Role {
    CLERK("站务员"),
    OFFICER("业务干部"),
    LEADER("负责人"),
    AUDITOR("审计员"),
    SYSTEM_ADMIN("系统管理员"),
    SECURITY_ADMIN("安全管理员"),
    EMPLOYER("接收单位经办");

    private final String zh;

    Role(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }

    /** 三员: of 系统管理员, 安全管理员 and 审计员 nobody is two at a time (GB/T 22239-2019 8.1.5). */
    public boolean isSeparate() {
        return switch (this) {
            case SYSTEM_ADMIN, SECURITY_ADMIN, AUDITOR -> true;
            case CLERK, OFFICER, LEADER, EMPLOYER -> false;
        };
    }

    /** 授权岗位: approves or administers, so the security administrator gives and ends it, and nobody else. */
    public boolean isAuthorised() {
        return this == LEADER || isSeparate();
    }

    /** 外单位的岗位: of a unit that takes veterans on. No territory is its, and of the service it sees what it is handed. */
    public boolean isOutside() {
        return this == EMPLOYER;
    }

    /** 业务岗位: does the service's work, and may be done by a colleague while its holder is away. */
    public boolean isBusiness() {
        return !isSeparate() && !isOutside();
    }

    /** Whether the post's work is with records of the service, reading or writing; the two who administer read none. */
    public boolean readsRecords() {
        return this != SYSTEM_ADMIN && this != SECURITY_ADMIN && !isOutside();
    }
}

package org.rongyi.career.campaign.group;

/** 会议议题: what the group met about. */
public enum MeetingKind {
    PLAN("审定方案"),
    RESULT("审定结果"),
    SET_ASIDE("撤销一次运行"),
    CORRECTION("纠正得分");

    private final String zh;

    MeetingKind(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}

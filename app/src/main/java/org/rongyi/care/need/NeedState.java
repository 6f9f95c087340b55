package org.rongyi.care.need;

/** 需求状态: 待受理 → 办理中 → 已答复; or 撤销 with the visit that recorded it. */
public enum NeedState {
    OPEN("待受理"),
    ACCEPTED("办理中"),
    ANSWERED("已答复"),
    DROPPED("已撤销");

    private final String zh;

    NeedState(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }

    public boolean mayBecome(NeedState next) {
        return switch (this) {
            case OPEN -> next == ACCEPTED || next == ANSWERED || next == DROPPED;
            case ACCEPTED -> next == ANSWERED || next == DROPPED;
            case ANSWERED, DROPPED -> false;
        };
    }
}

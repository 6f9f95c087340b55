package org.rongyi.care.fund;

/** 资金类别: what a fund lives on and who answers for it. */
public enum FundKind {
    /** The principal is never spent; only its return is (广东省退役军人应急救助资金管理暂行办法). */
    EMERGENCY("应急救助基金"),
    /** Gifts, kept by a charity (慈善法); a bureau is none. */
    CARE("关爱基金"),
    BUDGET("财政预算"),
    VOLUNTEER("志愿服务基金");

    /** 管理费用, in the list {@code fund.purpose}. */
    public static final String MANAGEMENT = "MANAGEMENT";

    private final String zh;

    FundKind(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }

    /**
     * Whether it may be used for an entry of the list {@code fund.purpose}: the emergency fund's return is for emergencies alone
     * (暂行办法), the volunteers' fund for volunteering.
     */
    public boolean paysFor(String purpose) {
        return switch (this) {
            case EMERGENCY, VOLUNTEER -> purpose.equals(name());
            case CARE, BUDGET -> true;
        };
    }

    /** Whether money in it may be bound to one: to what it pays for, and to what keeping any fund costs. */
    public boolean mayBeBoundTo(String purpose) {
        return paysFor(purpose) || purpose.equals(MANAGEMENT);
    }

    /** Whether a charity stands behind it, whose papers are shown wherever gifts are spoken of. */
    public boolean takesGifts() {
        return this == CARE || this == VOLUNTEER;
    }
}

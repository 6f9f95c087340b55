package org.rongyi.care.fund.ledger;

/** 凭证类别: why money moved. */
public enum EntryKind {
    PRINCIPAL("本金入账"),
    GIFT("收到捐赠"),
    RETURN("收到收益"),
    APPROPRIATION("收到拨款"),
    COMMIT("承诺"),
    UNCOMMIT("解除承诺"),
    RELEASE("拨付"),
    PAID("付讫"),
    BOUNCED("退汇"),
    OVERPAID("重付挂账"),
    OVERPAID_BACK("重付收回"),
    HANDED_OUT("物资签收"),
    TAKEN_BACK("发放收回"),
    RECOVERY_DUE("追回挂账"),
    RECOVERED("追回"),
    WRITTEN_OFF("追回核销"),
    MANAGEMENT("管理费用"),
    REPURPOSED("变更用途"),
    GIVEN_BACK("结余上缴"),
    /** 资金终止: what is left, out of one fund and into another. */
    HANDED_OVER("转出结余"),
    TAKEN_OVER("转入结余"),
    REVERSAL("红字冲回"),
    YEAR_END("年终结转");

    private final String zh;

    EntryKind(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }

    /** Whether it stands for itself: what grants and payments enter is taken back by their own acts. */
    public boolean isReversibleByItself() {
        return switch (this) {
            case PRINCIPAL, GIFT, RETURN, APPROPRIATION, MANAGEMENT -> true;
            case COMMIT,
                    UNCOMMIT,
                    RELEASE,
                    PAID,
                    BOUNCED,
                    OVERPAID,
                    OVERPAID_BACK,
                    HANDED_OUT,
                    TAKEN_BACK,
                    RECOVERY_DUE,
                    RECOVERED,
                    WRITTEN_OFF,
                    REPURPOSED,
                    GIVEN_BACK,
                    HANDED_OVER,
                    TAKEN_OVER,
                    REVERSAL,
                    YEAR_END -> false;
        };
    }
}

package org.rongyi.care.fund.ledger;

/**
 * 科目. Two layers, each balanced in every entry: where the money is and to whom it belongs (财务), and what each source
 * may still be used for (用途). The principal stands in the first alone, so nothing can commit or spend it.
 */
public enum AccountKind {
    BANK("银行存款", Layer.MONEY, Side.DEBIT),
    INVESTMENT("受托投资", Layer.MONEY, Side.DEBIT),
    GOODS("库存物资", Layer.MONEY, Side.DEBIT),
    /** Paid by the bank a second time, or given on false grounds: to be had back. */
    RECEIVABLE("应收退回款", Layer.MONEY, Side.DEBIT),
    PRINCIPAL("本金", Layer.MONEY, Side.CREDIT),
    NET_ASSETS("净资产", Layer.MONEY, Side.CREDIT),
    OWED("应付帮扶款", Layer.MONEY, Side.CREDIT),
    GIFT_INCOME("捐赠收入", Layer.MONEY, Side.CREDIT),
    RETURN_INCOME("投资收益", Layer.MONEY, Side.CREDIT),
    APPROPRIATION("财政拨款收入", Layer.MONEY, Side.CREDIT),
    AID_COST("帮扶支出", Layer.MONEY, Side.DEBIT),
    MANAGEMENT_COST("管理费用", Layer.MONEY, Side.DEBIT),
    RECEIVED("收到", Layer.USE, Side.DEBIT),
    AVAILABLE("可用", Layer.USE, Side.CREDIT),
    COMMITTED("已承诺", Layer.USE, Side.CREDIT),
    IN_PAYMENT("拨付中", Layer.USE, Side.CREDIT),
    SPENT("已支出", Layer.USE, Side.CREDIT);

    /** 财务、用途. */
    public enum Layer {
        MONEY,
        USE
    }

    private enum Side {
        DEBIT,
        CREDIT
    }

    private final String zh;
    private final Layer layer;
    private final Side side;

    AccountKind(String zh, Layer layer, Side side) {
        this.zh = zh;
        this.layer = layer;
        this.side = side;
    }

    public String zh() {
        return zh;
    }

    public Layer layer() {
        return layer;
    }

    public boolean isUse() {
        return layer == Layer.USE;
    }

    /** 1 where the debits are more, -1 where the credits are. */
    public int sign() {
        return side == Side.DEBIT ? 1 : -1;
    }

    /** 收入 or 支出 of the year: closed to 净资产 at its end. */
    public boolean isOfYear() {
        return switch (this) {
            case GIFT_INCOME, RETURN_INCOME, APPROPRIATION, AID_COST, MANAGEMENT_COST -> true;
            case BANK,
                    INVESTMENT,
                    GOODS,
                    RECEIVABLE,
                    PRINCIPAL,
                    NET_ASSETS,
                    OWED,
                    RECEIVED,
                    AVAILABLE,
                    COMMITTED,
                    IN_PAYMENT,
                    SPENT -> false;
        };
    }
}

package org.rongyi.care.fund.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.ledger.AccountKind;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.ui.Words;

/** 收到多少，用到了哪一步: 收到 = 可用 + 已承诺 + 拨付中 + 已支出. */
public record Use(Money received, Money available, Money committed, Money inPayment, Money spent) {

    private static final long LARGE = 1_000_000;

    static Use of(Map<AccountKind, Long> balances) {
        return new Use(
                amount(balances, AccountKind.RECEIVED),
                amount(balances, AccountKind.AVAILABLE),
                amount(balances, AccountKind.COMMITTED),
                amount(balances, AccountKind.IN_PAYMENT),
                amount(balances, AccountKind.SPENT));
    }

    /** 已定给谁、还没有到他手里. */
    public Money underWay() {
        return committed.plus(inPayment);
    }

    /** A large amount as people say it, the exact one stands beside it; a small one to the fen. */
    public static String shown(Money amount) {
        return isLarge(amount) ? Words.wanYuan(amount.fen()).replace("万元", "") : amount.text();
    }

    public static String unit(Money amount) {
        return isLarge(amount) ? "万元" : "元";
    }

    /** What a rounded amount is to the fen; none where it is not rounded. */
    public static @Nullable String exact(Money amount) {
        return isLarge(amount) ? Words.yuan(amount.fen()) : null;
    }

    private static boolean isLarge(Money amount) {
        return amount.compareTo(Money.ofYuan(LARGE)) >= 0;
    }

    private static Money amount(Map<AccountKind, Long> balances, AccountKind kind) {
        return new Money(kind.sign() * balances.getOrDefault(kind, 0L));
    }
}

package org.rongyi.care.fund.web;

import java.util.Map;
import org.rongyi.care.fund.ledger.AccountKind;
import org.rongyi.platform.kernel.Money;

/** 收到多少，用到了哪一步: 收到 = 可用 + 已承诺 + 拨付中 + 已支出. */
public record Use(Money received, Money available, Money committed, Money inPayment, Money spent) {

    static Use of(Map<AccountKind, Long> balances) {
        return new Use(
                amount(balances, AccountKind.RECEIVED),
                amount(balances, AccountKind.AVAILABLE),
                amount(balances, AccountKind.COMMITTED),
                amount(balances, AccountKind.IN_PAYMENT),
                amount(balances, AccountKind.SPENT));
    }

    private static Money amount(Map<AccountKind, Long> balances, AccountKind kind) {
        return new Money(kind.sign() * balances.getOrDefault(kind, 0L));
    }
}

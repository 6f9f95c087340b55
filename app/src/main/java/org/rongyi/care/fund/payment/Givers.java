package org.rongyi.care.fund.payment;

import org.rongyi.platform.kernel.Money;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** 出钱的各项服务: each hears of its own grants. */
@Component
public class Givers {

    private final ObjectProvider<TakenBack> services;

    Givers(ObjectProvider<TakenBack> services) {
        this.services = services;
    }

    /** 解除承诺 or 追回到账: so much of it is not given after all. */
    public void less(Grants.Grant grant, Money amount) {
        if (amount.isPositive()) {
            tell(grant, amount);
        }
    }

    /** 冲回退回: so much of what was taken for back again was not, and is given as before. */
    public void again(Grants.Grant grant, Money amount) {
        tell(grant, Money.ZERO.minus(amount));
    }

    private void tell(Grants.Grant grant, Money less) {
        services.stream()
                .filter(one -> one.service().equals(grant.service()))
                .forEach(one -> one.less(grant.caseId(), grant.inKind(), less));
    }
}

package org.rongyi.care.fund.payment;

import org.rongyi.platform.vault.SealedColumn;
import org.rongyi.platform.vault.SealedPlace;
import org.rongyi.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What payments keep sealed. */
@Configuration(proxyBeanMethods = false)
class PaymentSeals {

    @Bean
    SealedPlace sealedPaymentAccounts(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("拨付：收款账号", Payments.ACCOUNT, vault, jdbc);
    }
}

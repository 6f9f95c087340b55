package org.rongyi.care.fund.payee;

import org.rongyi.platform.vault.SealedColumn;
import org.rongyi.platform.vault.SealedPlace;
import org.rongyi.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What corrections of an account keep sealed. */
@Configuration(proxyBeanMethods = false)
class PayeeSeals {

    @Bean
    SealedPlace sealedPayeeChanges(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("更正收款账号：账号", PayeeChanges.ACCOUNT, vault, jdbc);
    }
}

package org.rongyi.care.fund;

import org.rongyi.platform.vault.SealedColumn;
import org.rongyi.platform.vault.SealedPlace;
import org.rongyi.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What this room keeps sealed. */
@Configuration(proxyBeanMethods = false)
class FundSeals {

    @Bean
    SealedPlace sealedDonorPhones(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("捐赠：捐赠人电话", Gifts.PHONE, vault, jdbc);
    }

    @Bean
    SealedPlace sealedQueryCodes(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("捐赠：查询码", Gifts.QUERY, vault, jdbc);
    }

    @Bean
    SealedPlace sealedPayees(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("承诺：收款账号", Commitments.ACCOUNT, vault, jdbc);
    }
}

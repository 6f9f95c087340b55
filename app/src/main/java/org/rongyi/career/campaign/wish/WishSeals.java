package org.rongyi.career.campaign.wish;

import org.rongyi.platform.vault.SealedColumn;
import org.rongyi.platform.vault.SealedPlace;
import org.rongyi.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is kept sealed of the wishes once they are open. */
@Configuration(proxyBeanMethods = false)
class WishSeals {

    @Bean
    SealedPlace sealedOpenedWishes(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("开启的志愿", OpenedWishes.WISHES, vault, jdbc);
    }
}

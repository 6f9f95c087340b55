package org.rongyi.care.need;

import org.rongyi.platform.vault.SealedColumn;
import org.rongyi.platform.vault.SealedPlace;
import org.rongyi.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What this room keeps sealed. */
@Configuration(proxyBeanMethods = false)
class NeedSeals {

    @Bean
    SealedPlace sealedNeeds(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("需求：所要求的事", Needs.TEXT, vault, jdbc);
    }
}

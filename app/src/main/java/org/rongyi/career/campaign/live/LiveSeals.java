package org.rongyi.career.campaign.live;

import org.rongyi.platform.vault.SealedColumn;
import org.rongyi.platform.vault.SealedPlace;
import org.rongyi.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the live session keeps sealed. */
@Configuration(proxyBeanMethods = false)
class LiveSeals {

    @Bean
    SealedPlace sealedFallBacks(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("现场选岗：超时照给的志愿", FallBacks.POSTS, vault, jdbc);
    }
}

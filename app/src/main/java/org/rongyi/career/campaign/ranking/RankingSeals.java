package org.rongyi.career.campaign.ranking;

import org.rongyi.platform.vault.SealedColumn;
import org.rongyi.platform.vault.SealedPlace;
import org.rongyi.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a unit's ranking keeps sealed. */
@Configuration(proxyBeanMethods = false)
class RankingSeals {

    @Bean
    SealedPlace sealedRankings(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("双向选择：单位的排序", Rankings.RANKING, vault, jdbc);
    }
}

package org.rongyi.career.reception.scoring;

import org.rongyi.platform.vault.SealedColumn;
import org.rongyi.platform.vault.SealedPlace;
import org.rongyi.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the score keeps sealed. */
@Configuration(proxyBeanMethods = false)
class ScoringSeals {

    @Bean
    SealedPlace sealedScoreObjections(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("评分异议：内容", ScoreObjections.WORDS, vault, jdbc);
    }
}

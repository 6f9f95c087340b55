package org.rongyi.care.fund.recovery;

import org.rongyi.platform.vault.SealedColumn;
import org.rongyi.platform.vault.SealedPlace;
import org.rongyi.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What recoveries keep sealed. */
@Configuration(proxyBeanMethods = false)
class RecoverySeals {

    @Bean
    SealedPlace sealedRecoveries(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("追回：查明的事实", Recoveries.WORDS, vault, jdbc);
    }

    @Bean
    SealedPlace sealedStatements(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("追回：陈述、申辩", Recoveries.SAID, vault, jdbc);
    }

    @Bean
    SealedPlace sealedRecoveryDecisions(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("追回：决定的理由", Recoveries.DECIDED, vault, jdbc);
    }

    @Bean
    SealedPlace sealedTakingsBack(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("追回：为什么冲回一笔退回", Repayments.TAKEN_BACK, vault, jdbc);
    }

    @Bean
    SealedPlace sealedWaivers(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("追回：为什么核销", Recoveries.WAIVE, vault, jdbc);
    }
}

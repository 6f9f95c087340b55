package org.rongyi.career.reception.ending;

import org.rongyi.platform.vault.SealedColumn;
import org.rongyi.platform.vault.SealedPlace;
import org.rongyi.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an ending keeps sealed. */
@Configuration(proxyBeanMethods = false)
class EndingSeals {

    @Bean
    SealedPlace sealedEndReasons(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("终止安置待遇：理由", Endings.REASON, vault, jdbc);
    }

    @Bean
    SealedPlace sealedEndHearings(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("终止安置待遇：本人说明", Endings.HEARD, vault, jdbc);
    }

    @Bean
    SealedPlace sealedEndObjections(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("终止安置待遇：异议", Endings.OBJECTION, vault, jdbc);
    }
}

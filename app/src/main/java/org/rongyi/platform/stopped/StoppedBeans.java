package org.rongyi.platform.stopped;

import org.rongyi.platform.vault.SealedColumn;
import org.rongyi.platform.vault.SealedPlace;
import org.rongyi.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What this room keeps sealed. */
@Configuration(proxyBeanMethods = false)
class StoppedBeans {

    @Bean
    SealedPlace sealedStoppedText(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("等复核的话", StoppedTexts.TEXT, vault, jdbc);
    }

    @Bean
    SealedPlace sealedStoppedForm(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("等复核的话：一并填的", StoppedTexts.FORM, vault, jdbc);
    }
}

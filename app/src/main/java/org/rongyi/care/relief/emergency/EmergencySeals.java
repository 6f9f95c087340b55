package org.rongyi.care.relief.emergency;

import org.rongyi.platform.vault.SealedColumn;
import org.rongyi.platform.vault.SealedPlace;
import org.rongyi.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What 应急救助 keeps sealed. */
@Configuration(proxyBeanMethods = false)
class EmergencySeals {

    @Bean
    SealedPlace sealedEmergencyWords(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("应急救助：困难情况", Emergencies.WORDS, vault, jdbc);
    }

    @Bean
    SealedPlace sealedEmergencyDiagnoses(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("应急救助：病情", Emergencies.DIAGNOSIS, vault, jdbc);
    }

    @Bean
    SealedPlace sealedEmergencyEconomies(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("应急救助：家庭经济状况", Emergencies.ECONOMY, vault, jdbc);
    }

    @Bean
    SealedPlace sealedEmergencyAccounts(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("应急救助：收款卡号", Emergencies.ACCOUNT, vault, jdbc);
    }

    @Bean
    SealedPlace sealedEmergencyFindings(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("应急救助：入户核查", Emergencies.FOUND, vault, jdbc);
    }

    @Bean
    SealedPlace sealedEmergencyBases(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("应急救助：决定的依据", Emergencies.BASIS, vault, jdbc);
    }
}

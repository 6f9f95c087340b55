package org.rongyi.care.relief;

import org.rongyi.platform.vault.SealedColumn;
import org.rongyi.platform.vault.SealedPlace;
import org.rongyi.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What this room keeps sealed. */
@Configuration(proxyBeanMethods = false)
class ReliefSeals {

    @Bean
    SealedPlace sealedAidWords(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("帮扶援助：困难情况", Aids.WORDS, vault, jdbc);
    }

    @Bean
    SealedPlace sealedAidDiagnoses(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("帮扶援助：病情", Aids.DIAGNOSIS, vault, jdbc);
    }

    @Bean
    SealedPlace sealedAidEconomies(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("帮扶援助：家庭经济状况", Aids.ECONOMY, vault, jdbc);
    }

    @Bean
    SealedPlace sealedAidAccounts(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("帮扶援助：收款卡号", Aids.ACCOUNT, vault, jdbc);
    }

    @Bean
    SealedPlace sealedAidFindings(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("帮扶援助：入户核查", Aids.FOUND, vault, jdbc);
    }

    @Bean
    SealedPlace sealedAidBases(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("帮扶援助：决定的依据", Aids.BASIS, vault, jdbc);
    }

    @Bean
    SealedPlace sealedBarDocuments(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("不予帮扶援助的文书", Bars.DOCUMENT, vault, jdbc);
    }
}

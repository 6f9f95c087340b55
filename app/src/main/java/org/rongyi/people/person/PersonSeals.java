package org.rongyi.people.person;

import org.rongyi.platform.vault.BlindColumn;
import org.rongyi.platform.vault.SealedColumn;
import org.rongyi.platform.vault.SealedPlace;
import org.rongyi.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What this room keeps sealed. */
@Configuration(proxyBeanMethods = false)
class PersonSeals {

    @Bean
    SealedPlace sealedCitizenNumbers(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("人员档案：公民身份号码", People.CITIZEN, vault, jdbc);
    }

    @Bean
    BlindColumn blindCitizenNumbers(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return new BlindColumn("人员档案：凭公民身份号码查找", People.CITIZEN, "citizen_index", People.CITIZEN_INDEX, vault, jdbc);
    }

    @Bean
    SealedPlace sealedPhones(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("人员档案：联系电话", People.PHONE, vault, jdbc);
    }

    @Bean
    SealedPlace sealedCorrectionRequests(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("更正个人信息的申请", CorrectionRequests.CONTENT, vault, jdbc);
    }
}

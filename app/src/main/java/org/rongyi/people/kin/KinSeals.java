package org.rongyi.people.kin;

import org.rongyi.people.person.People;
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
class KinSeals {

    @Bean
    SealedPlace sealedKinNumbers(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("亲属代办：代办人身份证号", KinMandates.CITIZEN, vault, jdbc);
    }

    @Bean
    BlindColumn blindKinNumbers(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return new BlindColumn(
                "亲属代办：凭代办人身份证号查找", KinMandates.CITIZEN, "citizen_index", People.CITIZEN_INDEX, vault, jdbc);
    }
}

package org.rongyi.care.fund.related;

import org.rongyi.people.person.People;
import org.rongyi.platform.vault.BlindColumn;
import org.rongyi.platform.vault.SealedColumn;
import org.rongyi.platform.vault.SealedPlace;
import org.rongyi.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What declarations keep sealed and are found by. */
@Configuration(proxyBeanMethods = false)
class RelatedSeals {

    @Bean
    SealedPlace sealedRelatedNumbers(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("利害关系人申报：公民身份号码", RelatedPersons.NUMBER, vault, jdbc);
    }

    @Bean
    BlindColumn blindRelatedNumbers(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return new BlindColumn(
                "利害关系人申报：凭公民身份号码查找", RelatedPersons.NUMBER, "number_index", People.CITIZEN_INDEX, vault, jdbc);
    }
}

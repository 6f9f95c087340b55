package org.rongyi.career.campaign.objection;

import org.rongyi.platform.vault.SealedColumn;
import org.rongyi.platform.vault.SealedField;
import org.rongyi.platform.vault.SealedPlace;
import org.rongyi.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who objected, to what, and what he was answered: sealed. */
@Configuration(proxyBeanMethods = false)
class ObjectionSeals {

    static final SealedField NAME = new SealedField("campaign.objection", "name_sealed");
    static final SealedField PHONE = new SealedField("campaign.objection", "phone_sealed");
    static final SealedField GROUNDS = new SealedField("campaign.objection", "grounds_sealed");
    static final SealedField ANSWER = new SealedField("campaign.objection", "answer_sealed");

    @Bean
    SealedPlace sealedNoticeObjectors(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("安置公示异议：谁提的", NAME, vault, jdbc);
    }

    @Bean
    SealedPlace sealedNoticeObjectorPhones(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("安置公示异议：电话", PHONE, vault, jdbc);
    }

    @Bean
    SealedPlace sealedNoticeGrounds(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("安置公示异议：理由", GROUNDS, vault, jdbc);
    }

    @Bean
    SealedPlace sealedNoticeAnswers(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("安置公示异议：答复", ANSWER, vault, jdbc);
    }
}

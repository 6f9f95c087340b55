package org.rongyi.career.campaign.direct;

import org.rongyi.platform.vault.SealedColumn;
import org.rongyi.platform.vault.SealedField;
import org.rongyi.platform.vault.SealedPlace;
import org.rongyi.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who objected to an agreement, and his words: sealed. */
@Configuration(proxyBeanMethods = false)
class DirectSeals {

    static final SealedField WHOSE = new SealedField("campaign.direct_objection", "whose_sealed");
    static final SealedField WORDS = new SealedField("campaign.direct_objection", "words_sealed");

    @Bean
    SealedPlace sealedDirectObjectors(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("直通安置异议：谁提的", WHOSE, vault, jdbc);
    }

    @Bean
    SealedPlace sealedDirectGrounds(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("直通安置异议：内容", WORDS, vault, jdbc);
    }
}

package org.rongyi.career.campaign.material;

import org.rongyi.platform.vault.SealedColumn;
import org.rongyi.platform.vault.SealedField;
import org.rongyi.platform.vault.SealedPlace;
import org.rongyi.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 盐和随机数, sealed. */
@Configuration(proxyBeanMethods = false)
class SecrecySeals {

    static final SealedField SALT = new SealedField("campaign.campaign", "salt_sealed");
    static final SealedField NONCE = new SealedField("campaign.candidate", "nonce_sealed");

    @Bean
    SealedPlace sealedSalts(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("安置活动：抽签的盐", SALT, vault, jdbc);
    }

    @Bean
    SealedPlace sealedNonces(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("安置活动：没有交志愿的人的随机数", NONCE, vault, jdbc);
    }
}

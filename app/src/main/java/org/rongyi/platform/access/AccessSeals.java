package org.rongyi.platform.access;

import java.util.List;
import java.util.UUID;
import org.rongyi.platform.vault.SealedColumn;
import org.rongyi.platform.vault.SealedPlace;
import org.rongyi.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What this room keeps sealed. */
@Configuration(proxyBeanMethods = false)
class AccessSeals {

    @Bean
    SealedPlace sealedFactors(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return new SealedColumn(
                "账号：动态验证码的密钥",
                SecondFactors.SECRET,
                List.of(new SealedColumn.Key("account_id", "uuid")),
                key -> SecondFactors.SECRET.aad(UUID.fromString(key.getFirst())),
                vault,
                jdbc);
    }
}

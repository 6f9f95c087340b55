package org.rongyi.platform.vault;

import java.time.Clock;
import org.flywaydb.core.Flyway;
import org.rongyi.platform.database.DataDirectory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

    @Bean
    Keys keys(DataDirectory directory, Flyway migrated, @Qualifier("job") JdbcClient jdbc, Clock clock) {
        return KeyCheck.of(directory.keys(), jdbc, clock);
    }

    @Bean
    Vault vault(Keys keys) {
        return new Vault(keys);
    }

    @Bean
    Signer signer(DataDirectory directory) {
        return new Signer(SigningKeys.in(directory.keys()));
    }
}

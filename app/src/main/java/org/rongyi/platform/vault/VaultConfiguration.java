package org.rongyi.platform.vault;

import org.rongyi.platform.database.DataDirectory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

    @Bean
    Vault vault(DataDirectory directory) {
        return new Vault(Keys.in(directory.keys()));
    }

    @Bean
    Signer signer(DataDirectory directory) {
        return new Signer(SigningKeys.in(directory.keys()));
    }
}

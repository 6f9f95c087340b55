package org.rongyi.network.oversight;

import java.time.Duration;
import org.rongyi.platform.schedule.Recurring;
import org.rongyi.platform.vault.Reindexing;
import org.rongyi.platform.vault.Resealing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What follows from a change of keys by itself. */
@Configuration(proxyBeanMethods = false)
class KeyJobs {

    @Bean
    Recurring resealAfterRenewal(Resealing resealing) {
        return Recurring.every("vault.reseal", "用新密钥重新封存", Duration.ofSeconds(30), resealing::run);
    }

    @Bean
    Recurring reindexAfterRenewal(Reindexing reindexing) {
        return Recurring.every("vault.reindex", "换查找密钥", Duration.ofSeconds(30), reindexing::run);
    }
}

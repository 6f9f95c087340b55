package org.rongyi.care.fund.ledger;

import java.time.Duration;
import org.rongyi.platform.schedule.Recurring;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an upgrade leaves to be done beside the work. */
@Configuration(proxyBeanMethods = false)
class PrintJobs {

    /** Stretches at a run: a few seconds of work. */
    private static final int STRETCHES = 10;

    @Bean
    Recurring printAccountsOfBefore(AccountPrints prints) {
        return Recurring.every("fund.prints", "补记收款账号的指纹", Duration.ofSeconds(30), () -> {
            int done = 0;
            while (done < STRETCHES && prints.fillOn()) {
                done++;
            }
        });
    }
}

package org.rongyi.platform.policy;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one {@link Policy} of the program. */
@Configuration(proxyBeanMethods = false)
class PolicyBeans {

    @Bean
    Policy policy() {
        var shipped = PolicyState.shipped();
        return new Policy(() -> shipped);
    }
}

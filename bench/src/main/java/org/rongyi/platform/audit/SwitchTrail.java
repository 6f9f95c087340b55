package org.rongyi.platform.audit;

import java.time.Clock;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts the switched trail in the place of the one acts write; that of jobs stays. */
@Component
class SwitchTrail implements BeanPostProcessor {

    private final BeanFactory beans;

    SwitchTrail(BeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return name.equals("auditTrail")
                ? new SwitchedTrail(beans.getBean(JdbcClient.class), beans.getBean(Clock.class))
                : bean;
    }
}

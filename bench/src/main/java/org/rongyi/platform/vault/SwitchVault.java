package org.rongyi.platform.vault;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/** Puts the switched vault in the place of the product's, for the benchmark. */
@Component
class SwitchVault implements BeanPostProcessor {

    private final BeanFactory beans;

    SwitchVault(BeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean.getClass() == Vault.class ? new SwitchedVault(beans.getBean(Keys.class)) : bean;
    }
}

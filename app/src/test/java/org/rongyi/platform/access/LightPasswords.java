package org.rongyi.platform.access;

import java.time.Clock;
import org.rongyi.platform.policy.Policy;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * The same hash of passwords, at a cost nobody would ship: the tests sign in some thousand times, and what is meant to be dear for who
 * guesses was dear for them. {@link PasswordsTest} holds the cost that is shipped; programs that tests start have it.
 */
public final class LightPasswords {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int KIB = 64;

    private LightPasswords() {}

    /** For a program that a test makes in its own JVM. */
    public static void initialize(ConfigurableApplicationContext program) {
        program.addBeanFactoryPostProcessor(LightPasswords::in);
    }

    /** In place of the shipped ones, before any bean is made. */
    private static void in(ConfigurableListableBeanFactory beans) {
        var definition = (AbstractBeanDefinition) beans.getBeanDefinition("passwords");
        definition.setInstanceSupplier(() -> new Passwords(
                new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, KIB, 1),
                beans.getBean(Policy.class),
                beans.getBean(Clock.class)));
    }
}

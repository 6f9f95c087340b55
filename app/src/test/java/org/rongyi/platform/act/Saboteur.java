package org.rongyi.platform.act;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stops the work of this thread at its n-th statement, when armed; in tests only. Either the statement fails, or its connection is
 * killed on the server in the middle of the transaction.
 */
@Component
public class Saboteur implements BeanPostProcessor {

    private static final String KILL = "select pg_terminate_backend(pg_backend_pid())";

    private static final ThreadLocal<Charge> ARMED = new ThreadLocal<>();

    /** How it strikes. */
    public enum Way {
        FAIL,
        KILL_CONNECTION
    }

    private static final class Charge {

        private final Way way;
        private int left;
        private boolean struck;

        Charge(int at, Way way) {
            this.left = at;
            this.way = way;
        }
    }

    /** What a failed statement throws. */
    public static final class Struck extends RuntimeException {}

    /** @param at which statement, the first is 1 */
    public static void arm(int at, Way way) {
        ARMED.set(new Charge(at, way));
    }

    /** Whether it struck. */
    public static boolean disarm() {
        var charge = ARMED.get();
        ARMED.remove();
        return charge != null && charge.struck;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof JdbcClient jdbc ? watched(jdbc) : bean;
    }

    private static JdbcClient watched(JdbcClient jdbc) {
        return (JdbcClient) Proxy.newProxyInstance(
                JdbcClient.class.getClassLoader(), new Class<?>[] {JdbcClient.class}, (self, method, arguments) -> {
                    if (method.getName().equals("sql")) {
                        strike(jdbc);
                    }
                    try {
                        return method.invoke(jdbc, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static void strike(JdbcClient jdbc) {
        var charge = ARMED.get();
        if (charge == null || charge.struck || --charge.left > 0) {
            return;
        }
        charge.struck = true;
        if (charge.way == Way.KILL_CONNECTION) {
            jdbc.sql(KILL).query().singleRow(); // throws: nobody is left to answer
        }
        throw new Struck();
    }
}

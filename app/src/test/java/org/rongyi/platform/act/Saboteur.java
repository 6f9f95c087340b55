package org.rongyi.platform.act;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.Callable;
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
        private int statements;
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

    /** How many there were since it was armed. */
    public static int statements() {
        var charge = ARMED.get();
        return charge == null ? 0 : charge.statements;
    }

    /** Work of this thread that is nobody's to stop. */
    static <T> T aside(Callable<T> work) throws Exception {
        var charge = ARMED.get();
        ARMED.remove();
        try {
            return work.call();
        } finally {
            if (charge != null) {
                ARMED.set(charge);
            }
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof JdbcClient jdbc ? watched(jdbc) : bean;
    }

    private static JdbcClient watched(JdbcClient jdbc) {
        return (JdbcClient) Proxy.newProxyInstance(
                JdbcClient.class.getClassLoader(), new Class<?>[] {JdbcClient.class}, (self, method, arguments) -> {
                    if (method.getName().equals("sql") && !Undone.isOwn(String.valueOf(arguments[0]))) {
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
        if (charge == null) {
            return;
        }
        charge.statements++;
        if (charge.struck || --charge.left > 0) {
            return;
        }
        charge.struck = true;
        if (charge.way == Way.KILL_CONNECTION) {
            jdbc.sql(KILL).query().singleRow(); // throws: nobody is left to answer
        }
        throw new Struck();
    }
}

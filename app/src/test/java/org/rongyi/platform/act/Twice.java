package org.rongyi.platform.act;

import java.lang.reflect.InvocationTargetException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * In a soak every act that any test carries out is sent a second time with the same command, once in each JVM, and has to answer as it
 * did. Whatever test it is, what it looks at afterwards shows whether the second left anything.
 */
@Component
class Twice implements BeanPostProcessor {

    private static final boolean FULL = "full".equals(System.getProperty("rongyi.dose"));

    private final Set<String> sent = ConcurrentHashMap.newKeySet();

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!FULL || !(bean instanceof Acts acts)) {
            return bean;
        }
        var proxy = new ProxyFactory(acts);
        proxy.setProxyTargetClass(true);
        proxy.addAdvice((MethodInterceptor) this::sentAgain);
        return proxy.getProxy();
    }

    private Object sentAgain(MethodInvocation call) throws Throwable {
        var first = call.proceed();
        if (!(first instanceof Act.Outcome.Done)
                || TransactionSynchronizationManager.isActualTransactionActive() // the second would spoil it
                || !sent.add(call.getArguments()[1].getClass().getName())) {
            return first;
        }
        var again = Saboteur.aside(() -> {
            try {
                return call.getMethod().invoke(call.getThis(), call.getArguments());
            } catch (InvocationTargetException e) {
                throw new AssertionError("sent again: " + call.getArguments()[2], e.getCause());
            }
        });
        if (!first.equals(again)) {
            throw new AssertionError(call.getArguments()[2] + " was answered " + first + ", then " + again);
        }
        return first;
    }
}

package org.rongyi.care.fund;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Component;

/** The same program in the second week of the next year: the room's own beans, with another clock. */
public final class NextYear implements AutoCloseable {

    private final GenericApplicationContext context = new GenericApplicationContext();

    /** The day it is there. */
    public final LocalDate today;

    public NextYear(ApplicationContext program) {
        this(program, LocalDate.of(LocalDate.now(program.getBean(Clock.class)).getYear() + 1, 1, 10));
    }

    /** The same on another day. */
    NextYear(ApplicationContext program, LocalDate day) {
        var now = program.getBean(Clock.class);
        var thisDay = LocalDate.now(now);
        today = day;
        var then = Clock.offset(now, Duration.ofDays(today.toEpochDay() - thisDay.toEpochDay()));
        context.setParent(program);
        AnnotationConfigUtils.registerAnnotationConfigProcessors(context);
        context.registerBean("then", Clock.class, () -> then, bean -> bean.setPrimary(true));
        for (var type : types()) {
            var bean = BeanDefinitionBuilder.genericBeanDefinition(type).getBeanDefinition();
            bean.setPrimary(true);
            bean.setLazyInit(true);
            context.registerBeanDefinition("then " + type, bean);
        }
        context.refresh();
    }

    /** Acts, stores and books of this room; its screens stay where they are. */
    private static Set<String> types() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Component.class));
        return List.of("org.rongyi.care.fund").stream()
                .flatMap(room -> scanner.findCandidateComponents(room).stream())
                .map(bean -> String.valueOf(bean.getBeanClassName()))
                .filter(type -> !type.contains(".web.") && !type.endsWith("Seals"))
                .collect(Collectors.toSet());
    }

    public <B> B bean(Class<B> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}

package org.rongyi.platform.approval.apply;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Allow;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Opens the doors of every service that is applied for, before the program takes requests. */
@Component
class ApplicationRoutes implements SmartInitializingSingleton {

    private final RequestMappingHandlerMapping mapping;
    private final ApplicationDesk desk;
    private final Transactions transactions;
    private final List<ApplicationForm<?, ?>> forms;

    ApplicationRoutes(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping,
            ApplicationDesk desk,
            Transactions transactions,
            List<ApplicationForm<?, ?>> forms) {
        this.mapping = mapping;
        this.desk = desk;
        this.transactions = transactions;
        this.forms = forms;
    }

    @Override
    public void afterSingletonsInstantiated() {
        forms.stream()
                .sorted(Comparator.comparing(form -> form.doors().service()))
                .forEach(this::open);
    }

    private <A extends ApplicationForm.About, R extends Request> void open(ApplicationForm<A, R> form) {
        requireOneWord(form);
        var doors = new ApplicationDoors<>(new ApplicationFrame<>(desk, transactions, form), form);
        for (var method : ApplicationDoors.class.getDeclaredMethods()) {
            var door = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
            if (door != null) {
                Arrays.stream(door.path())
                        .flatMap(name -> doors.path(name).stream())
                        .map(path -> RequestMappingInfo.paths(path)
                                .methods(door.method())
                                .options(Objects.requireNonNull(mapping.getBuilderConfiguration()))
                                .build())
                        .forEach(route -> mapping.registerMapping(route, doors, method));
            }
        }
    }

    /** 亲属代办 is said by the doors, which have a path for it, and by the acts, which let them in: not by one alone. */
    private static void requireOneWord(ApplicationForm<?, ?> form) {
        boolean family = form.doors().family() != null;
        for (var act : List.of(form.asking(), form.mending())) {
            var allow = act.getAnnotation(Allow.class);
            if (allow == null || allow.kin() != family) {
                throw new IllegalStateException(
                        act.getName() + " and the doors of " + form.doors().service() + " disagree on family");
            }
        }
    }
}

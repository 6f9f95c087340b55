package org.rongyi.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Parameter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * 谁看过我的档案: a post that opens a page with somebody's data stands in the trail before the page is shown, once a day for
 * each record. What was looked at is remembered by this process; after a start it is written once more, which harms nobody.
 */
final class ReadingTrace implements HandlerInterceptor {

    private static final int REMEMBERED = 100_000;

    /**
     * A form for what is no record yet is opened with {@code ?person=}: it shows where he lives and his telephone. It counts only
     * where the route itself asks for it: anything else that stands in an address names nobody.
     */
    private static final String PERSON = "person";

    private final Supplier<List<PersonDoor>> doors;
    private final Transactions transactions;
    private final AuditTrail audit;
    private final Clock clock;
    private final Set<Seen> seen = ConcurrentHashMap.newKeySet();

    ReadingTrace(Supplier<List<PersonDoor>> doors, Transactions transactions, AuditTrail audit, Clock clock) {
        this.doors = doors;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    private record Seen(LocalDate on, UUID account, UUID post, String variable, UUID record) {}

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!"GET".equals(request.getMethod()) || !(SessionFilter.actor(request) instanceof Actor.Office office)) {
            return true;
        }
        var path = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                ? variables
                : Map.of();
        var asked = asksFor(handler) ? request.getParameter(PERSON) : null;
        if (!path.isEmpty() || asked != null) {
            for (var door : doors.get()) {
                var named = path.get(door.variable());
                id(named == null && door.variable().equals(PERSON) ? asked : named)
                        .ifPresent(record -> note(office, door, record));
            }
        }
        return true;
    }

    private static boolean asksFor(Object handler) {
        return handler instanceof HandlerMethod method
                && Arrays.stream(method.getMethod().getParameters())
                        .filter(parameter -> parameter.isAnnotationPresent(RequestParam.class))
                        .anyMatch(parameter -> PERSON.equals(named(parameter)));
    }

    private static String named(Parameter parameter) {
        var said = parameter.getAnnotation(RequestParam.class);
        return !said.name().isEmpty() ? said.name() : !said.value().isEmpty() ? said.value() : parameter.getName();
    }

    private void note(Actor.Office office, PersonDoor door, UUID record) {
        var one = new Seen(LocalDate.now(clock), office.account(), office.post(), door.variable(), record);
        if (seen.contains(one)) {
            return;
        }
        boolean shown = transactions.write(office, () -> {
            var persons = door.persons(record);
            persons.forEach(person -> audit.recordReading(office, person, door.what(record)));
            return !persons.isEmpty();
        });
        if (shown) {
            forget(one.on());
            seen.add(one);
        }
    }

    /** Yesterday's are of no use; too many are forgotten, and written once more at worst. */
    private void forget(LocalDate today) {
        if (seen.size() >= REMEMBERED) {
            seen.removeIf(old -> old.on().isBefore(today));
            if (seen.size() >= REMEMBERED) {
                seen.clear();
            }
        }
    }

    private static Optional<UUID> id(@Nullable Object variable) {
        try {
            return variable instanceof String text ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

package org.rongyi.people.kin;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.rongyi.platform.approval.CaseService;
import org.rongyi.platform.approval.route.RouteBook;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.stereotype.Component;

/** What may be given: the services that are applied for at a place and that family may file. */
@Component
public class KinServices {

    private final RouteBook book;
    private final List<CaseService> rooms;

    KinServices(RouteBook book, List<CaseService> rooms) {
        this.book = book;
        this.rooms = rooms;
    }

    /** Ids and names, by id. */
    public Map<String, String> at(DivisionCode place, LocalDate on) {
        var found = new LinkedHashMap<String, String>();
        var forFamily = rooms.stream()
                .filter(CaseService::isForFamily)
                .map(CaseService::id)
                .collect(Collectors.toSet());
        book.services().stream()
                .filter(service -> forFamily.contains(service.id()))
                .filter(service -> service.on(on, place).isPresent())
                .forEach(service -> found.put(service.id(), service.zh()));
        return found;
    }

    /** Forms of these services that family fills in: path and name, by id. */
    public Map<String, String> forms(Collection<String> services) {
        var found = new LinkedHashMap<String, String>();
        rooms.stream()
                .filter(room -> services.contains(room.id()) && room.familyPath() != null)
                .sorted(Comparator.comparing(CaseService::id))
                .forEach(room -> found.put(Objects.requireNonNull(room.familyPath()), words(List.of(room.id()))));
        return found;
    }

    /** 更正个人信息、困难帮扶. */
    public String words(Collection<String> services) {
        return services.stream()
                .sorted()
                .map(id -> book.services().stream()
                        .filter(service -> service.id().equals(id))
                        .map(RouteBook.Service::zh)
                        .findFirst()
                        .orElse(id))
                .collect(Collectors.joining("、"));
    }
}

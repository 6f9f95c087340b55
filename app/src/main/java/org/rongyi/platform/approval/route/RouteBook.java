package org.rongyi.platform.approval.route;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** 服务与路径: the services that are handled as cases, each with its routes, as {@code approval/*.yaml} has them. */
public final class RouteBook {

    private final Map<String, Service> services;

    /**
     * A service.
     *
     * @param prefix its letters in the case number (业务码)
     */
    public record Service(String id, String zh, String prefix, List<Route> routes) {

        public Service {
            routes = List.copyOf(routes);
        }

        /** The route of a case that begins on a day at a place: the closest set for it, and of those the latest. */
        public Optional<Route> on(LocalDate day, DivisionCode where) {
            Route found = null;
            for (var route : routes) {
                var closeness = route.closeness(where);
                if (route.from().isAfter(day) || closeness == null) {
                    continue;
                }
                var best = found == null ? null : found.closeness(where);
                if (found == null
                        || best == null
                        || closeness < best
                        || closeness.equals(best) && route.from().isAfter(found.from())) {
                    found = route;
                }
            }
            return Optional.ofNullable(found);
        }
    }

    public RouteBook(Collection<Service> services) {
        var byId = new TreeMap<String, Service>();
        for (var service : services) {
            if (byId.put(service.id(), service) != null) {
                throw new IllegalStateException("服务 " + service.id() + " 有两份");
            }
        }
        this.services = new LinkedHashMap<>(byId);
    }

    /** Those that come with the program. */
    public static RouteBook shipped() {
        try {
            var files = new ArrayList<Service>();
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:approval/*.yaml")) {
                try (InputStream in = file.getInputStream()) {
                    files.add(RouteFile.read(String.valueOf(file.getFilename()), in));
                }
            }
            return new RouteBook(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Service get(String id) {
        var service = services.get(id);
        if (service == null) {
            throw new IllegalArgumentException("没有服务 " + id);
        }
        return service;
    }

    public Collection<Service> services() {
        return services.values();
    }
}

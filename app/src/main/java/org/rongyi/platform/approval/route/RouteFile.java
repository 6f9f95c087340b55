package org.rongyi.platform.approval.route;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Assurance;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.Certainty;
import org.rongyi.platform.policy.Source;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** One file of {@code approval/}: a service with its routes, as its owner writes it. */
final class RouteFile {

    private final String name;

    private RouteFile(String name) {
        this.name = name;
    }

    static RouteBook.Service read(String name, InputStream in) {
        Map<?, ?> root = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        return new RouteFile(name).service(root);
    }

    private RouteBook.Service service(Map<?, ?> root) {
        var routes = items(root, "routes").stream().map(this::route).toList();
        if (routes.isEmpty()) {
            throw wrong("没有办理路径");
        }
        return new RouteBook.Service(text(root, "service"), text(root, "zh"), text(root, "prefix"), routes);
    }

    private Route route(Map<?, ?> item) {
        var article = item.get("article");
        try {
            return new Route(
                    LocalDate.parse(text(item, "from")),
                    places(item.get("regions")),
                    new Source(
                            text(item, "document"),
                            article == null ? null : article.toString(),
                            Certainty.of(text(item, "certainty"))),
                    new Route.Limits(
                            text(item, "accept"),
                            text(item, "supplement"),
                            text(item, "decide"),
                            text(item, "deliver")),
                    Assurance.of(Integer.parseInt(text(item, "identity"))),
                    Boolean.TRUE.equals(item.get("review")),
                    items(item, "steps").stream().map(this::step).toList());
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
    }

    private Step step(Map<?, ?> item) {
        var days = text(item, "days");
        boolean said = days.matches("[0-9]+");
        return new Step(
                text(item, "id"),
                text(item, "zh"),
                Step.Kind.valueOf(text(item, "kind")),
                items(item, "seats").stream().map(this::seat).toList(),
                item.get("joint") == null ? Step.Joint.ALL : Step.Joint.valueOf(text(item, "joint")),
                said ? Integer.parseInt(days) : 0,
                Boolean.TRUE.equals(item.get("batch")),
                !Boolean.FALSE.equals(item.get("apart")),
                texts(item.get("checks")),
                item.get("publication") instanceof Map<?, ?> shown ? publication(shown) : null,
                said ? null : days);
    }

    private Step.Publication publication(Map<?, ?> item) {
        return new Step.Publication(
                Step.ShownName.valueOf(text(item, "name")),
                text(item, "back"),
                text(item, "examine"),
                Boolean.TRUE.equals(item.get("optional")));
    }

    private Seat seat(Map<?, ?> item) {
        return new Seat(
                Level.valueOf(text(item, "level")),
                Seat.Body.valueOf(text(item, "body")),
                texts(item.get("roles")).stream().map(Role::valueOf).collect(Collectors.toSet()));
    }

    private static List<DivisionCode> places(@Nullable Object codes) {
        return texts(codes).stream()
                .map(code -> new DivisionCode(Long.parseLong(code)))
                .toList();
    }

    private static List<String> texts(@Nullable Object node) {
        return node instanceof List<?> many ? many.stream().map(String::valueOf).toList() : List.of();
    }

    private List<Map<?, ?>> items(Map<?, ?> item, String key) {
        var items = new ArrayList<Map<?, ?>>();
        if (item.get(key) instanceof List<?> many) {
            many.forEach(one -> items.add((Map<?, ?>) one));
        }
        return items;
    }

    private String text(Map<?, ?> item, String key) {
        var value = item.get(key);
        if (value == null) {
            throw wrong("缺少 " + key + " 于 " + item);
        }
        return value.toString();
    }

    private IllegalStateException wrong(@Nullable String what) {
        return new IllegalStateException("approval/" + name + "：" + what);
    }
}

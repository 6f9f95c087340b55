package org.rongyi.people.consent;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The statements that come with the program: {@code consent/statements.yaml}. */
@Component
public class StatementShelf {

    /** The one every person is to be told. */
    static final String NOTICE = "notice";

    private final List<Statement> all;

    StatementShelf() {
        try (var in = StatementShelf.class.getResourceAsStream("/consent/statements.yaml")) {
            if (in == null) {
                throw new IllegalStateException("consent/statements.yaml is not in the program");
            }
            this.all = read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (find(NOTICE).filter(one -> !one.isConsent()).isEmpty()) {
            throw new IllegalStateException("there is no notice to tell people");
        }
    }

    public List<Statement> all() {
        return all;
    }

    List<Statement> consents() {
        return all.stream().filter(Statement::isConsent).toList();
    }

    Statement notice() {
        return find(NOTICE).orElseThrow();
    }

    Optional<Statement> find(String id) {
        return all.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    private static List<Statement> read(InputStream in) {
        Map<?, ?> root = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        return items(root, "statements").stream().map(StatementShelf::statement).toList();
    }

    private static Statement statement(Map<?, ?> item) {
        var months = item.get("months");
        var at = item.get("at");
        return new Statement(
                text(item, "id"),
                Statement.Kind.valueOf(text(item, "kind")),
                text(item, "zh"),
                Boolean.TRUE.equals(item.get("paper")),
                months == null ? null : months.toString(),
                at == null ? null : at.toString(),
                items(item, "versions").stream().map(StatementShelf::version).toList());
    }

    private static Statement.Version version(Map<?, ?> item) {
        return new Statement.Version(
                day(item.get("from")),
                text(item, "document"),
                text(item, "article"),
                items(item, "sections").stream()
                        .map(one -> new Statement.Section(text(one, "zh"), text(one, "text")))
                        .toList());
    }

    private static LocalDate day(@Nullable Object value) {
        return value instanceof Date date
                ? LocalDate.ofInstant(date.toInstant(), ZoneOffset.UTC)
                : LocalDate.parse(String.valueOf(value));
    }

    private static List<Map<?, ?>> items(Map<?, ?> item, String key) {
        var items = new ArrayList<Map<?, ?>>();
        if (item.get(key) instanceof List<?> many) {
            many.forEach(one -> items.add((Map<?, ?>) one));
        }
        return items;
    }

    private static String text(Map<?, ?> item, String key) {
        var value = item.get(key);
        if (value == null) {
            throw new IllegalStateException("consent/statements.yaml: 缺少 " + key + " 于 " + item);
        }
        return value.toString();
    }
}

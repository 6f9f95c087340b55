package org.rongyi.platform.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.rongyi.network.organisation.Offices;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.ClientScope;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.kernel.Scope;

/**
 * Who may come in by which door, as {@code routes.txt} says it: a list people have read, so that a change of who may do something is a
 * line in a review and no rule is measured by itself.
 */
final class RouteMatrix {

    static final Path FILE = Path.of("src/test/resources/access/routes.txt");

    private static final String HEAD = """
            # Who may come in by which door. RouteMatrixTest writes it from the code and fails when it was another; RouteTest
            # sends each persona to each door and believes this list. A post without levels is that of all five:
            # P province, C city, K county, T town, V village. On whose data, is decided apart.
            """;

    private static final Map<Level, String> LETTERS = new EnumMap<>(
            Map.of(Level.PROVINCE, "P", Level.CITY, "C", Level.COUNTY, "K", Level.TOWN, "T", Level.VILLAGE, "V"));
    private static final Map<Level, Long> SEATS = Map.of(
            Level.PROVINCE, 440000000000L,
            Level.CITY, 441200000000L,
            Level.COUNTY, 441284000000L,
            Level.TOWN, 441284101000L,
            Level.VILLAGE, 441284101201L);

    private static final String EVERYONE = "everyone";
    private static final String SIGNED_IN = "signed-in";
    private static final String SELF = "self";
    private static final String KIN = "kin";

    private final Map<String, List<String>> doors = new TreeMap<>();

    /** As the file has it. */
    static RouteMatrix read() {
        var matrix = new RouteMatrix();
        try {
            for (var line : Files.readAllLines(FILE)) {
                var words = line.strip().split("\\s+");
                if (words.length > 2 && !line.startsWith("#")) {
                    matrix.doors.put(words[0] + " " + words[1], List.of(words).subList(2, words.length));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return matrix;
    }

    /** One line of the file, with all of whom the rule lets in. */
    void add(String verb, String path, Predicate<Actor> permits) {
        doors.put(verb + " " + path, who(permits));
    }

    private static List<String> who(Predicate<Actor> permits) {
        if (permits.test(new Actor.Visitor())) {
            return List.of(EVERYONE);
        }
        var who = new ArrayList<String>();
        for (var role : Role.values()) {
            var levels = Arrays.stream(Level.values())
                    .filter(level -> permits.test(Offices.of(role, SEATS.get(level))))
                    .map(LETTERS::get)
                    .collect(Collectors.joining());
            if (!levels.isEmpty()) {
                who.add(levels.length() == SEATS.size() ? role.name() : role.name() + ":" + levels);
            }
        }
        boolean self = permits.test(new Actor.Self(new UUID(0, 1), "", new UUID(0, 2)));
        boolean kin = permits.test(new Actor.Kin(
                new UUID(0, 1),
                "",
                new UUID(0, 3),
                new UUID(0, 2),
                "",
                Set.of(),
                org.rongyi.platform.kernel.Assurance.COUNTER));
        if (self
                && kin
                && who.equals(Arrays.stream(Role.values()).map(Role::name).toList())) {
            return List.of(SIGNED_IN);
        }
        if (self) {
            who.add(SELF);
        }
        if (kin) {
            who.add(KIN);
        }
        for (var grant : ClientScope.values()) {
            if (permits.test(new Actor.Client(new UUID(0, 4), "", Scope.NOTHING, Set.of(grant)))) {
                who.add("client:" + grant.name());
            }
        }
        return who.isEmpty() ? List.of("nobody") : who;
    }

    /** By verb and path, who may come in. */
    Map<String, List<String>> doors() {
        return doors;
    }

    /** Whether the list lets this one in. */
    boolean permits(String verb, String path, Actor actor) {
        var who = doors.get(verb + " " + path);
        if (who == null) {
            throw new AssertionError(verb + " " + path + " is not in " + FILE);
        }
        return who.contains(EVERYONE)
                || switch (actor) {
                    case Actor.Office office ->
                        who.contains(SIGNED_IN) || who.stream().anyMatch(word -> names(word, office));
                    case Actor.Self ignored -> who.contains(SIGNED_IN) || who.contains(SELF);
                    case Actor.Kin ignored -> who.contains(SIGNED_IN) || who.contains(KIN);
                    case Actor.Client client ->
                        client.grants().stream().anyMatch(grant -> who.contains("client:" + grant.name()));
                    case Actor.Visitor ignored -> false;
                    case Actor.Job ignored -> true;
                };
    }

    private static boolean names(String word, Actor.Office office) {
        var parts = word.split(":");
        return parts[0].equals(office.role().name())
                && (parts.length == 1
                        || LETTERS.entrySet().stream()
                                .anyMatch(level ->
                                        parts[1].contains(level.getValue()) && worksAt(office, level.getKey())));
    }

    /** A city without counties (东莞、中山) does a county's work too. */
    private static boolean worksAt(Actor.Office office, Level level) {
        return office.level() == level || office.countyless() && level == Level.COUNTY;
    }

    /** The whole file, doors of one beginning together. */
    String text() {
        var text = new StringBuilder(HEAD);
        var lines = doors.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, List<String>> door) ->
                                door.getKey().split(" ")[1])
                        .thenComparing(Map.Entry::getKey))
                .toList();
        var before = "";
        for (var line : lines) {
            var words = line.getKey().split(" ");
            var beginning = words[1].split("/").length < 2 ? "/" : words[1].split("/")[1];
            if (!beginning.equals(before)) {
                text.append('\n');
                before = beginning;
            }
            text.append("%-4s %-62s %s"
                            .formatted(words[0], words[1], String.join(" ", line.getValue()))
                            .stripTrailing())
                    .append('\n');
        }
        return text.toString();
    }
}

package org.rongyi.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/**
 * Which room's statements name which other room's tables, read out of the Java sources: constants, lists and what is put together
 * alike. What functions, views and policies in the migrations name is not read.
 */
final class TableReaders {

    /** Text blocks and strings; comments are gone by then. */
    private static final Pattern TEXTS =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);

    private static final Pattern COMMENTS = Pattern.compile("(?s)/\\*\\*?(?: |\\n).*?\\*/|(?m)^\\s*//.*$");

    private TableReaders() {}

    /** {@code fund.grant_made} → the rooms that are not {@code fund} and name it behind {@code from}, {@code join}, {@code into}, {@code update}. */
    static SortedMap<String, Set<String>> read(Path sources, ApplicationModules rooms) throws IOException {
        var schemas =
                rooms.stream().map(room -> room.getIdentifier().toString()).collect(Collectors.joining("|"));
        var named = Pattern.compile("\\b(?:from|join|into|update|lateral)\\s+((" + schemas + ")\\.\\w+)");
        var found = new TreeMap<String, Set<String>>();
        try (Stream<Path> files = Files.walk(sources)) {
            for (var file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                var reader = room(rooms, sources, file);
                if (reader == null) {
                    continue;
                }
                var texts =
                        TEXTS.matcher(COMMENTS.matcher(Files.readString(file)).replaceAll(""));
                while (texts.find()) {
                    var tables = named.matcher(texts.group());
                    while (tables.find()) {
                        if (!tables.group(2).equals(reader)) {
                            found.computeIfAbsent(tables.group(1), table -> new TreeSet<>())
                                    .add(reader);
                        }
                    }
                }
            }
        }
        return found;
    }

    static boolean mayRead(ApplicationModules rooms, String reader, String table) {
        var owner = table.substring(0, table.indexOf('.'));
        return rooms.stream()
                .filter(room -> room.getIdentifier().toString().equals(reader))
                .map(TableReaders::leansOn)
                .anyMatch(leans -> leans.contains(owner));
    }

    private static Set<String> leansOn(ApplicationModule room) {
        return Stream.of(room.getBasePackage()
                        .getAnnotation(org.springframework.modulith.ApplicationModule.class)
                        .orElseThrow()
                        .allowedDependencies())
                .map(other -> other.split("::")[0].strip())
                .collect(Collectors.toSet());
    }

    private static @Nullable String room(ApplicationModules rooms, Path sources, Path file) {
        var folder = sources.relativize(file.getParent()).toString().replace('/', '.');
        return rooms.getModuleForPackage(folder)
                .map(room -> room.getIdentifier().toString())
                .orElse(null);
    }
}

package org.rongyi.architecture;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;

/** Every statement the program can say: the {@code static final} strings of its classes that begin with a verb of SQL. */
final class SqlBlocks {

    private static final Path CLASSES = Path.of("target", "classes");
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern STATEMENT = Pattern.compile(
            "\\s*(select|insert|update|delete|merge|with|set|lock|truncate|call|do)\\s.*", Pattern.DOTALL);

    private SqlBlocks() {}

    /** A statement, where it stands, and whether it is said on the jobs' connection. */
    record Block(Class<?> owner, String name, String sql, boolean job) {

        /** Class and constant, as one would look for it: {@code VisitList.SELECT}. */
        String place() {
            return owner.getSimpleName() + "." + name;
        }

        boolean isTemplate() {
            return sql.contains("%s");
        }
    }

    static List<Block> all() throws IOException {
        var blocks = new ArrayList<Block>();
        for (var type : classes()) {
            for (var field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class) {
                    var value = value(field);
                    if (value != null
                            && STATEMENT.matcher(value.toLowerCase(Locale.ROOT)).matches()) {
                        blocks.add(new Block(type, field.getName(), value, isJob(type)));
                    }
                }
            }
        }
        return blocks;
    }

    /** The source of a class, texts that are broken over lines put together again. */
    static String source(Class<?> type) throws IOException {
        var top = type.getNestHost();
        var file = SOURCES.resolve(top.getName().replace('.', '/') + ".java");
        return Files.readString(file).replaceAll("\"\\s*\\+\\s*\"", "");
    }

    static Set<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return Set.copyOf(
                    files.filter(file -> file.toString().endsWith(".java")).toList());
        }
    }

    /** Every class of the program. */
    static List<? extends Class<?>> classes() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES.resolve("org/rongyi"))) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .map(file -> CLASSES.relativize(file).toString())
                    .filter(name -> !name.endsWith("package-info.class"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .sorted()
                    .map(SqlBlocks::load)
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, SqlBlocks.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("compiled, and yet not there", e);
        }
    }

    private static String value(Field field) {
        try {
            field.setAccessible(true);
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("the program has no modules that could forbid it", e);
        }
    }

    private static boolean isJob(Class<?> type) {
        return Arrays.stream(type.getNestHost().getDeclaredConstructors())
                .flatMap((Constructor<?> made) -> Arrays.stream(made.getParameters()))
                .map(parameter -> parameter.getAnnotation(Qualifier.class))
                .anyMatch(which -> which != null && which.value().equals("job"));
    }
}

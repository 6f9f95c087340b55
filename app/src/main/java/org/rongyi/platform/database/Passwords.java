package org.rongyi.platform.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/** The random passwords of the database roles, made once and kept in {@code DIR/keys/db.properties} (0600). */
final class Passwords {

    static final String FILE = "db.properties";

    private static final List<String> ROLES = List.of(Roles.SUPERUSER, Roles.OWNER, Roles.APP, Roles.JOB, Roles.BACKUP);
    private static final int BYTES = 24;

    private final Properties values;

    private Passwords(Properties values) {
        this.values = values;
    }

    static Passwords in(DataDirectory directory) {
        var file = directory.keys().resolve(FILE);
        try {
            var values = new Properties();
            if (Files.exists(file)) {
                try (var in = Files.newInputStream(file)) {
                    values.load(in);
                }
            }
            if (!ROLES.stream().allMatch(values::containsKey)) {
                write(file, values); // a first start, or the first one that knows a new role
            }
            return new Passwords(values);
        } catch (IOException e) {
            throw new CannotRun("密钥文件不可用 · cannot use " + file + " (" + e + ")", e);
        }
    }

    String of(String role) {
        var password = values.getProperty(role);
        if (password == null) {
            throw new CannotRun("密钥文件缺少 " + role + " · keys/" + FILE + " has no entry for " + role);
        }
        return password;
    }

    private static void write(Path file, Properties values) throws IOException {
        var random = new SecureRandom();
        ROLES.forEach(role -> values.putIfAbsent(role, password(random)));
        var text = ROLES.stream()
                .map(role -> role + "=" + values.getProperty(role) + "\n")
                .collect(Collectors.joining());
        var temporary = file.resolveSibling(FILE + ".new");
        Files.deleteIfExists(temporary);
        Files.createFile(temporary, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(temporary, text);
        try (var channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            channel.force(true); // on disk before any role has the password
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String password(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

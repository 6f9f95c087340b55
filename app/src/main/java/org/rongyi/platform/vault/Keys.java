package org.rongyi.platform.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;

/**
 * The keys of one installation, in a file of their own (mode 0600) beside the database, never in it. Sealing keys have
 * versions, so that a value tells which key opens it.
 */
public final class Keys {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SM4_KEY_BYTES = 16;
    private static final int MAC_KEY_BYTES = 32;

    private final int current;
    private final Map<Integer, byte[]> sealKeys;
    private final byte[] indexKey;
    private final byte[] fingerprintKey;

    private Keys(Properties properties) {
        this.current = Integer.parseInt(required(properties, "seal.current"));
        this.sealKeys = new HashMap<>();
        for (var name : properties.stringPropertyNames()) {
            if (name.startsWith("seal.key.")) {
                sealKeys.put(
                        Integer.valueOf(name.substring("seal.key.".length())),
                        HexFormat.of().parseHex(required(properties, name)));
            }
        }
        this.indexKey = HexFormat.of().parseHex(required(properties, "index.key"));
        this.fingerprintKey = HexFormat.of().parseHex(required(properties, "fingerprint.key"));
        sealKey(current);
    }

    /** Reads {@code vault.properties} in the directory; makes it, with fresh keys, if there is none. */
    public static Keys in(Path directory) {
        var file = directory.resolve("vault.properties");
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            var properties = new Properties();
            try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(reader);
            }
            return new Keys(properties);
        } catch (IOException e) {
            throw new UncheckedIOException("密钥文件无法读写：" + file, e);
        }
    }

    int current() {
        return current;
    }

    byte[] sealKey(int version) {
        var key = sealKeys.get(version);
        if (key == null) {
            throw new IllegalStateException("缺少第 " + version + " 版密钥，不能打开用它封存的数据");
        }
        return key;
    }

    byte[] indexKey() {
        return indexKey;
    }

    byte[] fingerprintKey() {
        return fingerprintKey;
    }

    private static void create(Path file) throws IOException {
        var text = "seal.current=1\nseal.key.1=%s\nindex.key=%s\nfingerprint.key=%s\n"
                .formatted(random(SM4_KEY_BYTES), random(MAC_KEY_BYTES), random(MAC_KEY_BYTES));
        var fresh = Files.createTempFile(
                file.getParent(),
                "vault",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, text);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String random(int bytes) {
        var key = new byte[bytes];
        RANDOM.nextBytes(key);
        return HexFormat.of().formatHex(key);
    }

    private static String required(Properties properties, String name) {
        var value = properties.getProperty(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("密钥文件缺少 " + name);
        }
        return value;
    }
}

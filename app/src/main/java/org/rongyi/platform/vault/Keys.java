package org.rongyi.platform.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.rongyi.platform.kernel.Passing;

/**
 * The keys of one installation, in a file of their own (mode 0600) beside the database, never in it. Sealing keys have
 * versions, so that a value tells which key opens it; keys of the blind index too, and the database tells which is in use. The file may change while programs run: each looks at it once a
 * second, and at once when it meets a version it does not know.
 */
public final class Keys {

    static final String FILE = "vault.properties";

    /** A value begins with one byte that tells its key. */
    static final int LAST_VERSION = Byte.MAX_VALUE;

    private static final String CURRENT = "seal.current";
    private static final String SEAL = "seal.key.";
    private static final String INDEX = "index.key";
    private static final String FINGERPRINT = "fingerprint.key";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SM4_KEY_BYTES = 16;
    private static final int MAC_KEY_BYTES = 32;
    private static final long LOOK_AGAIN = TimeUnit.SECONDS.toNanos(1);

    /** Half of the time after which a pass of {@link Resealing} may count. */
    private static final long OUT_OF_SIGHT = Resealing.NOTICED.dividedBy(2).toNanos();

    private static final long ORIGIN = System.nanoTime();

    private final Path file;
    private volatile Loaded loaded;
    private volatile long lookedAt;
    private volatile List<String> missing = List.of();
    private volatile long watchedAt;

    /** What the file held when it was last read. */
    private record Loaded(
            FileTime modified,
            int current,
            Map<Integer, byte[]> seals,
            Map<Integer, byte[]> indexes,
            byte[] fingerprint) {

        private static Loaded from(Path file) throws IOException {
            var modified = Files.getLastModifiedTime(file);
            var properties = new Properties();
            try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(reader);
            }
            var seals = new TreeMap<Integer, byte[]>();
            var indexes = new TreeMap<Integer, byte[]>();
            for (var name : properties.stringPropertyNames()) {
                if (name.startsWith(SEAL)) {
                    seals.put(Integer.valueOf(name.substring(SEAL.length())), bytes(properties, name));
                } else if (name.equals(INDEX)) {
                    indexes.put(1, bytes(properties, name));
                } else if (name.startsWith(INDEX + ".")) {
                    indexes.put(Integer.valueOf(name.substring(INDEX.length() + 1)), bytes(properties, name));
                }
            }
            if (indexes.isEmpty()) {
                throw new IllegalStateException("密钥文件缺少 " + INDEX);
            }
            int current = Integer.parseInt(required(properties, CURRENT));
            if (!seals.containsKey(current)) {
                throw new IllegalStateException("密钥文件缺少 " + SEAL + current);
            }
            return new Loaded(modified, current, seals, indexes, bytes(properties, FINGERPRINT));
        }
    }

    private Keys(Path file) throws IOException {
        this.file = file;
        this.loaded = Loaded.from(file);
        this.lookedAt = System.nanoTime();
    }

    /** Whether there are keys already. */
    public static boolean existIn(Path directory) {
        return Files.exists(directory.resolve(FILE));
    }

    /** Reads {@code vault.properties} in the directory; makes it, with fresh keys, if there is none. */
    public static Keys in(Path directory) {
        var file = directory.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                var seals = Map.of(1, random(SM4_KEY_BYTES));
                var indexes = Map.of(1, random(MAC_KEY_BYTES));
                write(file, new Loaded(FileTime.fromMillis(0), 1, seals, indexes, random(MAC_KEY_BYTES)));
            }
            return new Keys(file);
        } catch (IOException e) {
            throw new UncheckedIOException("密钥文件无法读写：" + file, e);
        }
    }

    /** Names of the keys the database knows of and this file does not hold. */
    List<String> missing() {
        return missing;
    }

    /** The file was just compared with what the database knows of. */
    void looked(List<String> names) {
        missing = List.copyOf(names);
        watchedAt = Math.max(1, System.nanoTime() - ORIGIN);
    }

    /** Whoever was stopped for longer does not know what was changed meanwhile; tools that nobody watches never were. */
    private boolean isOutOfSight() {
        return watchedAt > 0 && System.nanoTime() - ORIGIN - watchedAt > OUT_OF_SIGHT;
    }

    /**
     * The version new values are sealed with.
     *
     * @throws IllegalStateException while the file lacks a key: a later one is in use, and this one may be about to be destroyed
     * @throws Passing where the file was not compared for a minute, as after the database was away so long
     */
    int current() {
        lookAgain();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("密钥文件里缺少 " + missing + "，不能封存");
        }
        if (isOutOfSight()) {
            throw new Passing("一分钟没有核对过密钥，不能封存");
        }
        return loaded.current();
    }

    Set<Integer> versions() {
        lookAgain();
        return loaded.seals().keySet();
    }

    byte[] sealKey(int version) {
        var key = loaded.seals().get(version);
        if (key == null) {
            reload();
            key = loaded.seals().get(version);
        }
        if (key == null) {
            throw new IllegalStateException("缺少第 " + version + " 版密钥，不能打开用它封存的数据");
        }
        return key;
    }

    Set<Integer> indexVersions() {
        lookAgain();
        return loaded.indexes().keySet();
    }

    byte[] indexKey(int version) {
        var key = loaded.indexes().get(version);
        if (key == null) {
            reload();
            key = loaded.indexes().get(version);
        }
        if (key == null) {
            throw new IllegalStateException("缺少第 " + version + " 版查找密钥，不能按号码查找");
        }
        return key;
    }

    byte[] fingerprintKey() {
        return loaded.fingerprint();
    }

    /** A key that is made, and in the file only once it is added. */
    record Fresh(int version, byte[] key) {}

    /** @param known the last version that ever was; one that is in the file alone is not taken again either */
    Fresh freshSeal(int known) {
        int version = next(known, loaded.seals());
        if (version > LAST_VERSION) {
            throw new IllegalStateException("密钥版本已用完");
        }
        return new Fresh(version, random(SM4_KEY_BYTES));
    }

    private static int next(int known, Map<Integer, byte[]> keys) {
        return Math.max(known, Collections.max(keys.keySet())) + 1;
    }

    /** Adds a sealing key, which opens from now on and seals once it is {@linkplain #use used}. */
    synchronized void addSeal(Fresh fresh) {
        reload();
        var now = loaded;
        var seals = with(fresh, now.seals());
        replace(new Loaded(now.modified(), now.current(), seals, now.indexes(), now.fingerprint()));
    }

    /** Seals with that key from now on, unless a later one does; the earlier ones still open what they sealed. */
    synchronized void use(int version) {
        if (version <= loaded.current()) {
            return;
        }
        reload();
        var now = loaded;
        if (version > now.current() && now.seals().containsKey(version)) {
            replace(new Loaded(now.modified(), version, now.seals(), now.indexes(), now.fingerprint()));
        }
    }

    /** Takes an earlier sealing key out of the file: what it sealed is lost for ever. */
    synchronized void destroy(int version) {
        reload();
        var now = loaded;
        if (version == now.current()) {
            throw new IllegalArgumentException("the key in use cannot be destroyed");
        }
        var seals = new TreeMap<>(now.seals());
        seals.remove(version);
        replace(new Loaded(now.modified(), now.current(), seals, now.indexes(), now.fingerprint()));
    }

    /** @param known as in {@link #freshSeal} */
    Fresh freshIndex(int known) {
        return new Fresh(next(known, loaded.indexes()), random(MAC_KEY_BYTES));
    }

    /** Adds a key of the blind index; which one is in use is the database's to say. */
    synchronized void addIndex(Fresh fresh) {
        reload();
        var now = loaded;
        var indexes = with(fresh, now.indexes());
        replace(new Loaded(now.modified(), now.current(), now.seals(), indexes, now.fingerprint()));
    }

    private static Map<Integer, byte[]> with(Fresh fresh, Map<Integer, byte[]> keys) {
        var all = new TreeMap<>(keys);
        if (all.putIfAbsent(fresh.version(), fresh.key()) != null) {
            throw new IllegalStateException(FILE + " 刚刚换成了别的，这一次没有更换");
        }
        return all;
    }

    /** Takes a key of the blind index out of the file for ever. */
    synchronized void destroyIndex(int version) {
        reload();
        var now = loaded;
        var indexes = new TreeMap<>(now.indexes());
        indexes.remove(version);
        if (indexes.isEmpty()) {
            throw new IllegalArgumentException("the last key of the blind index cannot be destroyed");
        }
        replace(new Loaded(now.modified(), now.current(), now.seals(), indexes, now.fingerprint()));
    }

    private void replace(Loaded next) {
        try {
            write(file, next);
            loaded = Loaded.from(file);
        } catch (IOException e) {
            throw new UncheckedIOException("密钥文件无法写入：" + file, e);
        }
    }

    private void lookAgain() {
        if (System.nanoTime() - lookedAt < LOOK_AGAIN) {
            return;
        }
        lookedAt = System.nanoTime();
        try {
            if (!Files.getLastModifiedTime(file).equals(loaded.modified())) {
                reload();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("密钥文件无法读取：" + file, e);
        }
    }

    synchronized void reload() {
        try {
            loaded = Loaded.from(file);
        } catch (IOException e) {
            throw new UncheckedIOException("密钥文件无法读取：" + file, e);
        }
    }

    /** Whole and on the disk, or not at all: half a key file would lose everything that is sealed. */
    private static void write(Path file, Loaded keys) throws IOException {
        var text = new StringBuilder(CURRENT + "=" + keys.current() + "\n");
        new TreeMap<>(keys.seals())
                .forEach((version, key) -> text.append(SEAL)
                        .append(version)
                        .append('=')
                        .append(HexFormat.of().formatHex(key))
                        .append('\n'));
        new TreeMap<>(keys.indexes())
                .forEach((version, key) -> text.append(version == 1 ? INDEX : INDEX + "." + version)
                        .append('=')
                        .append(HexFormat.of().formatHex(key))
                        .append('\n'));
        text.append(FINGERPRINT)
                .append('=')
                .append(HexFormat.of().formatHex(keys.fingerprint()))
                .append('\n');
        var fresh = Files.createTempFile(
                file.getParent(),
                "vault",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, text);
        force(fresh);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        force(file.resolveSibling("."));
    }

    private static void force(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static byte[] random(int bytes) {
        var key = new byte[bytes];
        RANDOM.nextBytes(key);
        return key;
    }

    private static byte[] bytes(Properties properties, String name) {
        return HexFormat.of().parseHex(required(properties, name));
    }

    private static String required(Properties properties, String name) {
        var value = properties.getProperty(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("密钥文件缺少 " + name);
        }
        return value;
    }
}

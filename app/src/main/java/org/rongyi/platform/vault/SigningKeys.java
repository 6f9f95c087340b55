package org.rongyi.platform.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.math.ec.ECPoint;

/**
 * The signing keys of one installation, in {@code signing.properties} beside the sealing keys (mode 0600). A line {@code
 * public.ID} for every key whose signatures are still to be verified, {@code private.ID} for the current one alone, {@code
 * retired.ID} for each that was replaced. The file may change while programs run.
 */
public final class SigningKeys {

    public static final String FILE = "signing.properties";
    private static final String PUBLIC = "public.";
    private static final String RETIRED = "retired.";
    private static final int ID_DIGITS = 16;

    private final Path file;
    private volatile Loaded loaded;

    /**
     * A key that signs no more; its private half is destroyed.
     *
     * @param batch the last batch of the trail it may have signed; 0 for none
     * @param head of that batch, in hex: whoever got hold of the key cannot write the time before anew
     */
    public record Retired(String key, Instant at, long batch, String head) {

        private String text() {
            return batch + " " + head + " " + at;
        }
    }

    /** What the file held when it was last read. */
    record Loaded(
            FileTime modified,
            String current,
            BigInteger currentPrivate,
            Map<String, ECPoint> publics,
            Map<String, Retired> retired) {

        private static Loaded from(Path file) throws IOException {
            var modified = Files.getLastModifiedTime(file);
            var properties = new Properties();
            try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(reader);
            }
            var current = required(properties, "current");
            var publics = new TreeMap<String, ECPoint>();
            var retired = new TreeMap<String, Retired>();
            for (var name : properties.stringPropertyNames()) {
                if (name.startsWith(PUBLIC)) {
                    var open = HexFormat.of().parseHex(required(properties, name));
                    if (!id(open).equals(name.substring(PUBLIC.length()))) {
                        throw new IllegalStateException(FILE + " 的 " + name + " 与公钥不符");
                    }
                    publics.put(id(open), Signer.CURVE.getCurve().decodePoint(open));
                } else if (name.startsWith(RETIRED)) {
                    var key = name.substring(RETIRED.length());
                    retired.put(key, retired(key, required(properties, name)));
                }
            }
            if (!publics.containsKey(current)) {
                throw new IllegalStateException(FILE + " 缺少 " + PUBLIC + current);
            }
            var secret = new BigInteger(required(properties, "private." + current), 16);
            return new Loaded(modified, current, secret, publics, retired);
        }

        private static Retired retired(String key, String text) {
            var words = text.split(" ");
            if (words.length != 3) {
                throw new IllegalStateException(FILE + " 的 " + RETIRED + key + " 应为：批号 链头 时间");
            }
            return new Retired(key, Instant.parse(words[2]), Long.parseLong(words[0]), words[1]);
        }
    }

    private SigningKeys(Path file) throws IOException {
        this.file = file;
        this.loaded = Loaded.from(file);
    }

    /** Whether there are keys already: a tool that only verifies makes none. */
    public static boolean existIn(Path directory) {
        return Files.exists(directory.resolve(FILE));
    }

    /** Reads the keys in the directory; makes a fresh pair, if there is none. */
    public static SigningKeys in(Path directory) {
        var file = directory.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                write(file, fresh(Map.of(), Map.of()));
            }
            return new SigningKeys(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** The ids of all keys whose signatures can be verified here. */
    public Set<String> ids() {
        return new TreeSet<>(now().publics().keySet());
    }

    /** As the file is now. */
    Loaded now() {
        try {
            if (!Files.getLastModifiedTime(file).equals(loaded.modified())) {
                loaded = Loaded.from(file);
            }
            return loaded;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    Optional<ECPoint> find(String key) {
        return Optional.ofNullable(now().publics().get(key));
    }

    /** In the order they were replaced. */
    List<Retired> retired() {
        return now().retired().values().stream()
                .sorted(Comparator.comparing(Retired::at))
                .toList();
    }

    /** A fresh pair in memory, that may take over from the current one. */
    Renewal renewal(Instant at, long batch, String head) {
        var before = now();
        var retired = new TreeMap<>(before.retired());
        retired.put(before.current(), new Retired(before.current(), at, batch, head));
        return new Renewal(before.current(), fresh(before.publics(), retired));
    }

    /** A change of keys that is ready: the file is as it was until {@link #takeOver}. */
    public final class Renewal {

        private final String replaced;
        private final Loaded next;

        private Renewal(String replaced, Loaded next) {
            this.replaced = replaced;
            this.next = next;
        }

        public String replaced() {
            return replaced;
        }

        public String key() {
            return next.current();
        }

        /**
         * The fresh pair signs from now on, the private half before it leaves the file.
         *
         * @throws IllegalStateException when another took over meanwhile
         */
        public void takeOver() {
            synchronized (SigningKeys.this) {
                if (!now().current().equals(replaced)) {
                    throw new IllegalStateException(FILE + " 刚刚换成了别的，这一次没有更换");
                }
                try {
                    write(file, next);
                    loaded = Loaded.from(file);
                } catch (IOException e) {
                    throw unreadable(file, e);
                }
            }
        }
    }

    private static Loaded fresh(Map<String, ECPoint> publics, Map<String, Retired> retired) {
        var generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(Signer.CURVE, new SecureRandom()));
        var pair = generator.generateKeyPair();
        var open = ((ECPublicKeyParameters) pair.getPublic()).getQ();
        var id = id(open.getEncoded(false));
        var all = new TreeMap<>(publics);
        all.put(id, open);
        var secret = ((ECPrivateKeyParameters) pair.getPrivate()).getD();
        return new Loaded(FileTime.fromMillis(0), id, secret, all, retired);
    }

    /** Whole and on the disk, or not at all. */
    private static void write(Path file, Loaded keys) throws IOException {
        var text = new StringBuilder("current=%s\nprivate.%s=%s\n"
                .formatted(keys.current(), keys.current(), keys.currentPrivate().toString(16)));
        keys.publics()
                .forEach((id, open) -> text.append(PUBLIC)
                        .append(id)
                        .append('=')
                        .append(HexFormat.of().formatHex(open.getEncoded(false)))
                        .append('\n'));
        keys.retired()
                .forEach((id, retired) -> text.append(RETIRED)
                        .append(id)
                        .append('=')
                        .append(retired.text())
                        .append('\n'));
        var fresh = Files.createTempFile(
                file.getParent(),
                "signing",
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

    private static String id(byte[] open) {
        var digest = new SM3Digest();
        digest.update(open, 0, open.length);
        var out = new byte[digest.getDigestSize()];
        digest.doFinal(out, 0);
        return HexFormat.of().formatHex(out).substring(0, ID_DIGITS);
    }

    private static String required(Properties properties, String name) {
        var value = properties.getProperty(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException(FILE + " 缺少 " + name);
        }
        return value;
    }

    private static UncheckedIOException unreadable(Path file, IOException e) {
        return new UncheckedIOException("签名密钥文件无法读写：" + file, e);
    }
}

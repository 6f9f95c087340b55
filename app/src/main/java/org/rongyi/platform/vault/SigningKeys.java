package org.rongyi.platform.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.math.ec.ECPoint;

/**
 * The signing keys of one installation, in {@code signing.properties} beside the sealing keys (mode 0600). A line {@code
 * public.ID} for every key whose signatures are still to be verified, {@code private.ID} for the current one.
 */
public final class SigningKeys {

    public static final String FILE = "signing.properties";
    private static final String PUBLIC = "public.";
    private static final int ID_DIGITS = 16;

    private final String current;
    private final BigInteger currentPrivate;
    private final Map<String, ECPoint> publics = new HashMap<>();

    private SigningKeys(Properties properties) {
        this.current = required(properties, "current");
        this.currentPrivate = new BigInteger(required(properties, "private." + current), 16);
        for (var name : properties.stringPropertyNames()) {
            if (name.startsWith(PUBLIC)) {
                var open = HexFormat.of().parseHex(required(properties, name));
                if (!id(open).equals(name.substring(PUBLIC.length()))) {
                    throw new IllegalStateException(FILE + " 的 " + name + " 与公钥不符");
                }
                publics.put(id(open), Signer.CURVE.getCurve().decodePoint(open));
            }
        }
        if (!publics.containsKey(current)) {
            throw new IllegalStateException(FILE + " 缺少 " + PUBLIC + current);
        }
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
                create(file);
            }
            var properties = new Properties();
            try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(reader);
            }
            return new SigningKeys(properties);
        } catch (IOException e) {
            throw new UncheckedIOException("签名密钥文件无法读写：" + file, e);
        }
    }

    /** The ids of all keys whose signatures can be verified here. */
    public Set<String> ids() {
        return new TreeSet<>(publics.keySet());
    }

    String current() {
        return current;
    }

    BigInteger currentPrivate() {
        return currentPrivate;
    }

    Optional<ECPoint> find(String key) {
        return Optional.ofNullable(publics.get(key));
    }

    private static void create(Path file) throws IOException {
        var generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(Signer.CURVE, new SecureRandom()));
        var pair = generator.generateKeyPair();
        var secret = ((ECPrivateKeyParameters) pair.getPrivate()).getD().toString(16);
        var open = ((ECPublicKeyParameters) pair.getPublic()).getQ().getEncoded(false);
        var id = id(open);
        var text = "current=%s\nprivate.%s=%s\npublic.%s=%s\n"
                .formatted(id, id, secret, id, HexFormat.of().formatHex(open));
        var fresh = Files.createTempFile(
                file.getParent(),
                "signing",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, text);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
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
}

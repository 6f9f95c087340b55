package org.rongyi.platform.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipFile;
import org.rongyi.platform.database.CheckFailed;
import org.rongyi.platform.database.WrongInput;
import org.rongyi.platform.vault.Signer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** A backup as it lies there, to be judged before anything is done with it. */
final class BackupFile implements AutoCloseable {

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .build();

    private static final int BUFFER = 1 << 18;
    private static final int LARGEST_MANIFEST = 64 << 20;

    private final ZipFile zip;
    private final byte[] text;
    private final Manifest manifest;
    private final Signer.Signature signature;

    private BackupFile(ZipFile zip, byte[] text, Manifest manifest, Signer.Signature signature) {
        this.zip = zip;
        this.text = text;
        this.manifest = manifest;
        this.signature = signature;
    }

    /**
     * @throws WrongInput when it is no backup at all
     * @throws CheckFailed when it was one and is cut or damaged
     */
    static BackupFile open(Path file) throws IOException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new WrongInput("--from", "读不到文件 " + file + " · cannot read the file");
        }
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (IOException e) { // what the directory at the end says need not even lie within the file
            throw new CheckFailed(file + "：不是备份，或者被截断（找不到结尾的目录） · not a backup, or cut off");
        }
        try {
            var text = bytes(zip, TakeBackup.MANIFEST);
            var manifest = JSON.readValue(text, Manifest.class);
            if (manifest.format() != Manifest.FORMAT) {
                throw new WrongInput(
                        "--from",
                        "备份的格式是 " + manifest.format() + "，本程序只认识 " + Manifest.FORMAT
                                + " · the backup is of another format");
            }
            var signature = signature(new String(bytes(zip, TakeBackup.SIGNATURE), StandardCharsets.US_ASCII));
            return new BackupFile(zip, text, manifest, signature);
        } catch (IOException | JacksonException e) {
            zip.close();
            throw new CheckFailed(
                    file + " 的清单 " + TakeBackup.MANIFEST + "：缺失或读不懂 · the manifest is missing or damaged");
        } catch (RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    Manifest manifest() {
        return manifest;
    }

    /** Which key signed it. */
    String signedBy() {
        return signature.key();
    }

    /** Digests that were made to fit a change are found here: the manifest that holds them is signed. */
    boolean isSigned(Signer signer) {
        return signer.verifies(text, signature);
    }

    /** Reads all of it; every part that is not what the manifest says, in words. */
    List<String> damages() throws IOException {
        var damages = new ArrayList<String>();
        var expected = new HashSet<>(List.of(TakeBackup.MANIFEST, TakeBackup.SIGNATURE, TakeBackup.FILES));
        for (var table : manifest.tables()) {
            expected.add(TakeBackup.TABLES + table.name());
            var digest = new Digest();
            judge("表 " + table.name(), digest, table.part(), damages, () -> {
                try (var in = table(table.name())) {
                    digest.behind(in).transferTo(OutputStream.nullOutputStream());
                }
            });
        }
        var digest = new Digest();
        judge("文件", digest, manifest.files(), damages, () -> {
            try (var in = files()) {
                FilePack.read(digest.behind(in), (id, bytes) -> bytes.transferTo(OutputStream.nullOutputStream()));
            }
        });
        zip.stream()
                .map(entry -> entry.getName())
                .filter(name -> !expected.contains(name))
                .forEach(name -> damages.add(name + "：清单里没有，是多出来的"));
        if (zip.size() > expected.size() && damages.isEmpty()) {
            damages.add("有的部分出现了两次");
        }
        return damages;
    }

    private interface Reading {
        void read() throws IOException;
    }

    private static void judge(String place, Digest digest, Manifest.Part part, List<String> damages, Reading reading) {
        try {
            reading.read();
            if (digest.bytes() != part.bytes() || !digest.hex().equals(part.digest())) {
                damages.add(place + "：内容与备份时不符");
            }
        } catch (FilePack.Damaged e) {
            damages.add(place + "：" + e.getMessage());
        } catch (IOException e) {
            damages.add(place + "：缺失、被截断或损坏，解不开");
        }
    }

    /** The rows as COPY takes them. */
    InputStream table(String name) throws IOException {
        return stream(zip, TakeBackup.TABLES + name);
    }

    InputStream files() throws IOException {
        return stream(zip, TakeBackup.FILES);
    }

    private static InputStream stream(ZipFile zip, String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException("no entry " + name);
        }
        return new BufferedInputStream(zip.getInputStream(entry), BUFFER);
    }

    private static byte[] bytes(ZipFile zip, String name) throws IOException {
        try (var in = stream(zip, name)) {
            return in.readNBytes(LARGEST_MANIFEST);
        }
    }

    static String signatureText(Signer.Signature signature) {
        return signature.key() + " " + HexFormat.of().formatHex(signature.bytes()) + "\n";
    }

    private static Signer.Signature signature(String text) throws IOException {
        var words = text.strip().split(" ");
        if (words.length != 2 || !words[0].matches("[0-9a-f]{16}") || !words[1].matches("[0-9a-f]{128}")) {
            throw new IOException("no signature");
        }
        return new Signer.Signature(words[0], HexFormat.of().parseHex(words[1]));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}

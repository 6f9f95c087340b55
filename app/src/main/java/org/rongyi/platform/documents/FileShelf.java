package org.rongyi.platform.documents;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** The directory of sealed files, {@code ab/cd/abcd…}. A file is there whole and on the disk, or not at all. */
final class FileShelf {

    private static final String HALF = ".half-";

    private final Path root;

    FileShelf(Path root) {
        this.root = root;
    }

    boolean has(FileId id) {
        return Files.exists(path(id));
    }

    /** Writes beside, forces to disk, renames, and forces the directories, so that the name survives a power cut. */
    void write(FileId id, byte[] sealed) throws IOException {
        write(id, channel -> {
            var bytes = ByteBuffer.wrap(sealed);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        });
    }

    /** Fills the file beside its place. */
    interface Filling {
        void fill(FileChannel channel) throws IOException;
    }

    void write(FileId id, Filling filling) throws IOException {
        var folder = folder(id);
        Files.createDirectories(folder);
        var half = folder.resolve(HALF + UUID.randomUUID());
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try {
            try (var channel = FileChannel.open(
                    half, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
                filling.fill(channel);
                channel.force(true);
            }
            Files.move(half, path(id), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.deleteIfExists(half);
            throw e;
        }
        for (var changed = folder;
                changed.startsWith(root);
                changed = changed.resolve("..").normalize()) {
            force(changed);
        }
    }

    Optional<byte[]> read(FileId id) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(path(id)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** The file as it is now, even if it is written anew or taken away while it is read. */
    Optional<FileChannel> open(FileId id) throws IOException {
        try {
            return Optional.of(FileChannel.open(path(id), StandardOpenOption.READ));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    void delete(FileId id) throws IOException {
        Files.deleteIfExists(path(id));
    }

    /** Every file last written before the moment; halves of broken-off writes are deleted on the way. */
    void forEachBefore(Instant moment, Consumer<FileId> visitor) throws IOException {
        try (var paths = Files.walk(root)) {
            for (var path : (Iterable<Path>) paths::iterator) {
                if (!Files.isRegularFile(path)
                        || !Files.getLastModifiedTime(path).toInstant().isBefore(moment)) {
                    continue;
                }
                var name = String.valueOf(path.getFileName());
                if (name.startsWith(HALF)) {
                    Files.deleteIfExists(path);
                } else if (name.length() == 64) {
                    visitor.accept(new FileId(name));
                }
            }
        }
    }

    private Path folder(FileId id) {
        return root.resolve(id.value().substring(0, 2)).resolve(id.value().substring(2, 4));
    }

    private Path path(FileId id) {
        return folder(id).resolve(id.value());
    }

    private static void force(Path directory) throws IOException {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}

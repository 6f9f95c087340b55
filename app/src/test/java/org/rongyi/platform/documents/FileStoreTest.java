package org.rongyi.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rongyi.LookAgain;
import org.rongyi.RongyiTest;
import org.rongyi.platform.database.DataDirectory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@RongyiTest
class FileStoreTest {

    private final FileStore store;
    private final DataDirectory directory;
    private final JdbcClient job;
    private final TransactionTemplate transaction;
    private final PlatformTransactionManager jobTransactions;
    private final Clock clock;

    @Autowired
    FileStoreTest(
            FileStore store,
            DataDirectory directory,
            @Qualifier("job") JdbcClient job,
            @Qualifier("job") PlatformTransactionManager jobTransactions,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.directory = directory;
        this.job = job;
        this.transaction = new TransactionTemplate(transactions);
        this.jobTransactions = jobTransactions;
        this.clock = clock;
    }

    /** Days later, with an owner that names what the predicate says and nobody else. */
    private FileSweep sweepAfter(int days, Predicate<FileId> named) {
        FileOwner owner = files -> files.stream().filter(named).collect(Collectors.toSet());
        return new FileSweep(
                directory, job, jobTransactions, Clock.offset(clock, Duration.ofDays(days)), List.of(owner));
    }

    private static byte[] content() {
        return ("照片 " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
    }

    private FileId put(byte[] content) {
        return Objects.requireNonNull(transaction.execute(status -> store.put(content, "image/jpeg")));
    }

    private Path path(FileId id) {
        var name = id.value();
        return directory
                .files()
                .resolve(name.substring(0, 2))
                .resolve(name.substring(2, 4))
                .resolve(name);
    }

    private boolean isRegistered(FileId id) {
        return store.findMediaType(id).isPresent();
    }

    @Test
    void aFileIsFoundByItsContentAndLiesSealed() throws IOException {
        var content = content();
        var id = put(content);
        assertThat(put(content)).isEqualTo(id);
        assertThat(store.get(id)).hasValue(content);
        assertThat(store.findMediaType(id)).hasValue("image/jpeg");
        assertThat(new String(Files.readAllBytes(path(id)), StandardCharsets.UTF_8))
                .doesNotContain("照片");
    }

    @Test
    void aFileThatWasChangedOrExchangedOnDiskDoesNotOpen() throws IOException {
        var id = put(content());
        var other = put(content());
        Files.write(path(id), Files.readAllBytes(path(other)));
        assertThatThrownBy(() -> store.get(id)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aFileIsPutOnlyInTheTransactionThatNamesIt() {
        assertThatThrownBy(() -> store.put(content(), "image/jpeg")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anUnknownFileIsAbsent() {
        assertThat(store.get(new FileId("0".repeat(64)))).isEmpty();
    }

    @Test
    void filesThatNobodyNamesAreSweptAfterADay() {
        var named = put(content());
        var orphan = put(content());
        sweepAfter(0, id -> !id.equals(orphan)).sweep();
        assertThat(isRegistered(orphan)).as("within the day").isTrue();
        assertThat(sweepAfter(2, id -> !id.equals(orphan)).sweep()).isEqualTo(1);
        assertThat(isRegistered(orphan)).isFalse();
        assertThat(Files.exists(path(orphan))).isFalse();
        assertThat(store.get(named)).isPresent();
    }

    @Test
    void aFileOfATransactionThatFailedIsSweptToo() throws IOException {
        var content = content();
        var id = Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            return store.put(content, "image/jpeg");
        }));
        assertThat(isRegistered(id)).isFalse();
        assertThat(Files.exists(path(id))).isTrue();
        Files.setLastModifiedTime(path(id), FileTime.from(clock.instant().minus(Duration.ofDays(2))));
        sweepAfter(0, any -> !any.equals(id)).sweep();
        assertThat(Files.exists(path(id))).isFalse();
    }

    @Test
    void aFileThatIsPutAgainWhileTheSweepTakesItIsThereAfterwards() {
        var content = content();
        var id = put(content);
        // asked a second time inside the removing transaction; the put of another thread waits for its row
        var putting = new Thread(() -> put(content));
        sweepAfter(2, any -> {
                    if (!any.equals(id)) {
                        return true;
                    }
                    if (TransactionSynchronizationManager.isActualTransactionActive()) {
                        putting.start();
                        awaitLock();
                    }
                    return false;
                })
                .sweep();
        join(putting);
        assertThat(store.get(id)).hasValue(content);
        assertThat(isRegistered(id)).isTrue();
    }

    /** Until some transaction waits for another's row. */
    private void awaitLock() {
        while (job.sql("select not exists (select from pg_locks where not granted)")
                .query(Boolean.class)
                .single()) {
            LookAgain.soon();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

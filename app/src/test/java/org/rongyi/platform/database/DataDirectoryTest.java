package org.rongyi.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    private Path parent;

    @Test
    void onlyItsOwnerMayLookIntoIt() throws Exception {
        var directory = DataDirectory.at(parent.resolve("data"));
        for (var path : new Path[] {directory.root(), directory.keys(), directory.files(), directory.heads()}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rwx------");
        }
        Passwords.in(directory);
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(directory.keys().resolve(Passwords.FILE))))
                .isEqualTo("rw-------");
    }

    @Test
    void aFolderOfOtherFilesIsRefusedAndLeftAlone() throws Exception {
        Files.writeString(parent.resolve("letter.txt"), "dear");
        assertThatThrownBy(() -> DataDirectory.at(parent)).isInstanceOf(WrongInput.class);
        assertThat(parent.resolve("pg")).doesNotExist();
    }

    @Test
    void aFolderOfLogsThatWasClearedAwayIsMadeAnew() throws Exception {
        var root = parent.resolve("data");
        Files.delete(DataDirectory.at(root).logs());
        assertThat(DataDirectory.at(root).logs()).isEmptyDirectory();
    }

    @Test
    void filesThatLieElsewhereAreNeverLookedForHere() throws Exception {
        var data = parent.resolve("data");
        var shared = Files.createDirectory(parent.resolve("shared"));
        assertThat(DataDirectory.at(data, shared, "a").files()).isEqualTo(shared);
        assertThatThrownBy(() -> DataDirectory.at(data))
                .isInstanceOf(WrongInput.class)
                .hasMessageContaining(shared.toString());
        assertThat(DataDirectory.at(data, shared, "a").files()).isEqualTo(shared);
    }

    @Test
    void aFolderThatIsAnothersOrIsNotMountedIsRefused() throws Exception {
        var shared = Files.createDirectory(parent.resolve("shared"));
        DataDirectory.at(parent.resolve("one"), shared, "a");
        assertThat(DataDirectory.at(parent.resolve("two"), shared, "a").files()).isEqualTo(shared);
        assertThatThrownBy(() -> DataDirectory.at(parent.resolve("trial"), shared, "b"))
                .isInstanceOf(WrongInput.class)
                .hasMessageContaining("另一个数据库");
        var empty = Files.createDirectory(parent.resolve("unmounted"));
        assertThatThrownBy(() -> DataDirectory.at(parent.resolve("one"), empty, "a"))
                .isInstanceOf(WrongInput.class)
                .hasMessageContaining(shared.toString());
        assertThat(empty).isEmptyDirectory();
        assertThat(DataDirectory.at(parent.resolve("one"), shared, "a").files()).isEqualTo(shared);
    }

    @Test
    void programsThatStartSideBySideReadWhoseTheSharedFolderIsWhole() throws Exception {
        var shared = Files.createDirectory(parent.resolve("shared"));
        var programs = List.of("one", "two", "three", "four");
        try (var side = Executors.newFixedThreadPool(programs.size())) {
            for (int time = 0; time < 200; time++) {
                Files.deleteIfExists(shared.resolve("files-of"));
                for (var program : programs) {
                    Files.deleteIfExists(parent.resolve(program).resolve("files-at"));
                }
                var starts = side.invokeAll(programs.stream()
                        .<Callable<Path>>map(one -> () -> DataDirectory.at(parent.resolve(one), shared, "a")
                                .files())
                        .toList());
                for (var start : starts) {
                    assertThat(start.get()).isEqualTo(shared);
                }
            }
        }
        assertThat(shared).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void aMarkAFullDiskLeftWithoutAWordIsNobodys() throws Exception {
        var shared = Files.createDirectory(parent.resolve("shared"));
        Files.createFile(shared.resolve("files-of"));
        assertThat(DataDirectory.at(parent.resolve("one"), shared, "a").files()).isEqualTo(shared);
        assertThatThrownBy(() -> DataDirectory.at(parent.resolve("trial"), shared, "b"))
                .isInstanceOf(WrongInput.class)
                .hasMessageContaining("另一个数据库");
    }

    @Test
    void filesThatLieHereAreNotLeftBehind() throws Exception {
        var data = parent.resolve("data");
        var own = DataDirectory.at(data).files();
        Files.createDirectory(own.resolve("ab"));
        var shared = Files.createDirectory(parent.resolve("shared"));
        assertThatThrownBy(() -> DataDirectory.at(data, shared, "a"))
                .isInstanceOf(WrongInput.class)
                .hasMessageStartingWith("--files: ");
        assertThat(DataDirectory.at(data).files()).isEqualTo(own);
        Files.move(own.resolve("ab"), shared.resolve("ab"));
        assertThat(DataDirectory.at(data, shared, "a").files()).isEqualTo(shared);
    }

    @Test
    void itsLockIsHeldOnlyOnce() {
        var root = parent.resolve("data");
        var first = DataDirectory.at(root);
        first.lock();
        var second = DataDirectory.at(root);
        assertThatThrownBy(second::lock).isInstanceOf(CannotRun.class).hasMessageContaining(root.toString());
        assertThat(first.isFresh()).isTrue();
    }

    @Test
    void whatTheFirstStartWasAskedForHoldsAlthoughItWasBrokenOff() {
        var root = parent.resolve("data");
        var first = DataDirectory.at(root);
        first.intend(true);
        Passwords.in(first);
        var second = DataDirectory.at(root);
        second.intend(false);
        assertThat(second.isFresh()).isFalse();
        assertThat(second.wantsDemo()).isTrue();
    }

    @Test
    void halfADemoIsNotHandedOverAsAnEmptyInstallation() {
        var directory = DataDirectory.at(parent.resolve("data"));
        var empty = Launch.parse(List.of("run", "--empty"), Map.of());
        var again = Launch.parse(List.of("run"), Map.of());
        UnfinishedDemo.refuseOthers(empty, directory);
        directory.demoBegun(again.databaseName());
        assertThatThrownBy(() -> UnfinishedDemo.refuseOthers(empty, directory)).isInstanceOf(WrongInput.class);
        UnfinishedDemo.refuseOthers(again, directory);
        directory.demoFinished();
        UnfinishedDemo.refuseOthers(empty, directory);
    }

    @Test
    void anUnfinishedDemoIsNeverClearedOutOfAnotherDatabase() {
        var directory = DataDirectory.at(parent.resolve("data"));
        var other =
                Launch.parse(List.of("run", "--database", "jdbc:postgresql://rongyi:x@db.local:5432/real"), Map.of());
        directory.demoBegun("embedded");
        assertThatThrownBy(() -> UnfinishedDemo.refuseOthers(other, directory))
                .isInstanceOf(WrongInput.class)
                .hasMessageContaining("另一个数据库");
    }

    @Test
    void passwordsAreMadeOnceAndDiffer() {
        var directory = DataDirectory.at(parent.resolve("data"));
        var passwords = Passwords.in(directory);
        assertThat(Passwords.in(directory).of(Roles.APP)).isEqualTo(passwords.of(Roles.APP));
        assertThat(passwords.of(Roles.JOB)).isNotEqualTo(passwords.of(Roles.APP));
        assertThat(DataDirectory.at(directory.root()).isFresh()).isFalse();
    }
}

package org.rongyi.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Rongyi;
import org.rongyi.platform.documents.FileOwner;
import org.rongyi.platform.documents.FileStore;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

@DisplayName("房间与箭头")
class RoomsTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final ApplicationModules ROOMS = ApplicationModules.of(Rongyi.class);

    @Test
    @DisplayName("箭头只朝一个方向，谁也不伸手到别人屋里")
    void arrowsRunOneWayOnly() {
        ROOMS.verify();
    }

    @Test
    @DisplayName("每个房间有一页给人看的说明")
    void everyRoomHasAPageForPeople() {
        var without = new TreeSet<String>();
        ROOMS.stream()
                .filter(room -> !Files.exists(folder(room).resolve("package.md")))
                .forEach(room -> without.add(room.getIdentifier().toString()));
        assertThat(without).isEmpty();
    }

    @Test
    @DisplayName("docs/rooms.md 与代码一致（不一致时测试重写它，再跑一次即通过）")
    void theListOfRoomsIsTrue() throws IOException {
        var page = Path.of("../docs/rooms.md");
        var text = new StringBuilder(
                "# Rooms\n\nWritten by `RoomsTest` from each room's `package-info.java`.\n\n| room | folder | may lean on |\n|---|---|---|\n");
        ROOMS.stream()
                .sorted(Comparator.comparing(room -> room.getBasePackage().getName()))
                .forEach(room -> text.append("| ")
                        .append(room.getDisplayName())
                        .append(" | `")
                        .append(room.getBasePackage().getName().replace('.', '/'))
                        .append("` | ")
                        .append(String.join(", ", allowed(room)))
                        .append(" |\n"));
        text.append(
                        "\n## Tables others read\n\nA table is part of its room's contract where another room's statements name it: who changes it looks there. ")
                .append(
                        "Written by `RoomsTest` from the Java sources (what migrations name is not read), which fails where a room may not lean on another.\n\n")
                .append("| table | read by |\n|---|---|\n");
        TableReaders.read(SOURCES, ROOMS)
                .forEach((table, readers) -> text.append("| `")
                        .append(table)
                        .append("` | ")
                        .append(String.join(", ", readers))
                        .append(" |\n"));
        var before = Files.exists(page) ? Files.readString(page) : "";
        Files.writeString(page, text);
        assertThat(before).isEqualTo(text.toString());
    }

    @Test
    @DisplayName("SQL 读别的房间的表，也只朝许可的方向：源码里每一段 SQL，不论写在常量、列表还是方法里")
    void tablesAreReadAlongTheArrows() throws IOException {
        var wrong = new TreeSet<String>();
        TableReaders.read(SOURCES, ROOMS)
                .forEach((table, readers) -> readers.stream()
                        .filter(reader -> !TableReaders.mayRead(ROOMS, reader, table))
                        .forEach(reader -> wrong.add(reader + " reads " + table)));
        assertThat(wrong).isEmpty();
    }

    @Test
    @DisplayName("一个房间里的文件夹也不互相依赖：读得出先后")
    void foldersLeanOneWay() {
        var leans = new TreeMap<String, Set<String>>();
        for (var type : Program.classes()) {
            for (var dependency : type.getDirectDependenciesFromSelf()) {
                var to = dependency.getTargetClass().getBaseComponentType().getPackageName();
                leans.computeIfAbsent(type.getPackageName(), folder -> new TreeSet<>())
                        .add(to);
            }
        }
        leans.forEach((from, others) -> others.removeIf(to -> from.equals(to) || !isOneRoom(from, to)));
        assertThat(leans.values()).anyMatch(others -> !others.isEmpty());
        var mutual = new TreeSet<String>();
        leans.forEach((from, others) -> others.stream()
                .filter(to -> from.compareTo(to) < 0
                        && leans.getOrDefault(to, Set.of()).contains(from))
                .forEach(to -> mutual.add(named(from) + " <-> " + named(to))));
        assertThat(mutual).isEmpty();
    }

    private static boolean isOneRoom(String from, String to) {
        var room = ROOMS.getModuleForPackage(from);
        return room.isPresent() && room.equals(ROOMS.getModuleForPackage(to));
    }

    /** The room and the folder in it. */
    private static String named(String folder) {
        var room = ROOMS.getModuleForPackage(folder).orElseThrow();
        return room.getIdentifier()
                + folder.substring(room.getBasePackage().getName().length());
    }

    @Test
    @DisplayName("谁存文件，谁就说清楚自己还用着哪些；说不清的，夜里的清理会把它们清掉")
    void whoeverKeepsFilesSaysWhichHeStillNames() {
        var keepers = new TreeSet<String>();
        var owners = new TreeSet<String>();
        for (var type : Program.classes()) {
            if (type.getMethodCallsFromSelf().stream()
                    .anyMatch(call -> call.getTargetOwner().isEquivalentTo(FileStore.class)
                            && call.getName().equals("put"))) {
                keepers.add(roomOf(type));
            }
            if (type.isAssignableTo(FileOwner.class) && !type.isInterface()) {
                owners.add(roomOf(type));
            }
        }
        assertThat(keepers).isNotEmpty();
        assertThat(owners).containsAll(keepers);
    }

    private static String roomOf(JavaClass type) {
        return ROOMS.getModuleByType(type.getName())
                .orElseThrow(() -> new AssertionError(type.getName() + " is in no room"))
                .getIdentifier()
                .toString();
    }

    private static java.util.List<String> allowed(ApplicationModule room) {
        var annotation = room.getBasePackage()
                .getAnnotation(org.springframework.modulith.ApplicationModule.class)
                .orElseThrow();
        return java.util.Arrays.stream(annotation.allowedDependencies())
                .sorted()
                .toList();
    }

    private static Path folder(ApplicationModule room) {
        return SOURCES.resolve(room.getBasePackage().getName().replace('.', '/'));
    }
}

package org.rongyi.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;

/** 没有建完的演示数据: a start that was broken off while it made them. The next one clears them away and begins anew. */
final class UnfinishedDemo {

    private UnfinishedDemo() {}

    /** Who wants an empty installation is not given half a demo; and what is cleared is the database the demo was begun in, no other. */
    static void refuseOthers(Launch launch, DataDirectory directory) {
        var unfinished = directory.unfinishedDemo();
        if (unfinished.isEmpty()) {
            return;
        }
        if (!unfinished.get().equals(launch.databaseName())) {
            throw new WrongInput(
                    "--database",
                    "目录 " + directory.root() + " 里的演示数据没有建完，建在另一个数据库里；请另选目录，或用原来的数据库重新建完"
                            + " · its unfinished demo is in another database; choose another directory, or that database");
        }
        if (launch.empty() || launch.province()) {
            throw new WrongInput(
                    "--data",
                    "目录 " + directory.root() + " 里的演示数据没有建完；请另选目录，或用 ./rongyi run 重新建完"
                            + " · holds an unfinished demo; choose another directory, or finish it by run");
        }
    }

    /** Nothing but what the demo made stands here: it was begun on an empty installation. */
    static void clear(Launch launch, Database database, DataDirectory directory, Progress progress) {
        if (directory.unfinishedDemo().filter(launch.databaseName()::equals).isEmpty()) {
            return;
        }
        progress.step("上次的演示数据没有建完，清掉重新建 the demo was broken off; it is made anew");
        try (var owner = DriverManager.getConnection(database.url(), Roles.OWNER, database.password(Roles.OWNER))) {
            EmptyDatabase.dropAll(owner);
            for (var folder : List.of(directory.files(), directory.heads())) {
                empty(folder);
            }
        } catch (SQLException | IOException e) {
            throw new CannotRun("没有建完的演示数据清不掉，请另选目录 · cannot clear the unfinished demo: " + e.getMessage(), e);
        }
    }

    private static void empty(Path folder) throws IOException {
        try (var below = Files.walk(folder)) {
            for (var path : below.sorted(Comparator.reverseOrder())
                    .filter(one -> !one.equals(folder) && !DataDirectory.isMark(one))
                    .toList()) {
                Files.delete(path);
            }
        }
    }
}

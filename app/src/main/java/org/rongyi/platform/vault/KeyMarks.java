package org.rongyi.platform.vault;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which keys some data needs, told by their marks: what a key makes of one fixed text. A mark tells keys apart and nothing
 * of them, so that it may travel with a backup that must never hold a key.
 */
public final class KeyMarks {

    private static final String KNOWN = "select name, mark from vault.key where destroyed_at is null order by name";

    private KeyMarks() {}

    /** By name: {@code index}, {@code index.N}, {@code fingerprint}, {@code seal.N}; destroyed keys are needed by nothing. */
    public static Map<String, String> in(Connection connection) throws SQLException {
        var marks = new TreeMap<String, String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(KNOWN)) {
            while (rows.next()) {
                marks.put(rows.getString("name"), rows.getString("mark"));
            }
        }
        return marks;
    }

    /** What is wrong with the keys in the directory for such data, a line each; no file is made or changed. */
    public static List<String> missing(Path directory, Map<String, String> needed) {
        var file = "keys/" + Keys.FILE;
        if (!Keys.existIn(directory)) {
            return List.of("缺少 " + file + "（要有：" + String.join("、", needed.keySet()) + "）");
        }
        var here = KeyCheck.marks(Keys.in(directory));
        var problems = new ArrayList<String>();
        needed.forEach((name, mark) -> {
            var found = here.get(name);
            if (found == null) {
                problems.add(file + " 里缺少 " + name);
            } else if (!found.equals(mark)) {
                problems.add(file + " 里的 " + name + " 不是封存这些数据的那一把");
            }
        });
        return problems;
    }
}

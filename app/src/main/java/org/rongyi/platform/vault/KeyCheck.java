package org.rongyi.platform.vault;

import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rongyi.platform.database.CannotRun;
import org.rongyi.platform.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 核对密钥: at every start, before anything is read or sealed. The database knows of each key what it makes of one fixed
 * text, which tells nothing of the key; another key makes something else of it.
 */
final class KeyCheck {

    static final String INDEX = "index";
    static final String FINGERPRINT = "fingerprint";
    static final String SEAL = "seal.";

    private static final String KNOWN = """
            select name, mark, destroyed_at is not null as destroyed, account_id is not null as ordered
            from vault.key
            order by name
            """;

    private static final String ENTER = """
            insert into vault.key (name, id, mark, since)
            values (:name, :id, :mark, :at)
            on conflict (name) do nothing
            """;

    private KeyCheck() {}

    /** @param ordered somebody changed to it; the others were found in a file at a start */
    private record Known(String name, String mark, boolean destroyed, boolean ordered) {

        private boolean isIn(Map<String, String> marks) {
            return mark.equals(marks.get(name));
        }
    }

    /**
     * The keys in the directory, which are the ones the data is sealed with.
     *
     * @throws CannotRun when a key is missing or another one; nothing was touched
     */
    static Keys of(Path directory, JdbcClient jdbc, Clock clock) {
        var known = jdbc.sql(KNOWN).query(Known.class).list();
        if (!known.isEmpty() && !Keys.existIn(directory)) {
            throw refuse(
                    "缺少密钥文件 keys/" + Keys.FILE + "，数据库里的数据是用它封存的，请放回原来的密钥文件再启动",
                    "the key file is missing; put back the one this data was sealed with");
        }
        var keys = Keys.in(directory);
        var marks = marks(keys);
        for (var one : known) {
            if (one.destroyed()) {
                continue;
            }
            var mark = marks.get(one.name());
            if (mark == null) {
                throw refuse(
                        "密钥文件 keys/" + Keys.FILE + " 里缺少 " + one.name() + "，请放回完整的密钥文件再启动",
                        "a key this data was sealed with is missing");
            }
            if (!mark.equals(one.mark())) {
                throw refuse(
                        "密钥文件 keys/" + Keys.FILE + " 里的 " + one.name() + " 不是封存这些数据的那一把，没有读写任何数据",
                        "this is another key than the data was sealed with; nothing was touched");
            }
        }
        catchUp(keys, known, marks);
        enter(marks, known.stream().map(Known::name).toList(), jdbc, clock);
        return keys;
    }

    /**
     * Takes the file where the database is; one that lacks a key is left as it is.
     *
     * @return names of the keys the database knows of and the file does not hold
     */
    static List<String> follow(Keys keys, JdbcClient jdbc) {
        var known = jdbc.sql(KNOWN).query(Known.class).list();
        var marks = marks(keys);
        var missing = known.stream()
                .filter(one -> !one.destroyed() && !one.isIn(marks))
                .map(Known::name)
                .toList();
        if (missing.isEmpty()) {
            catchUp(keys, known, marks);
        }
        return missing;
    }

    /** The newest key somebody changed to seals, and a destroyed one leaves the file, where a program ended between saying so and doing so. */
    private static void catchUp(Keys keys, List<Known> known, Map<String, String> marks) {
        var here = known.stream().filter(one -> one.isIn(marks)).toList();
        here.stream()
                .filter(one -> one.name().startsWith(SEAL) && one.ordered() && !one.destroyed())
                .mapToInt(one -> version(one.name()))
                .max()
                .ifPresent(keys::use);
        here.stream().filter(Known::destroyed).forEach(one -> destroy(keys, one.name()));
    }

    private static int version(String seal) {
        return Integer.parseInt(seal.substring(SEAL.length()));
    }

    private static void enter(Map<String, String> marks, List<String> known, JdbcClient jdbc, Clock clock) {
        marks.forEach((name, mark) -> {
            if (!known.contains(name)) {
                jdbc.sql(ENTER)
                        .param("name", name)
                        .param("id", Ids.next())
                        .param("mark", mark)
                        .param("at", OffsetDateTime.now(clock))
                        .update();
            }
        });
    }

    static Map<String, String> marks(Keys keys) {
        var marks = new TreeMap<String, String>();
        keys.indexVersions().forEach(version -> marks.put(index(version), Vault.mark(keys.indexKey(version))));
        marks.put(FINGERPRINT, Vault.mark(keys.fingerprintKey()));
        keys.versions().forEach(version -> marks.put(SEAL + version, Vault.mark(keys.sealKey(version))));
        return marks;
    }

    /** The name of a key of the blind index; the first had none of its own. */
    static String index(int version) {
        return version == 1 ? INDEX : INDEX + "." + version;
    }

    static void destroy(Keys keys, String name) {
        if (name.startsWith(SEAL)) {
            keys.destroy(version(name));
        } else if (name.equals(INDEX)) {
            keys.destroyIndex(1);
        } else if (name.startsWith(INDEX + ".")) {
            keys.destroyIndex(Integer.parseInt(name.substring(INDEX.length() + 1)));
        } else {
            throw new IllegalStateException("a key that is never destroyed: " + name);
        }
    }

    private static CannotRun refuse(String zh, String en) {
        return new CannotRun(zh + " · " + en);
    }
}

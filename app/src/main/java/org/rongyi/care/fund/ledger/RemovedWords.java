package org.rongyi.care.fund.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.removal.RemovedFrom;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 清除泄密内容以后的账: the words of an entry, and those of the record it rests on, are part of digests in the trail. A removal leaves in
 * its own entry of the trail what each digest was and what it is now; the check follows from the one to the other, and takes no
 * other change for a removal. What an entry says in numbers is in the digest as before.
 */
@Component
class RemovedWords implements RemovedFrom {

    private static final String ENTRY = "凭证摘要 ";
    private static final String DOCUMENT = "凭证所依据的记录的摘要 ";

    /** Entries whose words, or whose record's words, go. */
    private static final String TOUCHED = """
            select e.id, e.subject, fund.canonical(e.id) as canonical, fund.document(e.subject) as document
            from fund.entry e
            where e.id = any(:rows::uuid[]) or e.subject = any(:rows::uuid[])
            """;

    private static final String REMOVED = """
            select t.before, t.after from audit.trail t where t.act = 'ConfirmRemoval' and t.done order by t.at, t.id
            """;

    private final JdbcClient jdbc;

    RemovedWords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, String> digests(Collection<UUID> rows) {
        var digests = new HashMap<String, String>();
        jdbc.sql(TOUCHED).param("rows", rows.toArray(UUID[]::new)).query(row -> {
            digests.put(ENTRY + row.getString("id"), Digest.of(row.getString("canonical")));
            var document = row.getString("document");
            if (document != null) {
                digests.put(DOCUMENT + row.getString("subject"), Digest.of(document));
            }
        });
        return digests;
    }

    /** What removals made of digests, read from the trail in their order. */
    static final class Followed {

        private final Map<String, String> next = new HashMap<>();

        private Followed() {}

        static Followed read(Connection connection) throws SQLException {
            var followed = new Followed();
            try (var statement = connection.prepareStatement(REMOVED);
                    var rows = statement.executeQuery()) {
                while (rows.next()) {
                    for (var change : Detail.read(null, rows.getString(1), rows.getString(2))
                            .changes()) {
                        var was = change.before();
                        var is = change.after();
                        if (was != null && is != null) {
                            followed.next.put(change.what() + "|" + was, is);
                        }
                    }
                }
            }
            return followed;
        }

        /** What an entry's digest has to be now, which was this when it was posted. */
        String ofEntry(String entry, String posted) {
            return last(ENTRY + entry, posted);
        }

        /** The same of the record the entry rests on. */
        String ofDocument(String subject, String posted) {
            return last(DOCUMENT + subject, posted);
        }

        /** Nothing removed twice ends in a ring: each step says the mark where words were. */
        private String last(String what, String posted) {
            var now = posted;
            for (int steps = 0; steps < next.size(); steps++) {
                var then = next.get(what + "|" + now);
                if (then == null) {
                    return now;
                }
                now = then;
            }
            return now;
        }
    }
}

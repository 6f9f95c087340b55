package org.rongyi.career.reception.scoring;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rongyi.career.placement.score.ScoreTable;
import org.rongyi.career.reception.Reception;
import org.rongyi.platform.documents.attachment.Attachment;
import org.rongyi.platform.documents.attachment.Attachments;
import org.rongyi.platform.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 凭据页, kept: of each item of a score the pages of the file it rests on, as photos or scans. All entries of the score share them. */
@Component
public class ScorePages {

    static final String OWNER_KIND = "reception.score-page";

    private static final String OF =
            "select p.id, p.item from reception.score_page p where p.reception_id = :reception";

    private static final String RECEPTION = "select p.reception_id from reception.score_page p where p.id = :id";

    private static final String HOLD = """
            insert into reception.score_page (id, reception_id, item, person_id, code_now)
            values (:id, :reception, :item, :person, :code)
            on conflict (reception_id, item) do nothing
            """;

    private static final String FIND =
            "select p.id from reception.score_page p where p.reception_id = :reception and p.item = :item";

    private final JdbcClient jdbc;
    private final Attachments attachments;

    ScorePages(JdbcClient jdbc, Attachments attachments) {
        this.jdbc = jdbc;
        this.attachments = attachments;
    }

    /** What stands for 服役年限, which no entry types: it comes of the two days. */
    public static String years(ScoreTable table) {
        return table.base().getFirst();
    }

    public static boolean isItem(ScoreTable table, String item) {
        return table.find(item).isPresent() || item.equals(years(table));
    }

    /** By item, those that are not taken away, in the order they came. */
    public Map<String, List<Attachment>> of(UUID reception) {
        var pages = new HashMap<String, List<Attachment>>();
        rows(reception).forEach((item, row) -> {
            var here = attachments.list(OWNER_KIND, row).stream()
                    .filter(page -> page.away() == null)
                    .toList();
            if (!here.isEmpty()) {
                pages.put(item, here);
            }
        });
        return pages;
    }

    /** Of these items those nobody has shown the page of. */
    public Set<String> without(UUID reception, Set<String> items) {
        var without = new HashSet<>(items);
        without.removeAll(of(reception).keySet());
        return without;
    }

    private Map<String, UUID> rows(UUID reception) {
        var rows = new HashMap<String, UUID>();
        jdbc.sql(OF).param("reception", reception).query(row -> {
            rows.put(row.getString("item"), row.getObject("id", UUID.class));
        });
        return rows;
    }

    /** Whose score a page belongs to, within the reader's reach. */
    Optional<UUID> receptionOf(UUID id) {
        return jdbc.sql(RECEPTION).param("id", id).query(UUID.class).optional();
    }

    /** What the pages of this item hang on. */
    UUID hold(Reception one, String item) {
        jdbc.sql(HOLD)
                .param("id", Ids.next())
                .param("reception", one.id())
                .param("item", item)
                .param("person", one.person())
                .param("code", one.code().value())
                .update();
        return jdbc.sql(FIND)
                .param("reception", one.id())
                .param("item", item)
                .query(UUID.class)
                .single();
    }
}

package org.rongyi.platform.approval;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 好差评, kept: one for each case. */
@Component
public class Ratings {

    /** 不满意、非常不满意. */
    private static final Set<String> COMPLAINTS = Set.of("BAD", "WORST");

    /** What counts for whoever says nothing. */
    static final String DEFAULT = "FAIR";

    private static final String KEEP = """
            insert into approval.rating (id, person_id, code_now, service, grade, text_sealed, by_default, told_by, at)
            values (:id, :person, :code, :service, :grade, :text, :default, :told, :at)
            on conflict do nothing
            """;

    private static final String FIND =
            "select grade, text_sealed, by_default, told_by from approval.rating where id = :id";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    Ratings(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * @param byDefault nobody rated in time
     * @param toldBy who wrote it down at a counter, or rated for him as his family; none when he did it himself
     */
    public record Rating(
            String grade,
            @Nullable String text,
            boolean byDefault,
            @Nullable String toldBy) {}

    static boolean isComplaint(String grade) {
        return COMPLAINTS.contains(grade);
    }

    public Optional<Rating> find(UUID caseId) {
        return jdbc.sql(FIND)
                .param("id", caseId)
                .query((row, n) -> new Rating(
                        row.getString("grade"),
                        CaseTexts.open(vault, CaseTexts.RATING, caseId, row.getBytes("text_sealed")),
                        row.getBoolean("by_default"),
                        row.getString("told_by")))
                .optional();
    }

    /** False when it has been rated. */
    boolean keep(CaseFile file, Rating rating) {
        return jdbc.sql(KEEP)
                        .param("id", file.id())
                        .param("person", file.person())
                        .param("code", file.code().value())
                        .param("service", file.service())
                        .param("grade", rating.grade())
                        .param("text", CaseTexts.seal(vault, CaseTexts.RATING, file.id(), rating.text()))
                        .param("default", rating.byDefault())
                        .param("told", rating.toldBy())
                        .param("at", OffsetDateTime.now(clock))
                        .update()
                == 1;
    }
}

package org.rongyi.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("人员的行里，哪些类别是明文：一列列说得出，多一列就不行（docs/decisions/0058）")
class ClearColumnsTest {

    /** By the names categories have in this house, and by what the column's comment says it holds. */
    private static final String CATEGORIES = """
            select c.oid::regclass::text || '.' || a.attname
            from pg_attribute a
            join pg_class c on c.oid = a.attrelid
            join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped
              and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'flyway')
              and a.atttypid <> 'bytea'::regtype
              and (c.oid = 'person.person'::regclass
                   or exists (select from pg_attribute p
                              where p.attrelid = c.oid and p.attname = 'person_id' and not p.attisdropped))
              and (a.attname ~ '^(kinds?|grounds?|.*_ground|.*situation.*|standing|object|categor(y|ies)|item|attention|basis|relation|tie_.*)$'
                   or a.attname ~ '(disab|health|illness|diagnos|wound|income|faith)'
                   or coalesce(col_description(c.oid, a.attnum), '') ~ '残疾|伤残|病情|疾病|诊断|健康')
            order by 1
            """;

    /** Tell of health or hardship, or might: entries of a document's list, by which is reckoned, ordered, counted and paged. */
    private static final List<String> SENSITIVE = List.of(
            "campaign.candidate.exempt_ground",
            "campaign.candidate.priority_ground",
            "campaign.candidate.tie_age",
            "campaign.candidate.tie_disability",
            "campaign.candidate.tie_hardship",
            "campaign.candidate.tie_merit",
            "campaign.candidate.tie_service",
            "festival.line.ground",
            "festival.line.grounds",
            "need.need.kind",
            "person.person.categories",
            "reception.reception.ground",
            "reception.score_line.item",
            "reception.score_page.item",
            "relief.aid.situation",
            "relief.aid.standing",
            "relief.bar.kind",
            "relief.emergency.kind",
            "relief.emergency.object",
            "visit.contact.attention",
            "visit.contact.ground");

    private static final String COURSE = "事情走到哪一步、凭什么办，不说人的身体和家境";
    private static final String FAMILY = "谁替他办、凭什么，办的时候要核对";
    private static final String PLACE = "住处和归属的种类";

    private static final Map<String, String> ORDINARY = Map.ofEntries(
            Map.entry("access.account.disabled", "账号停用"),
            Map.entry("approval.case_file.filed_ground", FAMILY),
            Map.entry("approval.case_file.public_matter", "公示时写的事由，本来就公开，不含病情"),
            Map.entry("approval.stop.ground", COURSE),
            Map.entry("approval.task.kind", COURSE),
            Map.entry("approval.task.raised_ground", COURSE),
            Map.entry("campaign.candidate.kind", "军士义务兵、军官的职级：按它看可以用哪种安置方式，不说人的身体和家境"),
            Map.entry("campaign.direct_application.refused_ground", COURSE),
            Map.entry("campaign.exam_bar.ground", COURSE),
            Map.entry("campaign.refusal.ground", COURSE),
            Map.entry("documents.attachment.kind", COURSE),
            Map.entry("documents.draft_file.kind", COURSE),
            Map.entry("documents.issued.kind", COURSE),
            Map.entry("fund.recovery.ground", COURSE),
            Map.entry("kin.mandate.basis", FAMILY),
            Map.entry("kin.mandate.relation", FAMILY),
            Map.entry("need.move.kind", COURSE),
            Map.entry("notice.message.kind", COURSE),
            Map.entry("notice.opt_out.kind", COURSE),
            Map.entry("notice.outbox.kind", COURSE),
            Map.entry("person.handover.kind", PLACE),
            Map.entry("person.person.status_ground", COURSE),
            Map.entry("person.place.kind", PLACE),
            Map.entry("reception.ending.kind", COURSE),
            Map.entry("reception.paper.kind", COURSE),
            Map.entry("reception.reception.basis", PLACE));

    @Autowired
    @Qualifier("job")
    private JdbcClient jdbc;

    @Test
    @DisplayName("新添一列类别：要么封存，要么在 0058 里说明为什么不封")
    void everyCategoryOfAPersonIsKnown() {
        var known = new HashMap<>(ORDINARY);
        SENSITIVE.forEach(column -> known.put(column, "0058"));
        assertThat(known).hasSize(ORDINARY.size() + SENSITIVE.size());
        assertThat(new TreeSet<>(jdbc.sql(CATEGORIES).query(String.class).list()))
                .isEqualTo(new TreeSet<>(known.keySet()));
    }

    @Test
    @DisplayName("不封的类别，都在开启并强制行级安全的表里")
    void whatIsClearIsBehindTheSecondLock() {
        var locked = jdbc.sql("""
                        select c.oid::regclass::text from pg_class c where c.relrowsecurity and c.relforcerowsecurity
                        """).query(String.class).list();
        assertThat(SENSITIVE).allMatch(column -> locked.contains(column.substring(0, column.lastIndexOf('.'))));
    }
}

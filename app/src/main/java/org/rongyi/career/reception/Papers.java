package org.rongyi.career.reception;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.reception.rule.Discharge;
import org.rongyi.career.reception.rule.Rank;
import org.rongyi.people.person.PersonFile;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Scope;
import org.rongyi.platform.policy.Policy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 人事档案清单, kept: one row for each kind of paper the list in force on the day of discharge names. */
@Component
public class Papers {

    public static final String LIST = "placement.paper";
    private static final int MOST = 200;

    /** Everybody's, whatever he was. */
    private static final Set<String> ALWAYS = Set.of("ENLIST", "REGISTER", "DISCHARGE", "IDENTITY");

    private static final String INSERT = """
            insert into reception.paper (reception_id, kind, person_id, code_now, state, checked_at, checked_by)
            values (:reception, :kind, :person, :code, :state, :at, :by)
            """;

    private static final String OF = """
            select p.kind, p.state, p.pages, p.received_on, p.asked_on, p.checked_by
            from reception.paper p
            where p.reception_id = :reception
            """;

    private static final String CHECK = """
            update reception.paper
            set state = :state, pages = :pages, received_on = :on,
                asked_on = case when :state = 'MISSING' then asked_on end, checked_at = :at, checked_by = :by
            where reception_id = :reception and kind = :kind
              and (state, coalesce(pages, 0), coalesce(received_on, 'epoch'))
                  is distinct from (:state, coalesce(cast(:pages as integer), 0), coalesce(cast(:on as date), 'epoch'))
            """;

    private static final String ASK = """
            update reception.paper set asked_on = :on, checked_at = :at, checked_by = :by
            where reception_id = :reception and state = 'MISSING' and asked_on is null
            """;

    private static final String OUTSTANDING = """
            select r.id, r.person_name, r.from_unit, r.received_on, min(p.asked_on) as asked_on,
                   array_agg(p.kind order by p.kind) as kinds
            from reception.paper p
            join reception.reception r on r.id = p.reception_id
            where p.code_now >= :low and p.code_now < :high and p.state = 'MISSING'
              and r.settled_on is null and r.ended_on is null and r.withdrawn_why is null
            group by r.id, r.person_name, r.from_unit, r.received_on
            order by coalesce(min(p.asked_on), r.received_on), r.id
            limit :limit
            """;

    private final JdbcClient jdbc;
    private final Policy policy;
    private final Clock clock;

    Papers(JdbcClient jdbc, Policy policy, Clock clock) {
        this.jdbc = jdbc;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * A piece of the file.
     *
     * @param pages of one that is there
     * @param received the day it came
     * @param asked the day the army was asked for one that is missing
     */
    public record Piece(
            String kind,
            String zh,
            PaperState state,
            @Nullable Integer pages,
            @Nullable LocalDate received,
            @Nullable LocalDate asked,
            String by) {}

    /** Whose papers are missing, and since when they are asked for. */
    public record Outstanding(
            UUID reception,
            String personName,
            String fromUnit,
            LocalDate received,
            @Nullable LocalDate asked,
            List<String> kinds) {}

    /** What must be there by rank, mode and ground is missing until it is found; the rest is not needed until somebody says so. */
    void begin(UUID reception, PersonFile.Applicant whom, Discharge discharge, Actor.Office by) {
        for (var choice : policy.choices(LIST, discharge.discharged())) {
            var state = isExpected(choice.code(), discharge) ? PaperState.MISSING : PaperState.NOT_NEEDED;
            jdbc.sql(INSERT)
                    .param("reception", reception)
                    .param("kind", choice.code())
                    .param("person", whom.person().id())
                    .param("code", whom.place().code().value())
                    .param("state", state.name())
                    .param("at", OffsetDateTime.now(clock))
                    .param("by", by.signed())
                    .update();
        }
    }

    static boolean isExpected(String kind, Discharge discharge) {
        return switch (kind) {
            case "SCORING" -> discharge.isAssigned();
            case "SELECTION" -> discharge.rank() == Rank.SERGEANT;
            case "FAMILY" -> !discharge.basis().equals(Discharge.ENLISTED);
            case "MARRIAGE" -> discharge.basis().equals(Discharge.SPOUSE);
            case "MARTYR" -> discharge.ground().equals("MARTYR_CHILD");
            case "DISABLED" ->
                discharge.ground().equals("WAR_DISABLED") || discharge.mode().equals("PROVIDED");
            case "AWARD" -> discharge.ground().startsWith("MERIT");
            default -> ALWAYS.contains(kind);
        };
    }

    /** In the order of the list. */
    public List<Piece> of(UUID reception) {
        var order = policy.findList(LIST).orElseThrow().entries().stream()
                .map(choice -> choice.code())
                .toList();
        return jdbc
                .sql(OF)
                .param("reception", reception)
                .query((row, n) -> new Piece(
                        row.getString("kind"),
                        policy.label(LIST, row.getString("kind")),
                        PaperState.valueOf(row.getString("state")),
                        row.getObject("pages", Integer.class),
                        row.getObject("received_on", LocalDate.class),
                        row.getObject("asked_on", LocalDate.class),
                        row.getString("checked_by")))
                .list()
                .stream()
                .sorted(Comparator.comparingInt(piece -> order.indexOf(piece.kind())))
                .toList();
    }

    void check(UUID reception, String kind, CheckPapers.Found found, Actor.Office by) {
        jdbc.sql(CHECK)
                .param("reception", reception)
                .param("kind", kind)
                .param("state", found.state().name())
                .param("pages", found.pages())
                .param("on", found.received())
                .param("at", OffsetDateTime.now(clock))
                .param("by", by.signed())
                .update();
    }

    /** How many were missing that nobody had asked for. */
    int ask(UUID reception, LocalDate on, Actor.Office by) {
        return jdbc.sql(ASK)
                .param("reception", reception)
                .param("on", on)
                .param("at", OffsetDateTime.now(clock))
                .param("by", by.signed())
                .update();
    }

    /** Whose papers are missing in the territory: who has waited longest first, 200 of them. */
    public List<Outstanding> outstanding(Scope scope) {
        return jdbc.sql(OUTSTANDING)
                .param("low", scope.low())
                .param("high", scope.high())
                .param("limit", MOST)
                .query((row, n) -> new Outstanding(
                        row.getObject("id", UUID.class),
                        row.getString("person_name"),
                        row.getString("from_unit"),
                        row.getObject("received_on", LocalDate.class),
                        row.getObject("asked_on", LocalDate.class),
                        List.of((String[]) row.getArray("kinds").getArray())))
                .list();
    }
}

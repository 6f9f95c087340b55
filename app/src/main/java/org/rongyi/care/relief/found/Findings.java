package org.rongyi.care.relief.found;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.relief.emergency.EmergencyTerms;
import org.rongyi.care.relief.emergency.rule.Eligible;
import org.rongyi.care.relief.emergency.rule.Kind;
import org.rongyi.care.relief.rule.Standing;
import org.rongyi.people.person.Category;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Scope;
import org.rongyi.platform.kernel.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who was found: by an open need for living or for medical care, of those the aid is for; and by a death in the household, of those 应急救助
 * is for. Not what somebody has taken up or put aside. While an application for hardship aid is open no need of his is shown: the case
 * itself says what else there is. While one for 应急救助 is open, no death is; nor is one where it could not be asked for.
 */
@Component
public class Findings {

    private static final int PAGE = 20;
    private static final UUID FIRST = new UUID(0, 0);

    /** 应急救助 is asked for where he is registered: not where he only lives, with no 户籍 that the reader sees. */
    private static final String ELSEWHERE = """
            (exists (select from person.place r
                     where r.person_id = p.id and r.responsible and r.kind = 'RESIDENCE' and r.valid_to is null)
             and not exists (select from person.place h
                             where h.person_id = p.id and h.kind in ('HUKOU', 'BOTH') and h.valid_to is null))
            """;

    private static final String NEEDS = """
            select n.id, n.person_id, p.name, n.code_now, n.kind, n.asked_on as found_on, null::uuid as deceased,
                   null::text as deceased_name, p.categories,
                   exists (select from relief.emergency e
                           join approval.case_file c on c.id = e.id
                           where e.person_id = n.person_id
                             and (c.state not in ('DECIDED', 'CLOSED') or e.paid_on > :helpedAfter)) as helped,
            """ + ELSEWHERE + """
                   as elsewhere
            from need.need n
            join person.person p on p.id = n.person_id
            where n.kind in ('RELIEF', 'MEDICAL') and n.state in ('OPEN', 'ACCEPTED') and not n.taken_up
              and p.status = 'ACTIVE' and p.categories && :objects::text[]
              and not exists (select from relief.set_aside s where s.need_id = n.id)
              and not exists (select from relief.aid a
                              join approval.case_file c on c.id = a.id
                              where a.person_id = n.person_id and c.state not in ('DECIDED', 'CLOSED'))
            """;

    /** Of several deaths in a household the latest. */
    private static final String DEATHS = """
            select distinct on (p.id) p.id, p.id as person_id, p.name, w.code_now, 'FAMILY' as kind, d.status_on as found_on,
                   d.id as deceased, d.name as deceased_name, p.categories, false as helped, false as elsewhere
            from person.person d
            join person.person p on p.household_id = d.household_id
            join person.place w on w.person_id = p.id and w.responsible and w.valid_to is null
            where d.status = 'DECEASED' and d.status_on >= :diedFrom
              and p.status = 'ACTIVE' and p.categories && :eligible::text[] and not
            """ + ELSEWHERE + """
              and not exists (select from relief.set_aside_family s where s.person_id = p.id and s.deceased_id = d.id)
              and not exists (select from relief.emergency e
                              join approval.case_file c on c.id = e.id
                              where e.person_id = p.id
                                and (c.state not in ('DECIDED', 'CLOSED') or e.paid_on > :helpedAfter
                                     or e.kind = 'FAMILY' and e.applied_on >= d.status_on))
            """;

    private static final String THE_LATEST = "order by p.id, d.status_on desc, d.id\n";

    private static final String LIST = "select f.* from ((\n" + NEEDS + """
              and n.code_now >= :low and n.code_now < :high and (n.asked_on, n.id) > (:afterOn, :afterId)
            order by n.asked_on, n.id
            limit :limit
            ) union all (
            select b.* from (
            """ + DEATHS + """
              and w.code_now >= :low and w.code_now < :high
            """ + THE_LATEST + """
            ) b
            where (b.found_on, b.id) > (:afterOn, :afterId)
            order by b.found_on, b.id
            limit :limit
            )) f
            order by f.found_on, f.id
            limit :limit
            """;

    private static final String FIND_NEED = NEEDS + "and n.id = :found";

    private static final String FIND_DEATH = DEATHS + "and p.id = :found\n" + THE_LATEST;

    private static final String IS_THERE = """
            select exists (select from need.need n where n.id = :found)
                or exists (select from person.person p where p.id = :found)
            """;

    private static final String PUT_NEED_ASIDE = """
            insert into relief.set_aside (need_id, situation, reason, at, by_name)
            values (:need, :situation, :reason, :at, :by)
            on conflict (need_id) do nothing
            """;

    private static final String PUT_DEATH_ASIDE = """
            insert into relief.set_aside_family (person_id, deceased_id, reason, at, by_name)
            values (:person, :deceased, :reason, :at, :by)
            on conflict (person_id, deceased_id) do nothing
            """;

    private static final String[] OBJECTS = of(one -> Standing.of(Set.of(one)) != Standing.NEITHER);
    private static final String[] ELIGIBLE = of(one -> !Eligible.of(Set.of(one)).isEmpty());

    private final JdbcClient jdbc;
    private final EmergencyTerms terms;
    private final Clock clock;

    Findings(JdbcClient jdbc, EmergencyTerms terms, Clock clock) {
        this.jdbc = jdbc;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * The days that decide on 应急救助.
     *
     * @param happenedFrom what happened before is too long ago
     * @param helpedAfter who was paid since has to wait
     */
    private record Window(LocalDate happenedFrom, LocalDate helpedAfter) {}

    private Window window() {
        var today = LocalDate.now(clock);
        var holding = terms.on(today);
        return new Window(today.minusYears(holding.years()), today.minusMonths(holding.againMonths()));
    }

    /** Who has waited longest first. */
    public Slice<Finding> page(Scope scope, @Nullable Cursor<LocalDate> after) {
        var window = window();
        var read = jdbc.sql(LIST)
                .param("objects", OBJECTS)
                .param("eligible", ELIGIBLE)
                .param("diedFrom", window.happenedFrom())
                .param("helpedAfter", window.helpedAfter())
                .param("low", scope.low())
                .param("high", scope.high())
                .param("afterOn", after == null ? LocalDate.EPOCH : after.key())
                .param("afterId", after == null ? FIRST : after.id())
                .param("limit", PAGE + 1)
                .query((row, n) -> finding(row, window))
                .list();
        return Slice.of(read, PAGE, one -> new Cursor<>(one.cause().on(), one.id()));
    }

    /** @param found the need, or the person whose household somebody died of */
    public Optional<Finding> find(UUID found) {
        var window = window();
        return jdbc.sql(FIND_NEED)
                .param("objects", OBJECTS)
                .param("helpedAfter", window.helpedAfter())
                .param("found", found)
                .query((row, n) -> finding(row, window))
                .optional()
                .or(() -> jdbc.sql(FIND_DEATH)
                        .param("eligible", ELIGIBLE)
                        .param("diedFrom", window.happenedFrom())
                        .param("helpedAfter", window.helpedAfter())
                        .param("found", found)
                        .query((row, n) -> finding(row, window))
                        .optional());
    }

    /** Whether there is such a need, or such a person, in the actor's territory, found or not. */
    boolean isThere(UUID found) {
        return jdbc.sql(IS_THERE).param("found", found).query(Boolean.class).single();
    }

    /** False when somebody else did meanwhile. */
    boolean setAside(Finding finding, String reason, Actor.Office by) {
        var statement = switch (finding.cause()) {
            case Finding.Asked asked ->
                jdbc.sql(PUT_NEED_ASIDE)
                        .param("need", asked.need())
                        .param(
                                "situation",
                                Objects.requireNonNull(finding.hardship()).name());
            case Finding.Bereaved bereaved ->
                jdbc.sql(PUT_DEATH_ASIDE).param("person", finding.person()).param("deceased", bereaved.deceased());
        };
        return statement
                        .param("reason", reason)
                        .param("at", OffsetDateTime.now(clock))
                        .param("by", by.signed())
                        .update()
                == 1;
    }

    private static String[] of(Predicate<Category> wanted) {
        return Arrays.stream(Category.values())
                .filter(wanted)
                .map(Category::name)
                .toArray(String[]::new);
    }

    private static Finding finding(ResultSet row, Window window) throws SQLException {
        var categories = Arrays.stream((String[]) row.getArray("categories").getArray())
                .map(Category::valueOf)
                .collect(Collectors.toSet());
        var id = row.getObject("id", UUID.class);
        var kind = row.getString("kind");
        var on = row.getObject("found_on", LocalDate.class);
        var deceased = row.getObject("deceased", UUID.class);
        boolean barred = row.getBoolean("helped") || row.getBoolean("elsewhere") || on.isBefore(window.happenedFrom());
        var cause = deceased == null
                ? new Finding.Asked(id, kind, on)
                : new Finding.Bereaved(deceased, row.getString("deceased_name"), on);
        return new Finding(
                id,
                row.getObject("person_id", UUID.class),
                row.getString("name"),
                new DivisionCode(row.getLong("code_now")),
                cause,
                categories,
                deceased == null
                        ? Finding.situation(categories, kind)
                                .orElseThrow(
                                        () -> new IllegalStateException("both kinds have a situation for every object"))
                        : null,
                deceased != null
                        ? Kind.FAMILY
                        : barred ? null : Finding.emergency(categories, kind).orElse(null));
    }
}

package org.rongyi.people.person;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.division.Division;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.division.Succession;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 拆分后的村（社区）: a split makes a village without anybody in it. Who belongs there is a question to the town or bureau above, and
 * stays one until they say that all are divided; nothing is guessed.
 */
@Component
public class VillageSplits {

    private static final String DONE = """
            select exists (select from person.village_division where old_code = :old and effective_on = :on)
            """;

    private static final String FINISH = """
            insert into person.village_division (old_code, effective_on, done_by, done_unit, done_at)
            values (:old, :on, :by, :unit, :at)
            on conflict do nothing
            """;

    private static final String GROUPS = """
            select l.group_name as name, count(distinct l.person_id) as persons
            from person.place l
            where l.code_now = :code and l.valid_to is null
            group by l.group_name
            order by person.lane(l.group_name)
            """;

    /**
     * Whole households, each where its first member by group and address lives. The household the last page ended with may have
     * gone to a part meanwhile; where its people live elsewhere says nothing of its turn.
     */
    private static final String PEOPLE = """
            with home as (
                select p.household_id as household, min(l.group_name) as group_name, min(l.address) as address
                from person.place l
                join person.person p on p.id = l.person_id
                where l.code_now = :code and l.valid_to is null and (:every or l.group_name = :group)
                group by p.household_id
                having (min(l.group_name), min(l.address), p.household_id) >
                       (select coalesce(min(b.group_name) filter (where b.code_now = :code), min(b.group_name), ''),
                               coalesce(min(b.address) filter (where b.code_now = :code), min(b.address), ''), :after::uuid
                        from person.place b
                        join person.person m on m.id = b.person_id
                        where m.household_id = :after::uuid and b.valid_to is null and b.code_now = any(:codes)
                          and (:every or b.group_name = :group))
                order by 2, 3, 1
                limit :limit)
            select h.household, p.id as person, p.name, p.male, p.born_year, l.group_name, l.address
            from home h
            join person.person p on p.household_id = h.household
            join person.place l on l.person_id = p.id
            where l.code_now = :code and l.valid_to is null and (:every or l.group_name = :group)
            order by h.group_name, h.address, h.household, l.group_name, l.address, p.id
            """;

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final Divisions divisions;
    private final Clock clock;

    VillageSplits(JdbcClient jdbc, Divisions divisions, Clock clock) {
        this.jdbc = jdbc;
        this.divisions = divisions;
        this.clock = clock;
    }

    /**
     * A village that was split.
     *
     * @param old its code before
     * @param on the day of the last split
     * @param from where its records are today: itself, or the part under which they go on
     * @param parts those that began with nobody, as they are today
     */
    public record Split(DivisionCode old, LocalDate on, DivisionCode from, List<DivisionCode> parts) {
        public Split {
            parts = List.copyOf(parts);
        }
    }

    /** A 村民小组 or street, and how many are written there. */
    public record Group(String name, long persons) {}

    /** Somebody who has a place in the village. */
    public record Member(
            UUID household, UUID person, String name, boolean male, int bornYear, String groupName, String address) {}

    /** Those that wait for an answer, by code. */
    public List<Split> open(Scope scope) {
        return within(scope).stream().filter(split -> !isDone(split)).toList();
    }

    /** The split of this village, answered or not; none outside the territory. */
    public Optional<Split> find(Scope scope, DivisionCode old) {
        return within(scope).stream().filter(split -> split.old().equals(old)).findFirst();
    }

    public boolean isDone(Split split) {
        return jdbc.sql(DONE)
                .param("old", split.old().value())
                .param("on", split.on())
                .query(Boolean.class)
                .single();
    }

    /** False when somebody has said so before. */
    boolean finish(Split split, Actor.Office by) {
        return jdbc.sql(FINISH)
                        .param("old", split.old().value())
                        .param("on", split.on())
                        .param("by", by.name())
                        .param("unit", by.unitName())
                        .param("at", OffsetDateTime.now(clock))
                        .update()
                == 1;
    }

    public List<Group> groups(DivisionCode code) {
        return jdbc.sql(GROUPS).param("code", code.value()).query(Group.class).list();
    }

    /**
     * By group, address and household.
     *
     * @param group null for all of them
     * @param after the household before the first one; null from the beginning
     * @param limit how many households; none is torn apart
     */
    public List<Member> members(Split split, @Nullable String group, @Nullable UUID after, int limit) {
        var codes = Stream.concat(Stream.of(split.from()), split.parts().stream());
        return jdbc.sql(PEOPLE)
                .param("code", split.from().value())
                .param("codes", codes.map(DivisionCode::value).toArray(Long[]::new))
                .param("every", group == null)
                .param("group", group == null ? "" : group)
                .param("after", after == null ? BEFORE_ALL : after)
                .param("limit", limit)
                .query(Member.class)
                .list();
    }

    private List<Split> within(Scope scope) {
        var today = LocalDate.now(clock);
        var byVillage = new TreeMap<Long, List<Succession>>();
        for (var one : divisions.splits()) {
            if (one.from().level() == Level.VILLAGE && !one.on().isAfter(today)) {
                byVillage
                        .computeIfAbsent(one.from().value(), code -> new ArrayList<>())
                        .add(one);
            }
        }
        var found = new ArrayList<Split>();
        byVillage.forEach(
                (old, parts) -> split(scope, new DivisionCode(old), parts).ifPresent(found::add));
        return found;
    }

    private Optional<Split> split(Scope scope, DivisionCode old, List<Succession> successions) {
        var from = divisions.current(old).map(Division::code).filter(scope::contains);
        if (from.isEmpty()) {
            return Optional.empty();
        }
        var parts = successions.stream()
                .filter(one -> !one.main())
                .flatMap(one -> divisions.current(one.to()).stream())
                .map(Division::code)
                .filter(code -> !code.equals(from.get()) && scope.contains(code))
                .distinct()
                .toList();
        var on = successions.stream().map(Succession::on).max(LocalDate::compareTo);
        return parts.isEmpty() || on.isEmpty()
                ? Optional.empty()
                : Optional.of(new Split(old, on.get(), from.get(), parts));
    }
}

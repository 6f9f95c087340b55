package org.rongyi.network.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.division.Pinyin;
import org.rongyi.platform.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** 机构沿革: a unit is changed only together with what it was before, by whom and why. */
@Component
public class UnitHistory {

    private static final String CHANGE = """
            update organisation.unit
            set name = :name, initials = :initials, address = :address, phone = :phone, hours = :hours,
                services = :services, latitude = :latitude, longitude = :longitude, version = version + 1
            where id = :id
            """;

    private static final String SERVE = "update organisation.unit set version = version + 1 where id = :id";

    private static final String CLOSE =
            "update organisation.unit set closed_on = :on, version = version + 1 where id = :id";

    private static final String END_TERRITORY = """
            update organisation.territory set valid_to = :on
            where unit_id = :id and valid_from < :on and (valid_to is null or valid_to > :on)
            """;

    private static final String REMEMBER = """
            insert into organisation.unit_history (unit_id, version, at, actor, reason, before)
            values (:id, :version, :at, :actor, :reason, :before::jsonb)
            """;

    private static final String LIST = """
            select at, actor, reason, before::text as before
            from organisation.unit_history
            where unit_id = :id
            order by version desc
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AuditTrail audit;
    private final JsonMapper json = JsonMapper.builder().build();

    UnitHistory(JdbcClient jdbc, Clock clock, AuditTrail audit) {
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What a unit was called and said of itself.
     *
     * @param served the divisions it served, when these were changed; else none
     */
    public record Before(
            String name, Unit.Details details, @Nullable List<String> served) {

        public Before {
            served = served == null ? List.of() : List.copyOf(served);
        }

        @Override
        public List<String> served() {
            return served == null ? List.of() : served;
        }
    }

    /** One change. */
    public record Change(OffsetDateTime at, String actor, String reason, Before before) {}

    void change(Actor.Office actor, Unit was, String name, Unit.Details details, String reason) {
        remember(actor, was, List.of(), reason);
        tell(was.details(), details);
        audit.changed("名称", was.name(), name);
        jdbc.sql(CHANGE)
                .param("id", was.id())
                .param("name", name)
                .param("initials", Pinyin.ofPlace(name))
                .param("address", details.address())
                .param("phone", details.phone())
                .param("hours", details.hours())
                .param("services", details.services().toArray(String[]::new))
                .param("latitude", details.latitude())
                .param("longitude", details.longitude())
                .update();
    }

    void close(Actor.Office actor, Unit was, LocalDate on, String reason) {
        remember(actor, was, List.of(), reason);
        audit.said("撤销日期", on);
        jdbc.sql(CLOSE).param("id", was.id()).param("on", on).update();
        jdbc.sql(END_TERRITORY).param("id", was.id()).param("on", on).update();
    }

    /** @param served the divisions before, by name and code */
    void serve(Actor.Office actor, Unit was, List<String> served, String reason) {
        remember(actor, was, served, reason);
        jdbc.sql(SERVE).param("id", was.id()).update();
    }

    /** What was typed freely is named only: the unit's own history says it, and out of the trail nothing can be taken. */
    private void tell(Unit.Details was, Unit.Details is) {
        if (!was.address().equals(is.address())) {
            audit.unsaid("地址");
        }
        audit.changed("电话", was.phone(), is.phone());
        if (!was.hours().equals(is.hours())) {
            audit.unsaid("开放时间");
        }
        audit.changed("服务事项", String.join("、", was.services()), String.join("、", is.services()));
        audit.changed("地图位置", at(was), at(is));
    }

    private static @Nullable String at(Unit.Details details) {
        return details.latitude() == null ? null : details.latitude() + "，" + details.longitude();
    }

    private void remember(Actor.Office actor, Unit was, List<String> served, String reason) {
        audit.explain(new Detail(reason, List.of()));
        jdbc.sql(REMEMBER)
                .param("id", was.id())
                .param("version", was.version())
                .param("at", OffsetDateTime.now(clock))
                .param("actor", actor.signed())
                .param("reason", reason)
                .param("before", json.writeValueAsString(new Before(was.name(), was.details(), served)))
                .update();
    }

    /** All changes, newest first. */
    public List<Change> of(UUID unit) {
        return jdbc.sql(LIST)
                .param("id", unit)
                .query((row, number) -> change(row))
                .list();
    }

    private Change change(ResultSet row) throws SQLException {
        return new Change(
                row.getObject("at", OffsetDateTime.class),
                row.getString("actor"),
                row.getString("reason"),
                json.readValue(row.getString("before"), Before.class));
    }
}

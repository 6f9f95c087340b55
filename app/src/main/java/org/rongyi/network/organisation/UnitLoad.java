package org.rongyi.network.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.rongyi.platform.database.CopyStream;
import org.rongyi.platform.division.Pinyin;
import org.rongyi.platform.kernel.DivisionCode;

/** Units, what they serve, and their staff in bulk, for a demo. */
public final class UnitLoad {

    public static final List<String> TABLES =
            List.of("organisation.unit", "organisation.territory", "organisation.staff");

    private final CopyStream.Target units;
    private final CopyStream.Target territories;
    private final CopyStream.Target staff;

    public UnitLoad(CopyStream stream) {
        this.units = stream.into(
                "organisation.unit",
                "id, name, initials, kind, level, host, code_then, code_now, address, phone, hours, services, latitude,"
                        + " longitude, opened_on");
        this.territories = stream.into("organisation.territory", "unit_id, code_then, code_now, valid_from");
        this.staff = stream.into(
                "organisation.staff",
                "id, account_id, post_id, unit_id, code_now, name, initials, title, employment, establishment,"
                        + " veteran, valid_from");
    }

    /** A unit and the divisions it serves; a hosted one serves none and stands at a seat code. */
    public void unit(Unit unit, List<DivisionCode> served) {
        var details = unit.details();
        units.row(
                unit.id(),
                unit.name(),
                Pinyin.ofPlace(unit.name()),
                unit.kind(),
                unit.level().number(),
                unit.host(),
                unit.code(),
                unit.code(),
                details.address(),
                details.phone(),
                details.hours(),
                "{" + String.join(",", details.services()) + "}",
                details.latitude(),
                details.longitude(),
                unit.openedOn());
        served.forEach(code -> territories.row(unit.id(), code, code, unit.openedOn()));
    }

    /**
     * Somebody who works under a post.
     *
     * @param code the unit's
     */
    public record Member(
            UUID account,
            UUID post,
            UUID unit,
            DivisionCode code,
            String name,
            String title,
            Employment employment,
            Establishment establishment,
            boolean veteran,
            LocalDate from) {}

    public void member(UUID id, Member member) {
        staff.row(
                id,
                member.account(),
                member.post(),
                member.unit(),
                member.code(),
                member.name(),
                Pinyin.ofPerson(member.name()),
                member.title(),
                member.employment(),
                member.establishment(),
                member.veteran(),
                member.from());
    }
}

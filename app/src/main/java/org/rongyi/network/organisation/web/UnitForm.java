package org.rongyi.network.organisation.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.network.organisation.Host;
import org.rongyi.network.organisation.OpenUnit;
import org.rongyi.network.organisation.Stations;
import org.rongyi.network.organisation.Unit;
import org.rongyi.network.organisation.UnitKind;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.division.DivisionNames;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.ui.FieldErrors;

/** 机构表, as it was typed: for opening a unit and for changing what is said of it. */
public record UnitForm(
        @Nullable String name,
        @Nullable String kind,
        @Nullable String level,
        @Nullable String host,
        @Nullable String seat,
        @Nullable String served,
        @Nullable String openedOn,
        @Nullable String address,
        @Nullable String phone,
        @Nullable String hours,
        @Nullable String services,
        @Nullable String place,
        @Nullable String reason,
        @Nullable String shared) {

    private static final int LONGEST = 100;

    static UnitForm blank(DivisionCode seat, LocalDate today) {
        return new UnitForm(
                "",
                UnitKind.STATION.name(),
                String.valueOf(seat.level().number()),
                Host.ADMINISTRATIVE.name(),
                seat.toString(),
                "",
                today.toString(),
                "",
                "",
                "",
                "",
                "",
                "",
                "");
    }

    static UnitForm of(Unit unit) {
        var details = unit.details();
        return new UnitForm(
                unit.name(),
                "",
                "",
                "",
                "",
                "",
                "",
                details.address(),
                details.phone(),
                details.hours(),
                String.join("、", details.services()),
                details.latitude() == null ? "" : details.latitude() + "," + details.longitude(),
                "",
                "");
    }

    /** A field as it was typed; nothing typed is an empty text. */
    public static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    /** Checks the name, and makes the details; the errors are told by field. */
    Unit.Details details(FieldErrors errors) {
        errors.requireText(name, "name", "请填写机构名称");
        errors.require(text(name).length() <= LONGEST, "name", "名称不超过 100 个字");
        errors.require(
                text(phone).isEmpty() || Unit.Details.isPhone(text(phone)), "phone", "电话只写数字和短横，例如 0758-3300001");
        var near = Stations.Near.parse(text(place));
        errors.require(near.isPresent() || text(place).isEmpty(), "place", "经纬度先写纬度、后写经度，例如 23.3401,112.6935");
        return new Unit.Details(
                text(address),
                text(phone),
                text(hours),
                Unit.Details.listed(text(services)),
                near.map(n -> n.latitude()).orElse(null),
                near.map(n -> n.longitude()).orElse(null));
    }

    /** The command to open the unit, or nothing and the errors by field. */
    Optional<OpenUnit.Command> open(CommandId id, DivisionNames names, FieldErrors errors) {
        var details = details(errors);
        var kindRead = read(UnitKind.class, kind);
        errors.require(kindRead.isPresent(), "kind", "请选择类别");
        var levelRead = Optional.ofNullable(StationsController.level(text(level)));
        errors.require(levelRead.isPresent(), "level", "请选择级别");
        var hostRead = read(Host.class, host);
        errors.require(hostRead.isPresent(), "host", "请选择设立依托");
        errors.requireText(seat, "seat", "请填写所在区划");
        var seatRead = codes(seat, "seat", names, errors).stream().findFirst();
        var day = day(openedOn);
        errors.require(day.isPresent(), "openedOn", "请选择设立日期");
        var codes = codes(served, "served", names, errors);
        if (!errors.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new OpenUnit.Command(
                id,
                text(name),
                kindRead.orElseThrow(),
                levelRead.orElseThrow(),
                hostRead.orElseThrow(),
                seatRead.orElseThrow(),
                codes.isEmpty() ? List.of(seatRead.orElseThrow()) : codes,
                details,
                day.orElseThrow(),
                "yes".equals(shared)));
    }

    /** Codes or full names, several in one field. */
    static List<DivisionCode> codes(@Nullable String typed, String field, DivisionNames names, FieldErrors errors) {
        var codes = new LinkedHashSet<DivisionCode>();
        for (var one : text(typed).split("[、,，;；\\n]+")) {
            if (!one.isBlank()) {
                var found = names.find(one.strip());
                if (found.size() == 1) {
                    codes.add(found.getFirst().code());
                } else {
                    errors.add(
                            field,
                            found.isEmpty()
                                    ? "找不到区划“" + one.strip() + "”，请填今天在用的 12 位代码，或从县区写起的全名"
                                    : "有几个区划都叫“" + one.strip() + "”，请填 12 位代码");
                }
            }
        }
        return new ArrayList<>(codes);
    }

    static Optional<LocalDate> day(@Nullable String typed) {
        try {
            return Optional.of(LocalDate.parse(text(typed)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static <E extends Enum<E>> Optional<E> read(Class<E> type, @Nullable String typed) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(text(typed)))
                .findFirst();
    }
}

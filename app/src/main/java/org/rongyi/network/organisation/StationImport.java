package org.rongyi.network.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.division.DivisionNames;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.documents.sheet.Column;
import org.rongyi.platform.documents.sheet.Columns;
import org.rongyi.platform.intake.Importer;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.springframework.stereotype.Component;

/** 机构导入: opens a unit for each row, as the form 设立机构 does. */
@Component
class StationImport implements Importer<StationImport.Line> {

    private static final int LONGEST = 100;

    private final Acts acts;
    private final OpenUnit openUnit;
    private final WithdrawUnit withdrawUnit;
    private final DivisionNames names;
    private final Divisions divisions;
    private final Columns<Line> columns;

    StationImport(Acts acts, OpenUnit openUnit, WithdrawUnit withdrawUnit, DivisionNames names, Divisions divisions) {
        this.acts = acts;
        this.openUnit = openUnit;
        this.withdrawUnit = withdrawUnit;
        this.names = names;
        this.divisions = divisions;
        this.columns = layOut();
    }

    /** What a row says. */
    record Line(
            String name,
            UnitKind kind,
            Level level,
            Host host,
            DivisionCode seat,
            List<DivisionCode> served,
            Unit.Details details,
            LocalDate openedOn) {

        private OpenUnit.Command command(CommandId id) {
            return new OpenUnit.Command(
                    id, name, kind, level, host, seat, served.isEmpty() ? List.of(seat) : served, details, openedOn);
        }
    }

    @Override
    public String kind() {
        return "stations";
    }

    @Override
    public Class<?> act() {
        return OpenUnit.class;
    }

    @Override
    public Columns<Line> columns() {
        return columns;
    }

    @Override
    public Optional<Outcome> check(Actor.Office actor, Line line) {
        return openUnit.objection(actor, line.command(CommandId.fresh(actor))).map(this::outcome);
    }

    @Override
    public Outcome importRow(Actor.Office actor, CommandId id, Line line) {
        return outcome(acts.perform(actor, openUnit, line.command(id)));
    }

    private Outcome outcome(OpenUnit.Outcome outcome) {
        return switch (outcome) {
            case OpenUnit.Outcome.Opened(var unit) -> new Imported(unit);
            case OpenUnit.Outcome.AlreadyThere ignored -> new AlreadyThere();
            case OpenUnit.Outcome.UnknownDivision(var code) -> new Refused("所在区划或服务区域" + named(code) + "不在本单位辖区，或已撤并");
            case OpenUnit.Outcome.OutsideSeat(var code) -> new Refused("服务区域" + named(code) + "不在本单位辖区");
            case OpenUnit.Outcome.WrongLevel(var seat) -> new Refused("级别不对：应与所在区划同级（" + seat.zh() + "），也不能高于本单位");
            case OpenUnit.Outcome.OpensInFuture() -> new Refused("设立日期不能晚于今天");
            case OpenUnit.Outcome.ServedByAnother(var others) ->
                new Refused(others.entrySet().stream()
                        .map(one -> named(one.getKey()) + "现由" + one.getValue() + "服务")
                        .collect(Collectors.joining("；", "", "；确要两站同时服务的，请在页面上设立")));
            case OpenUnit.Outcome.NoSeatLeft() -> new Refused("所在区划的预留代码已用完，请换一个上级或相邻区划");
        };
    }

    private String named(DivisionCode code) {
        return divisions.findEver(code).map(division -> division.name()).orElse("") + "（" + code + "）";
    }

    @Override
    public Optional<String> withdraw(Actor.Office actor, CommandId id, UUID subject) {
        return switch (acts.perform(actor, withdrawUnit, new WithdrawUnit.Command(id, subject))) {
            case WithdrawUnit.Outcome.Withdrawn ignored -> Optional.empty();
            case WithdrawUnit.Outcome.InUse(var reason) -> Optional.of(reason);
            case WithdrawUnit.Outcome.NotFound() -> Optional.of("已撤销，或已不在本单位辖区");
        };
    }

    private Columns<Line> layOut() {
        var name = Column.text("名称", LONGEST).required().example("示例村退役军人服务站");
        var kind = Column.choice("类别", List.of(UnitKind.values()), UnitKind::zh)
                .required()
                .example("服务站");
        var level = Column.choice("级别", List.of(Level.values()), Level::zh)
                .required()
                .example("村社区");
        var host = Column.choice("设立依托", List.of(Host.values()), Host::zh).required();
        var seat = Column.of("所在区划", "12 位区划代码，或从县区写起的全名", this::division)
                .required()
                .example("440106001001");
        var served = Column.of("服务区域", "一站服务几个村（社区）时填，代码或全名，用“、”分隔；不填即所在区划", this::divisions);
        var openedOn = Column.date("设立日期").required().example("2019-05-01");
        var address = Column.text("地址", LONGEST);
        var phone = Column.of(
                "电话",
                "只写数字和短横，例如 0758-3300001",
                text -> Unit.Details.isPhone(text)
                        ? new Column.Value<>(text)
                        : new Column.Wrong<String>("电话只写数字和短横，例如 0758-3300001"));
        var hours = Column.text("办公时间", LONGEST);
        var services = Column.of("办理事项", "用“、”分隔", text -> new Column.Value<List<String>>(Unit.Details.listed(text)));
        var place = Column.of("经纬度", "先纬度后经度，例如 23.3401,112.6935（国家大地坐标 2000）", StationImport::place);
        return new Columns<>(
                "机构",
                List.of(name, kind, level, host, seat, served, openedOn, address, phone, hours, services, place),
                values -> new Line(
                        values.get(name),
                        values.get(kind),
                        values.get(level),
                        values.get(host),
                        values.get(seat),
                        values.find(served).orElse(List.of()),
                        details(
                                values.find(address),
                                values.find(phone),
                                values.find(hours),
                                values.find(services),
                                values.find(place).orElse(null)),
                        values.get(openedOn)));
    }

    private static Unit.Details details(
            Optional<String> address,
            Optional<String> phone,
            Optional<String> hours,
            Optional<List<String>> services,
            Stations.@Nullable Near place) {
        return new Unit.Details(
                address.orElse(""),
                phone.orElse(""),
                hours.orElse(""),
                services.orElse(List.of()),
                place == null ? null : place.latitude(),
                place == null ? null : place.longitude());
    }

    private static Column.Field<Stations.Near> place(String text) {
        return Stations.Near.parse(text.replace('，', ','))
                .<Column.Field<Stations.Near>>map(Column.Value::new)
                .orElseGet(() -> new Column.Wrong<>("经纬度先写纬度后写经度，例如 23.3401,112.6935"));
    }

    private Column.Field<DivisionCode> division(String text) {
        var found = names.find(text);
        return switch (found.size()) {
            case 1 -> new Column.Value<>(found.getFirst().code());
            case 0 -> new Column.Wrong<>("找不到区划“" + text + "”，请填今天在用的 12 位代码，或从县区写起的全名");
            default -> new Column.Wrong<>("有几个区划都叫“" + text + "”，请填 12 位代码");
        };
    }

    private Column.Field<List<DivisionCode>> divisions(String text) {
        var codes = new LinkedHashSet<DivisionCode>();
        for (var one : text.split("[、,，;；\\n]+")) {
            switch (division(one.strip())) {
                case Column.Value<DivisionCode>(var code) -> codes.add(code);
                case Column.Wrong<DivisionCode>(var reason) -> {
                    return new Column.Wrong<>(reason);
                }
            }
        }
        return new Column.Value<>(new ArrayList<>(codes));
    }
}

package org.rongyi.network.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.rongyi.platform.access.Accounts;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.documents.sheet.Column;
import org.rongyi.platform.documents.sheet.Columns;
import org.rongyi.platform.intake.Importer;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Component;

/** 工作人员导入: appoints somebody for each row, as the form 任用人员 does. */
@Component
class StaffImport implements Importer<StaffImport.Line> {

    private static final int LONGEST_NAME = 30;
    private static final int LONGEST_UNIT = 120;
    private static final Pattern CODE_FIRST = Pattern.compile("(\\d{12})\\s*(.*)");

    private final Acts acts;
    private final AppointStaff appointStaff;
    private final WithdrawStaff withdrawStaff;
    private final Units units;
    private final Columns<Line> columns;

    StaffImport(Acts acts, AppointStaff appointStaff, WithdrawStaff withdrawStaff, Units units) {
        this.acts = acts;
        this.appointStaff = appointStaff;
        this.withdrawStaff = withdrawStaff;
        this.units = units;
        this.columns = layOut();
    }

    /**
     * What a row says.
     *
     * @param unit as it was written: name, code, or code and name
     */
    record Line(String unit, String username, String name, boolean veteran, Staff.Terms terms, LocalDate from) {

        private AppointStaff.Command command(CommandId id, UUID to) {
            return new AppointStaff.Command(
                    id,
                    to,
                    null,
                    username,
                    name,
                    terms.title(),
                    terms.role(),
                    terms.employment(),
                    terms.establishment(),
                    veteran,
                    from);
        }
    }

    @Override
    public String kind() {
        return "staff";
    }

    @Override
    public Class<?> act() {
        return AppointStaff.class;
    }

    @Override
    public Columns<Line> columns() {
        return columns;
    }

    /** The accounts it opened have no password: their owners set one through a link, which is not for all to give. */
    @Override
    public Optional<Next> next(Actor.Office actor, UUID batch) {
        if (!Permission.mayPerform(IssueLinks.class, actor)) {
            return Optional.empty();
        }
        return Optional.of(new Next("启用链接", "新开的账号还没有口令，请下载启用链接，逐人交给本人设置。", "/imports/" + batch + "/links"));
    }

    @Override
    public Optional<Outcome> check(Actor.Office actor, Line line) {
        return switch (find(actor, line)) {
            case Found(var unit) ->
                appointStaff
                        .objection(actor, line.command(CommandId.fresh(actor), unit))
                        .map(StaffImport::outcome);
            case NotFound(var reason) -> Optional.of(new Refused(reason));
        };
    }

    @Override
    public Outcome importRow(Actor.Office actor, CommandId id, Line line) {
        return switch (find(actor, line)) {
            case Found(var unit) -> outcome(acts.perform(actor, appointStaff, line.command(id, unit)));
            case NotFound(var reason) -> new Refused(reason);
        };
    }

    private static Outcome outcome(AppointStaff.Outcome outcome) {
        return switch (outcome) {
            case AppointStaff.Outcome.Appointed appointed -> new Imported(appointed.subject());
            case AppointStaff.Outcome.AlreadyServes ignored -> new AlreadyThere();
            case AppointStaff.Outcome.UnknownUnit() -> new Refused("任用日期那天机构不在办");
            case AppointStaff.Outcome.UsernameTaken() -> new Refused("用户名已有别人使用，请换一个");
            case AppointStaff.Outcome.RoleNotYours(var role) -> new Refused(Staff.whose(role, "任用"));
            case AppointStaff.Outcome.Yourself() -> new Refused("不能给自己任用岗位，请由别人办理");
            case AppointStaff.Outcome.AdministersAlready() -> new Refused("系统管理员、安全管理员、审计员不能由一人兼任");
            case AppointStaff.Outcome.UnknownAccount() ->
                throw new IllegalStateException("a row of a list names no account");
        };
    }

    @Override
    public Optional<String> withdraw(Actor.Office actor, CommandId id, UUID subject) {
        return switch (acts.perform(actor, withdrawStaff, new WithdrawStaff.Command(id, subject))) {
            case WithdrawStaff.Outcome.Withdrawn ignored -> Optional.empty();
            case WithdrawStaff.Outcome.InUse(var reason) -> Optional.of(reason);
            case WithdrawStaff.Outcome.NotFound() -> Optional.of("已免去或调动，或已不在本单位辖区");
        };
    }

    private sealed interface Search {}

    private record Found(UUID unit) implements Search {}

    private record NotFound(String reason) implements Search {}

    private Search find(Actor.Office actor, Line line) {
        var parts = CODE_FIRST.matcher(line.unit());
        boolean coded = parts.matches();
        var found = units.named(
                actor.scope(),
                coded ? parts.group(2) : line.unit(),
                coded ? DivisionCode.parse(parts.group(1)).orElse(null) : null);
        return switch (found.size()) {
            case 1 -> new Found(found.getFirst().id());
            case 0 -> new NotFound("本单位辖区内没有机构“" + line.unit() + "”，请核对名称或代码");
            default ->
                new NotFound(
                        coded ? "这个代码上有几个机构（" + found.getFirst().name() + "等），请写成“代码 名称”" : "有几个机构都叫这个名称，请写成“代码 名称”");
        };
    }

    private Columns<Line> layOut() {
        var unit = Column.text("单位", LONGEST_UNIT)
                .required()
                .note("机构名称或 12 位代码；重名时写“代码 名称”")
                .example("示例村退役军人服务站");
        var name = Column.text("姓名", LONGEST_NAME).required().example("张示例");
        var username = Column.of(
                        "用户名",
                        "登录用；字母开头，3 至 32 个字母、数字、下划线、点或短横；已有账号的人填原用户名，即增加一个岗位",
                        text -> Accounts.isUsername(text)
                                ? new Column.Value<>(text)
                                : new Column.Wrong<String>("用户名应为 3 至 32 个字母、数字、下划线、点或短横，以字母开头"))
                .required()
                .example("zhangshili");
        var title = Column.text("岗位名称", LONGEST_NAME).required().example("兼职站务员");
        var role = Column.choice("岗位角色", List.of(Role.values()), Role::zh).required();
        var employment = Column.choice("专兼职", List.of(Employment.values()), Employment::zh)
                .required()
                .example("兼职");
        var establishment = Column.choice("编制性质", List.of(Establishment.values()), Establishment::zh)
                .required()
                .example("兼任");
        var veteran = Column.yesNo("退役军人").required();
        var from = Column.date("任用日期").required().example("2021-05-01");
        return new Columns<>(
                "工作人员",
                List.of(unit, name, username, title, role, employment, establishment, veteran, from),
                values -> new Line(
                        values.get(unit),
                        values.get(username),
                        values.get(name),
                        values.get(veteran),
                        new Staff.Terms(
                                values.get(title), values.get(role), values.get(employment), values.get(establishment)),
                        values.get(from)));
    }
}

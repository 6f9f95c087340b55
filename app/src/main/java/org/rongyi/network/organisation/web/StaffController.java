package org.rongyi.network.organisation.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.network.organisation.AppointStaff;
import org.rongyi.network.organisation.Newcomers;
import org.rongyi.network.organisation.RelieveStaff;
import org.rongyi.network.organisation.Staff;
import org.rongyi.network.organisation.TransferStaff;
import org.rongyi.network.organisation.UnfinishedWork;
import org.rongyi.network.organisation.Unit;
import org.rongyi.network.organisation.UnitList;
import org.rongyi.platform.access.Accounts;
import org.rongyi.platform.access.SetUp;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.field.Option;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 任用、免去、调动人员. */
@Controller
class StaffController {

    private static final int CHOICES = 200;
    private static final String SEPARATE = "系统管理员、安全管理员、审计员不能由一人兼任，请另选一人";
    private static final String LAST = "这是最后一位可用的管理员或审计员，请先任用接替的人";
    private static final String NO_SUCCESSOR = "接手的人应是同单位在任的另一人";

    private final Acts acts;
    private final AppointStaff appointStaff;
    private final RelieveStaff relieveStaff;
    private final TransferStaff transferStaff;
    private final UnfinishedWork work;
    private final Staff staff;
    private final Newcomers newcomers;
    private final Accounts accounts;
    private final SetUp setUp;
    private final UnitReach reach;
    private final UnitList list;
    private final Divisions divisions;

    StaffController(
            Acts acts,
            AppointStaff appointStaff,
            RelieveStaff relieveStaff,
            TransferStaff transferStaff,
            UnfinishedWork work,
            Staff staff,
            Newcomers newcomers,
            Accounts accounts,
            SetUp setUp,
            UnitReach reach,
            UnitList list,
            Divisions divisions) {
        this.acts = acts;
        this.appointStaff = appointStaff;
        this.relieveStaff = relieveStaff;
        this.transferStaff = transferStaff;
        this.work = work;
        this.staff = staff;
        this.newcomers = newcomers;
        this.accounts = accounts;
        this.setUp = setUp;
        this.reach = reach;
        this.list = list;
        this.divisions = divisions;
    }

    @GetMapping("/units/{unit}/staff/new")
    @Allow(act = AppointStaff.class)
    Page appointing(Actor.Office actor, @PathVariable UUID unit) {
        return appointment(actor, reach.unit(actor, unit), StaffForm.blank(divisions.today()), FieldErrors.none());
    }

    @PostMapping("/units/{unit}/staff/new")
    @Allow(act = AppointStaff.class)
    ResponseEntity<Page> appoint(Actor.Office actor, CommandId id, @PathVariable UUID unit, StaffForm form) {
        var found = reach.unit(actor, unit);
        var errors = FieldErrors.none();
        form.checkPerson(errors);
        var terms = form.terms(errors);
        if (terms.isEmpty()) {
            return Answer.invalid(appointment(actor, found, form, errors));
        }
        var command = new AppointStaff.Command(
                id,
                unit,
                null,
                UnitForm.text(form.username()),
                UnitForm.text(form.name()),
                terms.get().title(),
                terms.get().role(),
                terms.get().employment(),
                terms.get().establishment(),
                "yes".equals(form.veteran()),
                form.day());
        return switch (acts.perform(actor, appointStaff, command)) {
            case AppointStaff.Outcome.Appointed(var member, var account, var post) ->
                appointed(actor, command, account);
            case AppointStaff.Outcome.UnknownUnit() ->
                Answer.invalid(appointment(actor, found, form, FieldErrors.of("from", "这一天机构不在办")));
            case AppointStaff.Outcome.UnknownAccount() -> Answer.notFound();
            case AppointStaff.Outcome.UsernameTaken() ->
                Answer.invalid(
                        appointment(actor, found, form, FieldErrors.of("username", "这个用户名已有别人使用；如果是同一个人，请把姓名填得一致")));
            case AppointStaff.Outcome.AlreadyServes ignored ->
                Answer.invalid(appointment(actor, found, form, FieldErrors.of("username", "这个人已在本单位任职")));
            case AppointStaff.Outcome.RoleNotYours(var role) ->
                Answer.invalid(appointment(actor, found, form, beyond(role)));
            case AppointStaff.Outcome.Yourself() ->
                Answer.invalid(appointment(actor, found, form, FieldErrors.of("username", "不能给自己任用岗位，请由别人办理")));
            case AppointStaff.Outcome.AdministersAlready() ->
                Answer.invalid(appointment(actor, found, form, FieldErrors.of("role", SEPARATE)));
        };
    }

    /** Whoever authorises does not let in: the link of a new account is then the system administrator's to give. */
    private ResponseEntity<Page> appointed(Actor.Office actor, AppointStaff.Command command, UUID account) {
        boolean letIn = reach.read(actor, () -> newcomers.mayLetIn(actor, account));
        var link = letIn ? setUp.linkFor(account) : Optional.<String>empty();
        if (link.isPresent()) {
            return Answer.show(new LinkPage(command.name(), command.unit(), StaffLinksController.absolute(link.get())));
        }
        boolean waits =
                reach.read(actor, () -> !accounts.notEnabled(List.of(account)).isEmpty());
        return Answer.seeOther(
                "/units/" + command.unit(),
                Flash.success(waits ? "已任用。账号还没有启用，请系统管理员把启用链接交给本人" : "已任用，本人用原来的账号登录，可切换到这个岗位"));
    }

    @GetMapping("/staff/{member}/transfer")
    @Allow(act = TransferStaff.class)
    Page transferring(Actor.Office actor, @PathVariable UUID member, @RequestParam(defaultValue = "") String q) {
        var placed = reach.member(actor, member);
        return transfer(actor, placed, q.strip(), StaffForm.of(placed.member(), divisions.today()), FieldErrors.none());
    }

    @PostMapping("/staff/{member}/transfer")
    @Allow(act = TransferStaff.class)
    ResponseEntity<Page> transfer(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID member,
            @RequestParam(defaultValue = "") String q,
            StaffForm form) {
        var placed = reach.formerMember(actor, member);
        var errors = FieldErrors.none();
        var to = uuid(form.unit());
        if (to == null) {
            errors.add("unit", "请选择调入单位");
        }
        var terms = form.terms(errors);
        if (terms.isEmpty() || to == null) {
            return Answer.invalid(transfer(actor, placed, q, form, errors));
        }
        var command = new TransferStaff.Command(id, member, to, terms.get(), form.day(), choice(form.rest()));
        return switch (acts.perform(actor, transferStaff, command)) {
            case TransferStaff.Outcome.Transferred(var moved) ->
                Answer.seeOther("/units/" + to, Flash.success("已调动，原岗位同日免去"));
            case TransferStaff.Outcome.UnknownStaff() -> Answer.notFound();
            case TransferStaff.Outcome.UnknownUnit() ->
                again(actor, placed, q, form, FieldErrors.of("unit", "调入单位不在您的辖区内，或那一天不在办"));
            case TransferStaff.Outcome.SameUnit() ->
                again(actor, placed, q, form, FieldErrors.of("unit", "调入单位就是现在的单位"));
            case TransferStaff.Outcome.RoleNotYours(var role) -> again(actor, placed, q, form, beyond(role));
            case TransferStaff.Outcome.Yourself() ->
                again(actor, placed, q, form, FieldErrors.of("unit", "不能调动自己，请由别人办理"));
            case TransferStaff.Outcome.LastAdministrator() ->
                again(actor, placed, q, form, FieldErrors.of("unit", LAST));
            case TransferStaff.Outcome.AdministersAlready() ->
                again(actor, placed, q, form, FieldErrors.of("role", SEPARATE));
            case TransferStaff.Outcome.BeforeBeginning() ->
                again(actor, placed, q, form, FieldErrors.of("from", "不能早于任用日期"));
            case TransferStaff.Outcome.WorkLeft(var number) ->
                again(actor, placed, q, form, FieldErrors.of("rest", left(number)));
            case TransferStaff.Outcome.NoSuccessor() ->
                again(actor, placed, q, form, FieldErrors.of("rest", NO_SUCCESSOR));
        };
    }

    @GetMapping("/staff/{member}/relief")
    @Allow(act = RelieveStaff.class)
    Page relieving(Actor.Office actor, @PathVariable UUID member) {
        var placed = reach.member(actor, member);
        return relief(actor, placed, divisions.today().toString(), "", FieldErrors.none());
    }

    @PostMapping("/staff/{member}/relief")
    @Allow(act = RelieveStaff.class)
    ResponseEntity<Page> relieve(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID member,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String rest) {
        var placed = reach.formerMember(actor, member);
        var day = UnitForm.day(on);
        if (day.isEmpty()) {
            return Answer.invalid(relief(actor, placed, on, rest, FieldErrors.of("on", "请选择免去日期")));
        }
        var command = new RelieveStaff.Command(id, member, day.get(), choice(rest));
        var errors = switch (acts.perform(actor, relieveStaff, command)) {
            case RelieveStaff.Outcome.Relieved ignored -> FieldErrors.none();
            case RelieveStaff.Outcome.UnknownStaff() -> throw UnitReach.notFound();
            case RelieveStaff.Outcome.RoleNotYours(var role) -> FieldErrors.of("on", Staff.whose(role, "免去"));
            case RelieveStaff.Outcome.LastAdministrator() -> FieldErrors.of("on", LAST);
            case RelieveStaff.Outcome.Yourself() -> FieldErrors.of("on", "不能免去自己，请由别人办理");
            case RelieveStaff.Outcome.BeforeBeginning() -> FieldErrors.of("on", "不能早于任用日期");
            case RelieveStaff.Outcome.WorkLeft(var number) -> FieldErrors.of("rest", left(number));
            case RelieveStaff.Outcome.NoSuccessor() -> FieldErrors.of("rest", NO_SUCCESSOR);
        };
        return errors.isEmpty()
                ? Answer.seeOther("/units/" + placed.unit().id(), Flash.success("已免去"))
                : Answer.invalid(relief(actor, placed, on, rest, errors));
    }

    private RelievePage relief(
            Actor.Office actor, UnitReach.Placed placed, String on, String rest, FieldErrors errors) {
        return new RelievePage(placed.unit(), placed.member(), on, rest(actor, placed, rest), errors);
    }

    private RestOfWork rest(Actor.Office actor, UnitReach.Placed placed, String chosen) {
        return reach.read(actor, () -> {
            var options = new ArrayList<Option>();
            for (var other : staff.of(placed.unit().id())) {
                if (other.validTo() == null
                        && !other.id().equals(placed.member().id())) {
                    options.add(Option.of(other.id().toString(), "交给" + other.name() + "（" + other.title() + "）"));
                }
            }
            options.add(Option.of(RestOfWork.DROP, "不再需要，删除"));
            return new RestOfWork(work.of(placed.member().postId()), options, chosen);
        });
    }

    private static UnfinishedWork.Choice choice(@Nullable String rest) {
        return new UnfinishedWork.Choice(uuid(rest), RestOfWork.DROP.equals(rest));
    }

    private static String left(int number) {
        return "还有 " + number + " 件没办完的事，请选择交给谁";
    }

    private ResponseEntity<Page> again(
            Actor.Office actor, UnitReach.Placed placed, String q, StaffForm form, FieldErrors errors) {
        return Answer.invalid(transfer(actor, placed, q, form, errors));
    }

    private static StaffFormPage appointment(Actor.Office actor, Unit unit, StaffForm form, FieldErrors errors) {
        return new StaffFormPage(unit, null, "", List.of(), RestOfWork.NONE, roles(actor), form, errors);
    }

    private StaffFormPage transfer(
            Actor.Office actor, UnitReach.Placed placed, String q, StaffForm form, FieldErrors errors) {
        var filter = UnitList.Filter.named(q);
        var options = new ArrayList<Option>();
        for (var row : reach.read(actor, () -> list.first(actor.scope(), filter, CHOICES))) {
            if (!row.unit().id().equals(placed.unit().id())) {
                options.add(Option.of(row.unit().id().toString(), row.unit().name()));
            }
        }
        var rest = rest(actor, placed, UnitForm.text(form.rest()));
        return new StaffFormPage(placed.unit(), placed.member(), q, options, rest, roles(actor), form, errors);
    }

    private static List<Role> roles(Actor.Office actor) {
        return Arrays.stream(Role.values())
                .filter(role -> !Staff.isBeyond(actor, role))
                .toList();
    }

    private static FieldErrors beyond(Role role) {
        return FieldErrors.of("role", Staff.whose(role, "任用、免去和调动"));
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        try {
            return UUID.fromString(UnitForm.text(text));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}

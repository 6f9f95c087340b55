package org.rongyi.network.organisation.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.network.organisation.AppointStaff;
import org.rongyi.network.organisation.RelieveStaff;
import org.rongyi.network.organisation.RenewLink;
import org.rongyi.network.organisation.TransferStaff;
import org.rongyi.network.organisation.Unit;
import org.rongyi.network.organisation.UnitList;
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
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** 任用、免去、调动人员, and the link that lets them in. */
@Controller
class StaffController {

    private static final int CHOICES = 200;

    private final Acts acts;
    private final AppointStaff appointStaff;
    private final RelieveStaff relieveStaff;
    private final TransferStaff transferStaff;
    private final RenewLink renewLink;
    private final SetUp setUp;
    private final UnitReach reach;
    private final UnitList list;
    private final Divisions divisions;

    StaffController(
            Acts acts,
            AppointStaff appointStaff,
            RelieveStaff relieveStaff,
            TransferStaff transferStaff,
            RenewLink renewLink,
            SetUp setUp,
            UnitReach reach,
            UnitList list,
            Divisions divisions) {
        this.acts = acts;
        this.appointStaff = appointStaff;
        this.relieveStaff = relieveStaff;
        this.transferStaff = transferStaff;
        this.renewLink = renewLink;
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
                setUp.linkFor(account)
                        .map(link -> Answer.show(new LinkPage(command.name(), unit, absolute(link))))
                        .orElseGet(() -> Answer.seeOther("/units/" + unit));
            case AppointStaff.Outcome.UnknownUnit() ->
                Answer.invalid(appointment(actor, found, form, FieldErrors.of("from", "这一天机构不在办")));
            case AppointStaff.Outcome.UnknownAccount() -> Answer.notFound();
            case AppointStaff.Outcome.UsernameTaken() ->
                Answer.invalid(appointment(actor, found, form, FieldErrors.of("username", "这个用户名已有人使用")));
            case AppointStaff.Outcome.RoleNotYours(var role) ->
                Answer.invalid(appointment(actor, found, form, beyond(role)));
        };
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
        var placed = reach.member(actor, member);
        var errors = FieldErrors.none();
        var to = uuid(form.unit());
        if (to == null) {
            errors.add("unit", "请选择调入单位");
        }
        var terms = form.terms(errors);
        if (terms.isEmpty() || to == null) {
            return Answer.invalid(transfer(actor, placed, q, form, errors));
        }
        var command = new TransferStaff.Command(id, member, to, terms.get(), form.day());
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
            case TransferStaff.Outcome.BeforeBeginning() ->
                again(actor, placed, q, form, FieldErrors.of("from", "不能早于任用日期"));
        };
    }

    @GetMapping("/staff/{member}/relief")
    @Allow(act = RelieveStaff.class)
    Page relieving(Actor.Office actor, @PathVariable UUID member) {
        var placed = reach.member(actor, member);
        return new RelievePage(placed.unit(), placed.member(), divisions.today().toString(), FieldErrors.none());
    }

    @PostMapping("/staff/{member}/relief")
    @Allow(act = RelieveStaff.class)
    ResponseEntity<Page> relieve(
            Actor.Office actor, CommandId id, @PathVariable UUID member, @RequestParam(defaultValue = "") String on) {
        var placed = reach.member(actor, member);
        var day = UnitForm.day(on);
        if (day.isEmpty()) {
            return refuse(placed, on, "请选择免去日期");
        }
        return switch (acts.perform(actor, relieveStaff, new RelieveStaff.Command(id, member, day.get()))) {
            case RelieveStaff.Outcome.Relieved(var relieved) ->
                Answer.seeOther("/units/" + placed.unit().id(), Flash.success("已免去"));
            case RelieveStaff.Outcome.UnknownStaff() -> Answer.notFound();
            case RelieveStaff.Outcome.RoleNotYours(var role) -> refuse(placed, on, role.zh() + "只能由系统管理员免去");
            case RelieveStaff.Outcome.Yourself() -> refuse(placed, on, "不能免去自己，请由别人办理");
            case RelieveStaff.Outcome.BeforeBeginning() -> refuse(placed, on, "不能早于任用日期");
        };
    }

    @PostMapping("/staff/{member}/link")
    @Allow(act = RenewLink.class)
    ResponseEntity<Page> renewLink(Actor.Office actor, CommandId id, @PathVariable UUID member) {
        var placed = reach.member(actor, member);
        return switch (acts.perform(actor, renewLink, new RenewLink.Command(id, member))) {
            case RenewLink.Outcome.Granted(var account) ->
                Answer.show(
                        new LinkPage(placed.member().name(), placed.unit().id(), absolute(setUp.newLinkFor(account))));
            case RenewLink.Outcome.UnknownStaff() -> Answer.notFound();
        };
    }

    private static ResponseEntity<Page> refuse(UnitReach.Placed placed, String on, String message) {
        return Answer.invalid(new RelievePage(placed.unit(), placed.member(), on, FieldErrors.of("on", message)));
    }

    private ResponseEntity<Page> again(
            Actor.Office actor, UnitReach.Placed placed, String q, StaffForm form, FieldErrors errors) {
        return Answer.invalid(transfer(actor, placed, q, form, errors));
    }

    private static StaffFormPage appointment(Actor.Office actor, Unit unit, StaffForm form, FieldErrors errors) {
        return new StaffFormPage(unit, null, "", List.of(), roles(actor), form, errors);
    }

    private StaffFormPage transfer(
            Actor.Office actor, UnitReach.Placed placed, String q, StaffForm form, FieldErrors errors) {
        var filter = new UnitList.Filter(q, null, null, false);
        var options = new ArrayList<Option>();
        for (var row : reach.read(actor, () -> list.page(actor.scope(), filter, null, CHOICES))) {
            if (!row.unit().id().equals(placed.unit().id())) {
                options.add(Option.of(row.unit().id().toString(), row.unit().name()));
            }
        }
        return new StaffFormPage(placed.unit(), placed.member(), q, options, roles(actor), form, errors);
    }

    private static List<Role> roles(Actor.Office actor) {
        return Arrays.stream(Role.values())
                .filter(role ->
                        actor.role() == Role.SYSTEM_ADMIN || (role != Role.SYSTEM_ADMIN && role != Role.AUDITOR))
                .toList();
    }

    private static FieldErrors beyond(Role role) {
        return FieldErrors.of("role", role.zh() + "只能由系统管理员任用、免去和调动");
    }

    private static String absolute(String path) {
        return ServletUriComponentsBuilder.fromCurrentContextPath().path(path).toUriString();
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        try {
            return UUID.fromString(UnitForm.text(text));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}

package org.rongyi.network.organisation.web;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.network.organisation.Employment;
import org.rongyi.network.organisation.Establishment;
import org.rongyi.network.organisation.Staff;
import org.rongyi.platform.access.Accounts;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.FieldErrors;

/** 任用表, as it was typed: for appointing somebody and for moving him to another unit. */
public record StaffForm(
        @Nullable String username,
        @Nullable String name,
        @Nullable String veteran,
        @Nullable String unit,
        @Nullable String title,
        @Nullable String role,
        @Nullable String employment,
        @Nullable String establishment,
        @Nullable String from,
        @Nullable String rest) {

    private static final int LONGEST = 30;

    static StaffForm blank(LocalDate today) {
        return new StaffForm("", "", "", "", "", "", "", "", today.toString(), "");
    }

    static StaffForm of(Staff.Member member, LocalDate today) {
        return new StaffForm(
                "",
                member.name(),
                "",
                "",
                member.title(),
                "",
                member.employment().name(),
                member.establishment().name(),
                today.toString(),
                "");
    }

    /** Who he is, checked by field. */
    void checkPerson(FieldErrors errors) {
        errors.require(Accounts.isUsername(UnitForm.text(username)), "username", "用户名应为 3 至 32 个字母、数字、下划线、点或短横，以字母开头");
        errors.requireText(name, "name", "请填写姓名");
        errors.require(UnitForm.text(name).length() <= LONGEST, "name", "姓名不超过 30 个字");
    }

    /** As what, or nothing and the errors by field. */
    Optional<Staff.Terms> terms(FieldErrors errors) {
        errors.requireText(title, "title", "请填写岗位名称");
        errors.require(UnitForm.text(title).length() <= LONGEST, "title", "岗位名称不超过 30 个字");
        var roleRead = UnitForm.read(Role.class, role);
        errors.require(roleRead.isPresent(), "role", "请选择岗位角色");
        var employmentRead = UnitForm.read(Employment.class, employment);
        errors.require(employmentRead.isPresent(), "employment", "请选择专职或兼职");
        var establishmentRead = UnitForm.read(Establishment.class, establishment);
        errors.require(establishmentRead.isPresent(), "establishment", "请选择编制性质");
        errors.require(UnitForm.day(from).isPresent(), "from", "请选择日期");
        if (!errors.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Staff.Terms(
                UnitForm.text(title),
                roleRead.orElseThrow(),
                employmentRead.orElseThrow(),
                establishmentRead.orElseThrow()));
    }

    LocalDate day() {
        return UnitForm.day(from).orElseThrow();
    }
}

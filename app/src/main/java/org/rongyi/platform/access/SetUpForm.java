package org.rongyi.platform.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.ui.FieldErrors;

/** 启用表, as it was typed: who the account is of, and, for the very first, who authorises beside him. */
public record SetUpForm(
        @Nullable String username,
        @Nullable String name,
        @Nullable String securityUsername,
        @Nullable String securityName) {

    private static final int LONGEST = 30;

    static SetUpForm blank() {
        return new SetUpForm("", "", "", "");
    }

    static SetUpForm of(Accounts.Account account) {
        return new SetUpForm(account.username(), account.name(), "", "");
    }

    SetUp.Somebody owner() {
        return new SetUp.Somebody(text(username), text(name));
    }

    SetUp.Somebody security() {
        return new SetUp.Somebody(text(securityUsername), text(securityName));
    }

    /** The names an account is to be opened under. */
    void check(SetUp setUp, SetUp.Missing missing, FieldErrors errors) {
        check(setUp, owner(), "username", "name", errors);
        if (missing == SetUp.Missing.BOTH) {
            check(setUp, security(), "securityUsername", "securityName", errors);
            if (text(username).equalsIgnoreCase(text(securityUsername))) {
                errors.add("securityUsername", "系统管理员和安全管理员应是两个人，用户名不能相同");
            }
            if (!text(name).isEmpty() && text(name).equals(text(securityName))) {
                errors.add("securityName", "系统管理员和安全管理员应是两个人，不能由一人兼任");
            }
        }
    }

    private static void check(
            SetUp setUp, SetUp.Somebody who, String usernameField, String nameField, FieldErrors errors) {
        if (!Accounts.isUsername(who.username())) {
            errors.add(usernameField, "用户名应为 3 至 32 个字母、数字、下划线、点或短横，以字母开头");
        } else if (setUp.usernameTaken(who.username())) {
            errors.add(usernameField, "这个用户名已有人使用");
        }
        if (who.name().isEmpty() || who.name().length() > LONGEST) {
            errors.add(nameField, "请填写姓名，不超过 30 个字");
        }
    }

    public static String text(@Nullable String typed) {
        return Optional.ofNullable(typed).orElse("").strip();
    }
}

package org.rongyi.network.oversight.web;

import java.util.List;
import org.rongyi.platform.access.AccountControl;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;

/** 锁定、停用、重设动态验证码: says what will happen, and asks why. */
public record ShutOutPage(AccountControl.Standing account, Deed deed, String reason, FieldErrors errors)
        implements Page {

    /** What is about to be done. */
    public enum Deed {
        LOCK("锁定", "/lock", "锁定后不能登录，所有设备即刻退出，直到安全管理员解锁；岗位和办过的事都不受影响。"),
        DISABLE("停用", "/disabling", "停用后不能再登录，所有设备即刻退出；岗位和办过的事都保留，需要时可以恢复使用。"),
        RESET_FACTOR("重设动态验证码", "/factor-reset", "请先当面或用可靠的方式核实是本人。重设后所有设备即刻退出，原来的手机和恢复码都不再认；口令不变，本人登录后重新绑定。");

        private final String verb;
        private final String path;
        private final String consequence;

        Deed(String verb, String path, String consequence) {
            this.verb = verb;
            this.path = path;
            this.consequence = consequence;
        }
    }

    public String verb() {
        return deed.verb;
    }

    public String action() {
        return "/accounts/" + account.id() + deed.path;
    }

    public String consequence() {
        return deed.consequence;
    }

    public String button() {
        return deed == Deed.RESET_FACTOR ? deed.verb : deed.verb + "这个账号";
    }

    @Override
    public String title() {
        return verb() + " " + account.username();
    }

    @Override
    public List<Crumb> crumbs() {
        var name = account.own() ? account.username() : account.name();
        return List.of(new Crumb("账号", "/accounts"), new Crumb(name, "/accounts/" + account.id()));
    }
}

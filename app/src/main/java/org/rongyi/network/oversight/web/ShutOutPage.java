package org.rongyi.network.oversight.web;

import java.util.List;
import org.rongyi.platform.access.AccountControl;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;

/**
 * 锁定、停用: says what will happen, and asks why.
 *
 * @param disabling for good, instead of until it is unlocked
 */
public record ShutOutPage(AccountControl.Standing account, boolean disabling, String reason, FieldErrors errors)
        implements Page {

    public String verb() {
        return disabling ? "停用" : "锁定";
    }

    public String action() {
        return "/accounts/" + account.id() + (disabling ? "/disabling" : "/lock");
    }

    public String consequence() {
        return disabling ? "停用后不能再登录，所有设备即刻退出；岗位和办过的事都保留，需要时可以恢复使用。" : "锁定后不能登录，所有设备即刻退出，直到安全管理员解锁；岗位和办过的事都不受影响。";
    }

    @Override
    public String title() {
        return verb() + "账号 " + account.username();
    }

    @Override
    public List<Crumb> crumbs() {
        var name = account.own() ? account.username() : account.name();
        return List.of(new Crumb("账号", "/accounts"), new Crumb(name, "/accounts/" + account.id()));
    }
}

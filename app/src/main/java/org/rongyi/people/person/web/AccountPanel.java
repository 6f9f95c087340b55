package org.rongyi.people.person.web;

import java.util.List;
import java.util.UUID;
import org.rongyi.people.person.OpenAtCounter;
import org.rongyi.people.person.PersonPanel;
import org.rongyi.platform.access.OwnAccounts;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Assurance;
import org.rongyi.platform.kernel.Permission;
import org.springframework.stereotype.Component;

/** 本人账号 on a person's page: whether he has one, and the door to 窗口开通. */
@Component
class AccountPanel implements PersonPanel {

    private static final int LAST = 60;

    private final OwnAccounts accounts;

    AccountPanel(OwnAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public int order() {
        return LAST;
    }

    @Override
    public Panel of(UUID person, Actor reader) {
        if (reader instanceof Actor.Self self) {
            var how = "这次登录的实名等级：" + self.assurance().inWords() + "。";
            return new Panel("我的账号", how, List.of(), List.of(new Action("账号与安全", "/account")), "");
        }
        var found = accounts.find(person);
        var actions = Permission.mayPerform(OpenAtCounter.class, reader)
                ? List.of(new Action(
                        found.isEmpty() ? "当面核对身份证，开通账号" : "当面核对身份证，重新开通", "/persons/" + person + "/account"))
                : List.<Action>of();
        var none = found.isEmpty() ? "本人还没有账号。" : "";
        return new Panel("本人账号", found.map(AccountPanel::words).orElse(""), List.of(), actions, none);
    }

    private static String words(OwnAccounts.Own own) {
        var state = own.shut() ? "已锁定或停用" : own.enabled() ? "已启用" : "还没有设口令";
        return "用户名 " + own.username() + "，" + state + "；用口令登录的实名等级："
                + Assurance.of(own.level()).inWords() + "。";
    }
}

package org.rongyi.network.oversight.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.access.AccountControl;
import org.rongyi.platform.access.Identities;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.part.Fact;

/**
 * 账号的统一身份.
 *
 * @param provider what people call the provider; none when there is none
 * @param assigns the reader is one who writes it down
 * @param confirms the reader is one who confirms it
 * @param administers the reader is an administrator; a leader above sees what waits and does nothing about it
 */
public record LinkedIdentityPage(
        AccountControl.Standing account,
        @Nullable String provider,
        Identities.@Nullable Linked linked,
        boolean assigns,
        boolean confirms,
        boolean administers,
        String subject,
        String reason,
        FieldErrors errors)
        implements Page {

    @Override
    public String title() {
        return provider == null ? "统一身份认证" : provider;
    }

    @Override
    public List<Crumb> crumbs() {
        if (!administers) {
            return List.of(new Crumb("督办清单", "/tasks?which=RAISED"));
        }
        var name = account.own() ? account.username() : account.name();
        return List.of(new Crumb("账号", "/accounts"), new Crumb(name, "/accounts/" + account.id()));
    }

    public String path() {
        return "/accounts/" + account.id() + "/identity";
    }

    public boolean waits() {
        return linked != null && linked.waiting();
    }

    public List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of("账号", account.username()));
        if (linked == null) {
            facts.add(Fact.of("绑定", "没有绑定"));
            return facts;
        }
        facts.add(Fact.of("绑定", linked.waiting() ? "已登记，等安全管理员确认" : linked.inWords()));
        facts.add(Fact.of("用户编号", linked.subject()));
        facts.add(Fact.of("时间", Words.moment(linked.linkedAt().toInstant())));
        return facts;
    }
}

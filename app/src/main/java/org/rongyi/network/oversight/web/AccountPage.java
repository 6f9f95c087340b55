package org.rongyi.network.oversight.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.network.oversight.AccountReach;
import org.rongyi.platform.access.AccountControl;
import org.rongyi.platform.access.AccountState;
import org.rongyi.platform.access.Identities;
import org.rongyi.platform.access.Sessions;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Tone;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.part.Fact;
import org.rongyi.platform.ui.part.Happening;

/**
 * 账号 of one person: what it opens, where it is signed in, what was done to it.
 *
 * @param identity its identity at the provider; none when it has none, or there is no provider
 * @param standing how the reader stands to it
 */
public record AccountPage(
        AccountReach.Held account,
        AccountState state,
        List<Sessions.Listed> sessions,
        List<AccountControl.Past> history,
        Identities.@Nullable Linked identity,
        Reader standing)
        implements Page {

    /**
     * How the reader stands to the account.
     *
     * @param oneself it is his own
     * @param secures it is for him to lock, disable and the like: his post allows it, and all its posts in force are in
     *     his territory
     * @param lets it is for him to give out links, the same way
     */
    public record Reader(boolean oneself, boolean secures, boolean lets) {}

    public AccountControl.Standing one() {
        return account.standing();
    }

    public String path() {
        return "/accounts/" + account.id();
    }

    @Override
    public String title() {
        return one().own() ? one().username() : one().name();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("账号", "/accounts"));
    }

    public List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of("用户名", one().username()));
        facts.add(Fact.of("状态", state.zh() + lock()));
        if (identity != null) {
            facts.add(Fact.of("统一身份认证", identity.inWords()));
        }
        if (one().own()) {
            return facts;
        }
        facts.add(Fact.of("动态验证码", one().bound() ? "已绑定" : "未绑定"));
        facts.add(Fact.of("最近使用", moment(one().seenAt(), "无记录")));
        facts.add(Fact.of("建立", moment(one().createdAt(), "")));
        return facts;
    }

    /** Nobody locks himself out: somebody has to be left who can undo it. */
    public boolean mayShutOut() {
        return standing.secures() && !standing.oneself();
    }

    public boolean mayLock() {
        return mayShutOut() && !one().held() && !one().disabled();
    }

    public boolean mayUnlock() {
        return standing.secures() && state == AccountState.LOCKED;
    }

    public boolean mayDisable() {
        return mayShutOut() && !one().disabled();
    }

    public boolean mayRestore() {
        return standing.secures() && one().disabled();
    }

    /** Whoever sets the password of a veteran's own account sees his file. */
    public boolean mayLink() {
        return standing.lets() && !one().own() && !one().held() && !one().disabled();
    }

    public boolean mayResetFactor() {
        return mayShutOut() && one().bound();
    }

    public boolean mayEndSessions() {
        return standing.secures() && !sessions.isEmpty();
    }

    public List<Happening> happenings() {
        return history.stream()
                .map(past -> new Happening(
                        moment(past.at(), ""),
                        past.change().zh(),
                        past.actor(),
                        past.reason().isEmpty() ? null : "理由：" + past.reason(),
                        Tone.NEUTRAL))
                .toList();
    }

    private String lock() {
        if (state != AccountState.LOCKED) {
            return "";
        }
        return one().held() ? "（由管理员锁定）" : "（口令多次输错，到 " + moment(one().lockedUntil(), "") + "）";
    }

    private static String moment(java.time.@Nullable OffsetDateTime at, String never) {
        return at == null ? never : Words.moment(at.toInstant());
    }
}

package org.rongyi.platform.access.delegation;

import java.time.LocalDate;
import java.util.List;
import org.rongyi.platform.access.Delegations.Delegation;
import org.rongyi.platform.access.Delegations.State;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Tone;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.field.Option;

/**
 * 岗位代理.
 *
 * @param acting whether one looks at it under somebody else's post, where one may lend nothing
 * @param longest days one lasts at most
 */
public record DelegationsPage(
        List<Delegation> delegations,
        Choices choices,
        DelegationForm form,
        FieldErrors errors,
        boolean acting,
        int longest,
        boolean proposed,
        LocalDate today)
        implements Page {

    /** Which posts, and who may act in them. */
    public record Choices(List<Option> posts, List<Option> deputies) {}

    public boolean mayEnd(Delegation one) {
        return one.state(today) != State.OVER;
    }

    public Tone tone(Delegation one) {
        return one.state(today) == State.RUNNING ? Tone.SUCCESS : Tone.NEUTRAL;
    }

    public String days(Delegation one) {
        return Words.day(one.firstDay()) + " 至 " + Words.day(one.lastDay());
    }

    /** 李四代张三. */
    public String who(Delegation one) {
        return one.deputyName() + "代" + one.principalName();
    }

    public boolean isAlone() {
        return choices.deputies().isEmpty();
    }

    @Override
    public String title() {
        return "岗位代理";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("账号与安全", "/account"));
    }
}

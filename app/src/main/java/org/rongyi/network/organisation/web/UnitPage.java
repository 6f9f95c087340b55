package org.rongyi.network.organisation.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.network.organisation.RenewLink;
import org.rongyi.network.organisation.Staff;
import org.rongyi.network.organisation.Unit;
import org.rongyi.network.organisation.UnitHistory;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.part.Fact;

/**
 * 机构: details, staff from the first day to this one, and what it was before.
 *
 * @param roles by post
 * @param waiting accounts that nobody has enabled yet
 */
public record UnitPage(
        Unit unit,
        String place,
        List<String> served,
        List<Staff.Member> staff,
        Map<UUID, Role> roles,
        Set<UUID> waiting,
        List<UnitHistory.Change> history,
        May may)
        implements Page {

    /** Which doors the reader's post has here. */
    public record May(boolean change, boolean serve, boolean close, boolean appoint, Actor.Office reader) {

        /** Whether the reader ends and moves posts in this role. */
        public boolean end(@Nullable Role role) {
            return appoint && role != null && !Staff.isBeyond(reader, role);
        }

        /** Whether a link to set the password is the reader's to give. */
        public boolean link(@Nullable Role role, boolean waiting) {
            return reader.role() == Role.SYSTEM_ADMIN
                    || (waiting
                            && role != null
                            && !role.isAuthorised()
                            && Permission.mayPerform(RenewLink.class, reader));
        }
    }

    @Override
    public String title() {
        return unit.name();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("机构与人员", "/units"));
    }

    public String path() {
        return "/units/" + unit.id();
    }

    public List<Fact> facts() {
        var details = unit.details();
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of(
                "类别",
                unit.level().zh() + "级" + unit.kind().zh() + "，依托" + unit.host().zh()));
        facts.add(Fact.of("所在区划", place + "（" + unit.code() + "）"));
        facts.add(Fact.of("服务区域", served.isEmpty() ? "按指派" : String.join("、", served)));
        facts.add(Fact.of("设立", Words.day(unit.openedOn())));
        if (unit.closedOn() != null) {
            facts.add(Fact.of("撤销", Words.day(unit.closedOn())));
        }
        facts.add(Fact.of("地址", orNone(details.address())));
        facts.add(Fact.of("电话", orNone(details.phone())));
        facts.add(Fact.of("办公时间", orNone(details.hours())));
        facts.add(Fact.of("办理事项", orNone(String.join("、", details.services()))));
        facts.add(Fact.of("经纬度", details.latitude() == null ? "未填" : details.latitude() + "," + details.longitude()));
        return facts;
    }

    /** What a change was about. */
    public String about(UnitHistory.Change change) {
        return change.before().served().isEmpty() ? "信息变更" : "服务区域变更";
    }

    /** What a change replaced, in a line. */
    public String before(UnitHistory.Change change) {
        var was = change.before();
        var before = was.served().isEmpty()
                ? was.name() + "；地址 " + orNone(was.details().address()) + "；电话 "
                        + orNone(was.details().phone())
                : String.join("、", was.served());
        return "原：" + before + "。理由：" + change.reason();
    }

    private static String orNone(String text) {
        return text.isEmpty() ? "未填" : text;
    }
}

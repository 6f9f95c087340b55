package org.rongyi.network.organisation.web;

import java.util.ArrayList;
import java.util.List;
import org.rongyi.network.organisation.Stations;
import org.rongyi.network.organisation.Unit;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.part.Fact;

/**
 * 服务中心(站), as everybody sees it.
 *
 * @param served the divisions it serves, by name
 * @param neighbours stations nearby: by distance, or of the same town or county
 */
public record StationPage(Unit unit, String place, List<String> served, List<Stations.Entry> neighbours)
        implements Page {

    @Override
    public String title() {
        return unit.name();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("找服务站", "/stations"));
    }

    public List<Fact> facts() {
        var details = unit.details();
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of("地址", details.address().isEmpty() ? place : details.address()));
        facts.add(
                details.phone().isEmpty()
                        ? Fact.of("电话", "未公布")
                        : new Fact("电话", details.phone(), "tel:" + details.phone()));
        facts.add(Fact.of("办公时间", details.hours().isEmpty() ? "未公布" : details.hours()));
        facts.add(Fact.of("办理事项", details.services().isEmpty() ? "未公布" : String.join("、", details.services())));
        facts.add(Fact.of("服务区域", served.isEmpty() ? "按指派" : String.join("、", served)));
        facts.add(Fact.of(
                "类别",
                unit.level().zh() + "级" + unit.kind().zh() + "，依托" + unit.host().zh()));
        facts.add(Fact.of("所在区划", place));
        if (details.latitude() != null) {
            facts.add(Fact.of("位置", "北纬 " + details.latitude() + "°，东经 " + details.longitude() + "°"));
        }
        return facts;
    }
}

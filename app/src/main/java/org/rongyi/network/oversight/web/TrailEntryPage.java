package org.rongyi.network.oversight.web;

import java.util.ArrayList;
import java.util.List;
import org.rongyi.network.oversight.Trail;
import org.rongyi.network.oversight.TrailWords;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.part.Fact;

/** 一条留痕: who, under which post, what, how it ended, in which request. */
public record TrailEntryPage(Trail.Entry entry, TrailWords words) implements Page {

    @Override
    public String title() {
        return "留痕：" + words.act(entry.act());
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("留痕查询", "/trail"));
    }

    public List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of("时间", Words.moment(entry.at().toInstant())));
        facts.add(Fact.of("办理人", entry.actorName() + (entry.username() == null ? "" : "（" + entry.username() + "）")));
        facts.add(Fact.of(
                "身份", entry.role() == null ? entry.actorKind() : entry.role().zh()));
        if (entry.unitName() != null) {
            facts.add(Fact.of("单位", entry.unitName()));
        }
        facts.add(Fact.of("事项", words.act(entry.act())));
        facts.add(Fact.of("结果", words.end(entry)));
        if (entry.detail().purpose() != null) {
            facts.add(Fact.of("目的或理由", entry.detail().purpose()));
        }
        entry.detail().changes().forEach(change -> facts.add(Fact.of("改动", change.text())));
        if (entry.subject() != null) {
            var path = words.path(entry);
            if (entry.about() != null) {
                facts.add(Fact.of("账号", entry.about()));
            }
            facts.add(new Fact("记录编号", entry.subject().toString(), path.isEmpty() ? null : path));
        }
        facts.add(Fact.of("请求编号", entry.requestId() == null ? "无" : entry.requestId()));
        var sealed = entry.sealed();
        facts.add(Fact.of("封存", sealed == null ? "几秒之内封存" : "第 " + sealed.batch() + " 批，序号 " + sealed.seq()));
        return facts;
    }
}

package org.rongyi.platform.approval.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.approval.PublicNotice;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.part.Fact;

/**
 * 一则公示, fit to be printed for the village board.
 *
 * @param place the village's name, from the province down
 * @param received 异议编号, right after somebody objected
 */
public record NoticePage(
        PublicNotice notice, String place, @Nullable String received) implements Page {

    @Override
    public Set<String> restsOn() {
        return Set.of("approval.objection.days");
    }

    @Override
    public String title() {
        return notice.service() + "公示";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("公示", "/notices"));
    }

    public List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of("姓名", notice.who()));
        facts.add(Fact.of("村（社区）", place));
        if (!notice.matter().isEmpty()) {
            facts.add(Fact.of("事由", notice.matter()));
        }
        facts.add(Fact.of("公示期", Words.day(notice.from()) + "至" + Words.day(notice.to())));
        facts.add(Fact.of(
                "公示单位",
                notice.publisher().name()
                        + (notice.publisher().phone().isBlank()
                                ? ""
                                : "，电话 " + notice.publisher().phone())));
        return facts;
    }

    public String objectPath() {
        return "/notices/" + notice.id() + "/objection";
    }
}

package org.rongyi.care.festival.web;

import java.util.List;
import java.util.UUID;
import org.rongyi.care.festival.Campaign;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.field.Option;

/** 列入慰问名单. */
public record AdditionPage(
        Campaign campaign,
        UUID person,
        String name,
        List<Option> groups,
        String like,
        String reason,
        FieldErrors errors)
        implements Page {

    @Override
    public String title() {
        return "列入" + campaign.title() + "：" + name;
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb(name, "/persons/" + person));
    }

    public String path() {
        return "/persons/" + person + "/festivals/" + campaign.id();
    }
}

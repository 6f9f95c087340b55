package org.rongyi.career.placement.web;

import java.util.List;
import java.util.Optional;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.ui.home.HomeCard;
import org.rongyi.platform.ui.home.HomeSection;
import org.springframework.stereotype.Component;

/** 首页的分配试算, for whoever wants to see how posts are given. */
@Component
class AllocateHome implements HomeCard {

    private static final int AFTER_THE_CHECK = 77;

    @Override
    public Optional<HomeSection> find(Actor reader) {
        return reader instanceof Actor.Visitor
                ? Optional.of(new HomeSection(
                        AFTER_THE_CHECK,
                        "岗位是怎么分的",
                        "分配的规则是公开的：拿一份数据自己算一遍，每一步都有理由。",
                        List.of(),
                        List.of(new HomeSection.Door("分配试算", "/allocate"))))
                : Optional.empty();
    }
}

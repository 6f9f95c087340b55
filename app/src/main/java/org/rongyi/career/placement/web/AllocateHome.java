package org.rongyi.career.placement.web;

import java.util.List;
import java.util.Optional;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.ui.home.HomeCard;
import org.rongyi.platform.ui.home.HomeSection;
import org.springframework.stereotype.Component;

/** 首页的试算, for whoever wants to see how posts are given: the public and the veteran himself. */
@Component
class AllocateHome implements HomeCard {

    private static final int AFTER_THE_CHECK = 77;

    @Override
    public Optional<HomeSection> find(Actor reader) {
        return reader instanceof Actor.Visitor || reader instanceof Actor.Self
                ? Optional.of(new HomeSection(
                        AFTER_THE_CHECK,
                        "岗位是怎么分的",
                        "评分和分配的规则都是公开的：拿自己的情况、拿一份数据算一遍，每一步都有理由。",
                        List.of(),
                        List.of(new HomeSection.Door("量化评分试算", "/score"), new HomeSection.Door("分配试算", "/allocate"))))
                : Optional.empty();
    }
}

package org.rongyi.platform.documents.issued.web;

import java.util.List;
import java.util.Optional;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.ui.home.HomeCard;
import org.rongyi.platform.ui.home.HomeSection;
import org.springframework.stereotype.Component;

/** 首页的真伪查验, for whoever was handed a document. */
@Component
class CheckHome implements HomeCard {

    private static final int AFTER_THE_DEADLINES = 75;

    @Override
    public Optional<HomeSection> find(Actor reader) {
        return reader instanceof Actor.Visitor
                ? Optional.of(new HomeSection(
                        AFTER_THE_DEADLINES,
                        "手里的文件是真的吗",
                        "凭文件上的编号和校验码，查它由谁签发、现在还有没有效。",
                        List.of(),
                        List.of(new HomeSection.Door("真伪查验", "/check"))))
                : Optional.empty();
    }
}

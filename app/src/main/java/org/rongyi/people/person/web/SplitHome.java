package org.rongyi.people.person.web;

import java.util.List;
import java.util.Optional;
import org.rongyi.people.person.DivideVillage;
import org.rongyi.people.person.VillageSplits;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.home.HomeBlock;
import org.rongyi.platform.ui.home.HomeCard;
import org.rongyi.platform.ui.home.HomeSection;
import org.springframework.stereotype.Component;

/** 首页的拆分待划分, for whoever divides. */
@Component
class SplitHome implements HomeCard {

    private static final int BESIDE_NEEDS = 26;

    private final VillageSplits splits;

    SplitHome(VillageSplits splits) {
        this.splits = splits;
    }

    @Override
    public Optional<HomeSection> find(Actor reader) {
        if (!(reader instanceof Actor.Office office) || !Permission.mayPerform(DivideVillage.class, office)) {
            return Optional.empty();
        }
        long open = splits.open(office.scope()).size();
        return open == 0
                ? Optional.empty()
                : Optional.of(new HomeSection(
                        BESIDE_NEEDS,
                        "村（社区）拆分",
                        "拆分出来的村里还没有人；哪些人划过去，请逐村说明。",
                        List.of(new HomeBlock.Numbers(
                                List.of(HomeBlock.Number.of("拆分待划分", Words.number(open), "个", "/village-splits")))),
                        List.of()));
    }
}

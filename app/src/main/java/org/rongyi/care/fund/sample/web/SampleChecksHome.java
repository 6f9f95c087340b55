package org.rongyi.care.fund.sample.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rongyi.care.fund.sample.Checks;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.home.HomeBlock;
import org.rongyi.platform.ui.home.HomeCard;
import org.rongyi.platform.ui.home.HomeSection;
import org.springframework.stereotype.Component;

/** 首页的抽样回访: what this unit has to ask or to look into; nothing when there is neither. */
@Component
class SampleChecksHome implements HomeCard {

    private static final int BESIDE_GIFTS = 26;

    private final Checks checks;

    SampleChecksHome(Checks checks) {
        this.checks = checks;
    }

    @Override
    public Optional<HomeSection> find(Actor reader) {
        if (!(reader instanceof Actor.Office office) || office.role().isSeparate()) {
            return Optional.empty();
        }
        var numbers = new ArrayList<HomeBlock.Number>();
        long waiting = checks.count(office.unit());
        if (waiting > 0) {
            numbers.add(HomeBlock.Number.of("等回访", Words.number(waiting), "笔", "/checks"));
        }
        long differing = checks.countToFollow(office.unit());
        if (differing > 0) {
            numbers.add(HomeBlock.Number.of("与账不符，要查", Words.number(differing), "笔", "/checks"));
        }
        return numbers.isEmpty()
                ? Optional.empty()
                : Optional.of(new HomeSection(
                        BESIDE_GIFTS,
                        "抽样回访",
                        null,
                        List.of(new HomeBlock.Numbers(numbers)),
                        List.of(new HomeSection.Door("看回访", "/checks"))));
    }
}

package org.rongyi.network.organisation.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rongyi.network.organisation.OpenUnit;
import org.rongyi.network.organisation.UnitGaps;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.Tone;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.home.HomeBlock;
import org.rongyi.platform.ui.home.HomeCard;
import org.rongyi.platform.ui.home.HomeSection;
import org.springframework.stereotype.Component;

/** 首页的机构: to visitors the nearest station, to the administrator what is still to be set up. */
@Component
class OrganisationHome implements HomeCard {

    private static final int ORDER = 10;
    private static final int SHOWN = 6;
    private static final HomeSection.Door ALL_UNITS = new HomeSection.Door("机构与人员", "/units");

    private final UnitGaps gaps;

    OrganisationHome(UnitGaps gaps) {
        this.gaps = gaps;
    }

    @Override
    public Optional<HomeSection> find(Actor reader) {
        return switch (reader) {
            case Actor.Visitor ignored -> Optional.of(nearby());
            case Actor.Office office when office.role() == Role.SYSTEM_ADMIN -> Optional.of(toSetUp(office));
            case Actor.Office ignored -> Optional.empty();
            case Actor.Self _, Actor.Kin _, Actor.Client _ -> Optional.empty();
            case Actor.Job ignored -> Optional.empty();
        };
    }

    private static HomeSection nearby() {
        return new HomeSection(
                ORDER,
                "找服务站",
                "地址、电话、办公时间和办理事项。",
                List.of(new HomeBlock.Search("/stations", "名称、地址或首字母", "例如：城东社区")),
                List.of(new HomeSection.Door("全部服务中心（站）", "/stations"), new HomeSection.Door("看地图", "/map")));
    }

    private HomeSection toSetUp(Actor.Office office) {
        var empty = gaps.withoutStaff(office.scope(), SHOWN);
        var entries = Stream.concat(
                        gaps.servedTwice(office.scope(), SHOWN).stream()
                                .map(twice -> new HomeBlock.Entry(
                                        twice.name(),
                                        "同时服务一个村（社区），请定由谁服务",
                                        "调整服务区域",
                                        Tone.WARNING,
                                        "/units/" + twice.id() + "/served")),
                        empty.stream()
                                .map(unit -> new HomeBlock.Entry(
                                        unit.name(),
                                        "还没有任用人员",
                                        "任用",
                                        Tone.WARNING,
                                        "/units/" + unit.id() + "/staff/new")))
                .toList();
        long many = empty.isEmpty() ? 0 : empty.getFirst().many();
        return new HomeSection(
                ORDER,
                "设置事项",
                many > SHOWN ? "还有 " + Words.number(many) + " 个机构没有任用人员，先列 " + SHOWN + " 个。" : null,
                List.of(
                        new HomeBlock.Numbers(List.of(
                                HomeBlock.Number.of("在办机构", Words.number(gaps.open(office.scope())), "个", "/units"))),
                        new HomeBlock.Entries(entries, "每个机构都已任用人员。")),
                Permission.mayPerform(OpenUnit.class, office)
                        ? List.of(new HomeSection.Door("设立机构", "/units/new"), ALL_UNITS)
                        : List.of(ALL_UNITS));
    }
}

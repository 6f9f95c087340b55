package org.rongyi.care.festival.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rongyi.care.festival.Campaign;
import org.rongyi.care.festival.Campaigns;
import org.rongyi.care.festival.Line;
import org.rongyi.care.festival.LineList;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.Tone;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.home.HomeBlock;
import org.rongyi.platform.ui.home.HomeCard;
import org.rongyi.platform.ui.home.HomeSection;
import org.springframework.stereotype.Component;

/**
 * 首页的慰问: right under 今日走访, whom the village has still to greet before the festival; in a town and a county, how far each greeting is;
 * above, how far all of them are.
 */
@Component
class FestivalHome implements HomeCard {

    private static final int UNDER_TODAY = 11;
    private static final int SHOWN = 5;

    private final Campaigns campaigns;
    private final LineList lines;
    private final Clock clock;

    FestivalHome(Campaigns campaigns, LineList lines, Clock clock) {
        this.campaigns = campaigns;
        this.lines = lines;
        this.clock = clock;
    }

    @Override
    public Optional<HomeSection> find(Actor reader) {
        if (!(reader instanceof Actor.Office office) || office.role().isSeparate() || office.role() == Role.AUDITOR) {
            return Optional.empty();
        }
        var numbers = isAboveCounty(office)
                ? together(lines.waiting(office.scope()))
                : campaigns.running(office).stream()
                        .flatMap(campaign -> numbers(office, campaign).stream())
                        .toList();
        if (numbers.isEmpty()) {
            return Optional.empty();
        }
        var blocks = new ArrayList<HomeBlock>(List.of(new HomeBlock.Numbers(numbers)));
        var due = office.level() == Level.VILLAGE ? lines.due(office.scope(), SHOWN) : List.<Line>of();
        if (!due.isEmpty()) {
            blocks.add(new HomeBlock.Entries(due.stream().map(this::entry).toList(), ""));
        }
        return Optional.of(
                new HomeSection(UNDER_TODAY, "节日慰问", null, blocks, List.of(new HomeSection.Door("看名单", "/festivals"))));
    }

    private static boolean isAboveCounty(Actor.Office office) {
        return office.level().isAbove(Level.COUNTY) && !office.worksAt(Level.COUNTY);
    }

    private static List<HomeBlock.Number> together(LineList.Waiting waiting) {
        var found = new ArrayList<HomeBlock.Number>();
        if (waiting.open() > 0) {
            found.add(HomeBlock.Number.of("慰问还没送到", Words.number(waiting.open()), "人", "/festivals"));
        }
        if (waiting.listed() > 0) {
            found.add(HomeBlock.Number.of("名单（拟定中）", Words.number(waiting.listed()), "人", "/festivals"));
        }
        if (waiting.unchecked() > 0) {
            found.add(HomeBlock.Number.of("村里增减待核对", Words.number(waiting.unchecked()), "人", "/festivals"));
        }
        return found;
    }

    private List<HomeBlock.Number> numbers(Actor.Office office, Campaign campaign) {
        var counts = lines.counts(office.scope(), campaign.id(), null);
        var path = "/festivals/" + campaign.id();
        var found = new ArrayList<HomeBlock.Number>();
        if (campaign.state() == Campaign.State.APPROVED) {
            long open = counts.getOrDefault(LineList.Which.OPEN, 0L);
            found.add(HomeBlock.Number.of(
                    campaign.title() + "还没送到", Words.number(open), "人", path + "?which=" + LineList.Which.OPEN));
        } else if (counts.getOrDefault(LineList.Which.ALL, 0L) > 0) {
            found.add(HomeBlock.Number.of(
                    campaign.title() + "名单（拟定中）",
                    Words.number(counts.getOrDefault(LineList.Which.ALL, 0L)),
                    "人",
                    path));
        }
        long unchecked = counts.getOrDefault(LineList.Which.UNCHECKED, 0L);
        if (unchecked > 0 && office.level() != Level.VILLAGE) {
            found.add(HomeBlock.Number.of(
                    "村里增减待核对", Words.number(unchecked), "人", path + "?which=" + LineList.Which.UNCHECKED));
        }
        long without = counts.getOrDefault(LineList.Which.WITHOUT, 0L);
        if (without > 0 && campaign.way() == Campaign.Way.TRANSFER) {
            found.add(HomeBlock.Number.of(
                    "慰问金没有账号", Words.number(without), "人", path + "?which=" + LineList.Which.WITHOUT));
        }
        return found;
    }

    private HomeBlock.Entry entry(Line line) {
        var day = campaigns.find(line.campaign()).orElseThrow().day();
        boolean late = day.isBefore(LocalDate.now(clock));
        return new HomeBlock.Entry(
                line.personName(),
                line.gift().words(),
                late ? "节已过" : Words.shortDay(day) + "前",
                late ? Tone.DANGER : Tone.INFO,
                "/visits/new?person=" + line.person());
    }
}

package org.rongyi.platform.approval.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rongyi.platform.approval.OtherRaised;
import org.rongyi.platform.approval.Transfers;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.home.HomeBlock;
import org.rongyi.platform.ui.home.HomeCard;
import org.rongyi.platform.ui.home.HomeSection;
import org.springframework.stereotype.Component;

/** 首页的待办: what waits for this post, the next due first, and what was raised to its unit. */
@Component
class TaskHome implements HomeCard {

    private static final int BEFORE_FIGURES = 15;
    private static final int NEXT_DUE = 3;

    private final TaskList list;
    private final CaseWords words;
    private final List<OtherRaised> others;
    private final Transfers transferred;

    TaskHome(TaskList list, CaseWords words, List<OtherRaised> others, Transfers transferred) {
        this.transferred = transferred;
        this.list = list;
        this.words = words;
        this.others = others;
    }

    @Override
    public Optional<HomeSection> find(Actor reader) {
        if (!(reader instanceof Actor.Office office) || office.role().isSeparate()) {
            return Optional.empty();
        }
        var counts = list.counts(office);
        long raised = counts.raised()
                + others.stream().mapToLong(one -> one.raised(office).size()).sum();
        int transfers = transferred.waiting(office.unit()).size();
        if (counts.mine() == 0 && raised == 0 && transfers == 0) {
            return Optional.empty();
        }
        var blocks = new ArrayList<HomeBlock>();
        var numbers = new ArrayList<HomeBlock.Number>();
        numbers.add(HomeBlock.Number.of("等我办", Words.number(counts.mine()), "件", "/tasks"));
        numbers.add(HomeBlock.Number.of("督办清单", Words.number(raised), "件", "/tasks?which=RAISED"));
        if (transfers > 0) {
            numbers.add(HomeBlock.Number.of("移送来等接收", Words.number(transfers), "件", "/transfers"));
        }
        blocks.add(new HomeBlock.Numbers(numbers));
        blocks.add(new HomeBlock.Entries(nextDue(office), "没有等您办的事。"));
        return Optional.of(
                new HomeSection(BEFORE_FIGURES, "待办", null, blocks, List.of(new HomeSection.Door("看全部待办", "/tasks"))));
    }

    private List<HomeBlock.Entry> nextDue(Actor.Office office) {
        return list.page(office, TaskList.Which.MINE, null).rows().stream()
                .limit(NEXT_DUE)
                .map(row -> {
                    var left = words.left(row.due());
                    return new HomeBlock.Entry(
                            row.zh() + "：" + row.personName(),
                            row.subject(),
                            left.words(),
                            left.tone(),
                            "/tasks/" + row.id());
                })
                .toList();
    }
}

package org.rongyi.platform.removal.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rongyi.platform.removal.Removal;
import org.rongyi.platform.removal.Removals;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.part.Fact;

/**
 * 一次清除.
 *
 * @param counts where the record says something now; only while it waits
 * @param confirms the reader may confirm or refuse it
 * @param withdraws the reader proposed it
 * @param opens the reader is one who opens records
 */
public record RemovalPage(
        Removal removal,
        List<Removals.Count> counts,
        boolean confirms,
        boolean withdraws,
        boolean opens,
        String reason,
        FieldErrors errors)
        implements Page {

    @Override
    public String title() {
        return "清除" + removal.zh() + "里的内容";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("清除泄密内容", "/removals"));
    }

    public String path() {
        return "/removals/" + removal.id();
    }

    /** 走访记录 1 处: what would go. */
    public String goes() {
        return words(counts.stream().filter(one -> !one.fixed()));
    }

    /** What is published or sealed and would stay; empty where nothing is. */
    public String stays() {
        return words(counts.stream().filter(Removals.Count::fixed));
    }

    public List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of("状态", removal.state().zh()));
        facts.add(new Fact("记录", removal.zh() + " " + removal.address(), opens ? removal.address() : null));
        facts.add(Fact.of("依据", removal.authority() + " " + removal.paper()));
        facts.add(Fact.of("文件的日期", Words.day(removal.paperOn())));
        facts.add(Fact.of(
                "提出",
                removal.proposedName() + "（" + removal.unitName() + "），"
                        + Words.moment(removal.proposedAt().toInstant())));
        var at = removal.decidedAt();
        if (at != null) {
            facts.add(Fact.of(
                    removal.state() == Removal.State.WITHDRAWN ? "撤回" : "核准",
                    removal.decidedName() + "，" + Words.moment(at.toInstant())));
        }
        if (removal.decidedWords() != null) {
            facts.add(Fact.of("理由", removal.decidedWords()));
        }
        if (removal.state() == Removal.State.CONFIRMED) {
            facts.add(Fact.of("清除了", words(removal.cleared())));
            if (!removal.kept().isEmpty()) {
                facts.add(Fact.of("没有动的", words(removal.kept()) + "：已经公开或封存，改了就对不上"));
            }
            facts.add(Fact.of("文件", files()));
        }
        return facts;
    }

    private String files() {
        if (removal.files() == 0) {
            return "没有";
        }
        int left = removal.files() - removal.filesGone();
        return "销毁 " + removal.filesGone() + " 个"
                + (left == 0 ? "" : "；还有 " + left + " 个没有销毁：正在做备份的，做完就销毁；别的记录也用着的，要另行清除那条记录");
    }

    private static String words(Stream<Removals.Count> counts) {
        return counts.map(one -> one.zh() + " " + one.rows() + " 处").collect(Collectors.joining("，"));
    }

    private static String words(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> one.getKey() + " " + one.getValue() + " 处")
                .collect(Collectors.joining("，"));
    }
}

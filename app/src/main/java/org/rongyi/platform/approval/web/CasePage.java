package org.rongyi.platform.approval.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.field.Option;
import org.springframework.util.MultiValueMap;

/**
 * 一件办件: for whoever may read it.
 *
 * @param list where the reader finds the others
 */
public record CasePage(
        CaseView view,
        Crumb list,
        List<Waiting> waiting,
        Doors doors,
        List<Option> grades,
        MultiValueMap<String, String> typed,
        FieldErrors errors)
        implements Page {

    /** @param path to the task, for whom it waits for */
    public record Waiting(
            String what, String whom, String due, @Nullable String path) {}

    /** What the reader may do here. */
    public record Doors(
            boolean withdraw,
            boolean urge,
            @Nullable String supplement,
            boolean rate,
            boolean recheck,
            boolean archive,
            Hold hold) {}

    /** 暂不销毁: whether the reader decides that, and how it stands. */
    public enum Hold {
        NOT_HIS,
        MAY_HOLD,
        MAY_RELEASE
    }

    @Override
    public Set<String> restsOn() {
        var remedy = view.remedy(); // of what it names, only the days of 复核 are ours; the others are the law's
        return remedy == null || !remedy.contains("复核") ? Set.of() : Set.of("approval.recheck.days");
    }

    @Override
    public String title() {
        return view.service() + "：" + view.file().personName();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(list);
    }

    /** What the whole case may be taken out for. */
    public List<Option> purposes() {
        return Stream.of(ArchivePurpose.values())
                .map(one -> Option.of(one.name(), one.zh()))
                .toList();
    }

    public String path() {
        return "/cases/" + view.file().id();
    }

    public String value(String field) {
        var value = typed.getFirst(field);
        return value == null ? "" : value;
    }
}

package org.rongyi.platform.division.web;

import java.util.List;
import java.util.stream.Collectors;
import org.rongyi.platform.division.ChangeKind;
import org.rongyi.platform.division.Division;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.part.Tab;

/** 录入区划变更： one form; the kind decides which fields it has. */
public record ChangePage(Division unit, ChangeForm form, FieldErrors errors, List<Division> children) implements Page {

    public ChangePage {
        children = List.copyOf(children);
    }

    @Override
    public String title() {
        return "录入变更：" + unit.name();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("区划查询", "/divisions"), new Crumb(unit.name(), "/divisions/" + unit.code()));
    }

    public String action() {
        return "/divisions/" + unit.code() + "/change/check";
    }

    public List<Tab> tabs() {
        return ChangeForm.KINDS.stream()
                .map(k -> new Tab(k.zh(), "/divisions/" + unit.code() + "/change?kind=" + k, is(k), null))
                .toList();
    }

    public boolean is(ChangeKind kind) {
        return form.chosen() == kind;
    }

    public boolean hasName() {
        return is(ChangeKind.RENAMED) || is(ChangeKind.RECODED) || is(ChangeKind.ADDED);
    }

    public boolean hasNewCode() {
        return is(ChangeKind.RECODED) || is(ChangeKind.REPARENTED) || is(ChangeKind.ADDED);
    }

    public boolean hasBelow() {
        return is(ChangeKind.MERGED) || is(ChangeKind.SPLIT);
    }

    public String meaning() {
        return switch (form.chosen()) {
            case RENAMED -> "只改名称，代码和隶属不变。";
            case RECODED -> "上级不变，换一个代码；下级随之换代码，末几位不变。镇改街道的，同时填写新名称。";
            case REPARENTED -> "划归另一个上级。新代码的前几位就是新上级；下级随之换代码。";
            case MERGED -> "并入另一个现有单位，名下记录转到那个单位。";
            case SPLIT -> "拆出新单位。原单位保留时，记录留在原单位；原单位撤销时，记录转到主承接单位。";
            case ADDED -> "在它之下设立一个新单位。";
            case REMOVED -> "撤销它。谁来承接，由人在待认定清单上填写。";
            case ANSWERED -> "";
        };
    }

    /** What was typed, or all units below, each waiting for its new code. */
    public String below() {
        return form.below() != null
                ? form.text(form.below())
                : children.stream().map(c -> c.code() + " " + c.name() + " ").collect(Collectors.joining("\n"));
    }
}

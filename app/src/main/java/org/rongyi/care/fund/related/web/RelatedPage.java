package org.rongyi.care.fund.related.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.related.RelatedPerson;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.field.Option;

/** 利害关系人: what managers and givers have declared. */
public record RelatedPage(
        Fund fund,
        List<RelatedPerson> rows,
        boolean mayDeclare,
        boolean mayEnd,
        Map<String, String> typed,
        FieldErrors errors)
        implements Page {

    @Override
    public String title() {
        return "利害关系人";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("资金", "/funds"), new Crumb(fund.name(), "/funds/" + fund.id()));
    }

    public String path() {
        return "/funds/" + fund.id() + "/related";
    }

    public List<Option> relations() {
        return Arrays.stream(RelatedPerson.Relation.values())
                .map(one -> Option.of(one.name(), one.zh()))
                .toList();
    }

    /** Those in force. */
    public List<Option> open() {
        return rows.stream()
                .filter(one -> one.endedOn() == null)
                .map(one -> Option.of(
                        one.id().toString(), one.holder() + "的" + one.relation().zh() + " " + one.name()))
                .toList();
    }

    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }
}

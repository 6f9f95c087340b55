package org.rongyi.care.visit.web;

import java.time.LocalDate;
import java.util.List;
import org.rongyi.care.visit.Attention;
import org.rongyi.care.visit.ContactFile;
import org.rongyi.people.person.PersonFile;
import org.rongyi.platform.policy.Choice;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.field.Option;
import org.rongyi.platform.ui.part.Happening;

/**
 * 确定联系类别.
 *
 * @param grounds in force today
 * @param terms how often one is to be contacted, by the parameters of today
 * @param proposed one of these parameters waits to be confirmed
 * @param now the attention as it is, in words
 * @param past what it was before, and who changed it; the latest first
 */
public record AttentionPage(
        PersonFile.View person,
        ContactFile.View standing,
        List<Choice> grounds,
        String terms,
        boolean proposed,
        String now,
        List<Happening> past,
        String attention,
        String ground,
        LocalDate today,
        FieldErrors errors)
        implements Page {

    @Override
    public String title() {
        return "确定联系类别";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("人员名册", "/persons"), new Crumb(person.name(), path()));
    }

    public String path() {
        return "/persons/" + person.id();
    }

    /** Each attention with the day on which he would be due. */
    public List<Option> attentions() {
        return List.of(
                Option.of(Attention.KEY.name(), Attention.KEY.zh(), due(standing.dueIfKey())),
                Option.of(Attention.GENERAL.name(), Attention.GENERAL.zh(), due(standing.dueIfGeneral())));
    }

    public String last(@org.jspecify.annotations.Nullable LocalDate day) {
        return day == null ? "从未" : Words.day(day);
    }

    private String due(LocalDate day) {
        return "应联系日 " + Words.day(day) + (day.isBefore(today) ? "，即已逾期" : "");
    }
}

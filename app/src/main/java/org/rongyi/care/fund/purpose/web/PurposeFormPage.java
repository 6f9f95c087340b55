package org.rongyi.care.fund.purpose.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.Gift;
import org.rongyi.care.fund.Lot;
import org.rongyi.care.fund.purpose.PurposeChange;
import org.rongyi.platform.documents.attachment.UploadCheck;
import org.rongyi.platform.policy.Choice;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.field.KeptFile;
import org.rongyi.platform.ui.part.Fact;

/**
 * 变更捐赠用途, as it is typed.
 *
 * @param bonds what the source is bound to now
 * @param basis what paper it takes
 */
public record PurposeFormPage(
        Fund fund,
        Gift gift,
        Lot lot,
        String bonds,
        PurposeChange.Basis basis,
        List<Choice> purposes,
        Upload upload,
        Map<String, String> typed,
        LocalDate today,
        FieldErrors errors)
        implements Page {

    /** What was attached already. */
    public record Upload(String form, List<KeptFile> kept, UploadCheck.Limits limits) {}

    @Override
    public Set<String> restsOn() {
        return Set.of("fund.purpose");
    }

    @Override
    public String title() {
        return "变更捐赠用途";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb("资金", "/funds"),
                new Crumb(fund.name(), "/funds/" + fund.id()),
                new Crumb("捐赠 " + gift.number(), "/gifts/" + gift.id()));
    }

    public List<Fact> facts() {
        return List.of(
                Fact.of("捐赠", gift.number()),
                Fact.of("约定用途", gift.wish()),
                Fact.of("现在的限定", bonds),
                Fact.of("没用的", Words.yuan(lot.standing().available().fen())),
                Fact.of("依据", basis.zh()));
    }

    public String typed(String field, String otherwise) {
        return typed.getOrDefault(field, otherwise);
    }
}

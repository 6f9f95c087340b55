package org.rongyi.career.placement.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.placement.score.Score;
import org.rongyi.career.placement.score.ScoreItems;
import org.rongyi.career.placement.score.ScoreItems.Item;
import org.rongyi.career.placement.score.ScoreRule;
import org.rongyi.career.placement.score.ScoreTable;
import org.rongyi.career.placement.score.ScoreTerms;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 量化评分试算 for anybody: nothing of it stays. */
@Controller
class ScoreController {

    private static final String TITLES_SCORED = ScoreItems.TITLES_SCORED + "：这里不选，填在“荣誉称号”里";

    private final Policy policy;
    private final Clock clock;

    ScoreController(Policy policy, Clock clock) {
        this.policy = policy;
        this.clock = clock;
    }

    /** Days of service may stand in the address: whoever comes from his own page need not type them again. */
    @GetMapping("/score")
    @Allow(everyone = true)
    Page form(
            @RequestParam(defaultValue = "") String table,
            @RequestParam(defaultValue = "") String enlisted,
            @RequestParam(defaultValue = "") String discharged) {
        var given = Map.of(ScoreForm.TABLE, table, ScoreForm.ENLISTED, enlisted, ScoreForm.DISCHARGED, discharged);
        return page(new ScoreForm(given), null, FieldErrors.none());
    }

    @PostMapping("/score")
    @Allow(everyone = true)
    ResponseEntity<Page> score(@RequestParam Map<String, String> fields) {
        var form = new ScoreForm(fields);
        if (form.isHonoured()) {
            var left = form.discharged();
            return left != null && ScoreTerms.countsTitles(policy, form.table(), left)
                    ? Answer.invalid(page(form, null, FieldErrors.of(ScoreForm.HONOURED, TITLES_SCORED)))
                    : Answer.show(page(form, null, FieldErrors.none()));
        }
        var errors = form.errors();
        if (!errors.isEmpty()) {
            return Answer.invalid(page(form, null, errors));
        }
        var service = form.service();
        for (var impossible : service.impossible()) {
            errors = errors.add(impossible.field(), impossible.reason());
        }
        var terms = ScoreTerms.on(policy, service.table(), service.discharged());
        errors = errors.require(terms.isKnown(), ScoreForm.DISCHARGED, unknown(service.table()));
        return errors.isEmpty()
                ? Answer.show(page(form, ScoreRule.of(service, terms), errors))
                : Answer.invalid(page(form, null, errors));
    }

    private static String unknown(ScoreTable table) {
        return switch (table) {
            case SOLDIER -> "2016 年 1 月 1 日以前没有统一的办法；2023 年办法的分值没有公开，2022 年 12 月 1 日以后退役的，省里录入分值以后才能算";
            case OFFICER -> "2015 年 1 月 1 日以前退役的，没有见到标准";
        };
    }

    private ScorePage page(ScoreForm form, @Nullable Score score, FieldErrors errors) {
        var names = form.table().items().stream()
                .filter(item -> ScoreTerms.isAsked(policy, item, form.discharged()))
                .collect(
                        Collectors.toMap(Item::id, item -> policy.get(item.id()).zh()));
        boolean current =
                ScoreTerms.on(policy, form.table(), LocalDate.now(clock)).isKnown();
        return new ScorePage(
                form, names, current, ScoreTerms.hasProposedDays(policy, form.table(), null), score, errors);
    }
}

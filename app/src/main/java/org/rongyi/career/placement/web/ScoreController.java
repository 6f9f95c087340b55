package org.rongyi.career.placement.web;

import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.placement.score.Score;
import org.rongyi.career.placement.score.ScoreItems;
import org.rongyi.career.placement.score.ScoreItems.Item;
import org.rongyi.career.placement.score.ScoreRule;
import org.rongyi.career.placement.score.Terms;
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

    private final Policy policy;

    ScoreController(Policy policy) {
        this.policy = policy;
    }

    @GetMapping("/score")
    @Allow(everyone = true)
    Page form() {
        return page(new ScoreForm(Map.of()), null, FieldErrors.none());
    }

    @PostMapping("/score")
    @Allow(everyone = true)
    ResponseEntity<Page> score(@RequestParam Map<String, String> fields) {
        var form = new ScoreForm(fields);
        if (form.isHonoured()) {
            return Answer.show(page(form, null, FieldErrors.none()));
        }
        var errors = form.errors();
        if (!errors.isEmpty()) {
            return Answer.invalid(page(form, null, errors));
        }
        var service = form.service();
        for (var impossible : service.impossible()) {
            errors = errors.add(impossible.field(), impossible.reason());
        }
        var terms = Terms.on(policy, service.discharged());
        errors = errors.require(
                terms.isKnown(),
                ScoreForm.DISCHARGED,
                "能试算的是 2016 年 1 月 1 日至 2022 年 11 月 30 日退役的；2023 年办法的分值没有公开，之前没有统一的办法");
        return errors.isEmpty()
                ? Answer.show(page(form, ScoreRule.of(service, terms), errors))
                : Answer.invalid(page(form, null, errors));
    }

    private ScorePage page(ScoreForm form, @Nullable Score score, FieldErrors errors) {
        var names = ScoreItems.ALL.stream()
                .collect(
                        Collectors.toMap(Item::id, item -> policy.get(item.id()).zh()));
        return new ScorePage(form, names, score, errors);
    }
}

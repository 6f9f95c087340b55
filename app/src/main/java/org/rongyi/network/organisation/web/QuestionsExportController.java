package org.rongyi.network.organisation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.division.change.AnswerQuestion;
import org.rongyi.platform.division.change.RemovalQuestion;
import org.rongyi.platform.division.change.RemovalQuestions;
import org.rongyi.platform.documents.sheet.Conditions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** 待认定区划 as a file and on paper. It stands here because room division lies below the one that writes sheets. */
@Controller
class QuestionsExportController {

    private static final int AT_ONCE = 500;

    private static final ListExport.Sheet SHEET =
            new ListExport.Sheet("待认定区划", List.of("撤销的单位", "代码", "撤销日期", "同名新单位（仅供参考）", "同名新单位代码"));

    private final RemovalQuestions questions;
    private final Divisions divisions;
    private final ListExport exports;

    QuestionsExportController(RemovalQuestions questions, Divisions divisions, ListExport exports) {
        this.questions = questions;
        this.divisions = divisions;
        this.exports = exports;
    }

    @GetMapping({"/division-questions/export.xlsx", "/division-questions/print"})
    @Allow(act = AnswerQuestion.class)
    void export(Actor.Office actor, HttpServletResponse response) {
        exports.send(actor, response, SHEET, new Conditions(), row -> {
            long after = 0;
            List<RemovalQuestion> found;
            do {
                found = questions.listOpen(after, AT_ONCE);
                found.forEach(one -> row.of(cells(one)));
                after = found.isEmpty() ? after : found.getLast().code().value();
            } while (found.size() == AT_ONCE);
        });
    }

    private List<@Nullable Object> cells(RemovalQuestion one) {
        var suggestion = one.suggestion();
        return Arrays.asList(
                divisions.fullName(one.code()),
                one.code().toString(),
                one.removedOn(),
                suggestion == null ? "" : divisions.fullName(suggestion),
                suggestion == null ? "" : suggestion.toString());
    }
}

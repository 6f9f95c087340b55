package org.rongyi.platform.division.web;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.division.change.RemovalQuestion;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.field.Option;
import org.rongyi.platform.ui.part.Fact;

/** 认定承接单位： one question. The suggestion is shown, and never filled in. */
public record QuestionPage(
        RemovalQuestion question, String fullName, @Nullable String suggestion, AnswerForm form, FieldErrors errors)
        implements Page {

    @Override
    public String title() {
        return "认定承接单位：" + question.name();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("区划查询", "/divisions"), new Crumb("待认定区划", "/division-questions"));
    }

    public List<Fact> facts() {
        var code = question.suggestion();
        return List.of(
                new Fact("撤销的单位", fullName, "/divisions/" + question.code()),
                Fact.of("代码", question.code().toString()),
                Fact.of("撤销日期", Words.day(question.removedOn())),
                code == null
                        ? Fact.of("同县同期新增的同名单位", "无")
                        : new Fact("同县同期新增的同名单位", suggestion + " " + code, "/divisions/" + code));
    }

    public List<Option> answers() {
        return List.of(Option.of("successor", "有承接单位", "名下的记录转到承接单位"), Option.of("none", "没有承接单位", "名下的记录留在原代码"));
    }

    public String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}

package org.rongyi.platform.division.web;

import java.util.List;
import java.util.Optional;
import org.rongyi.platform.division.change.AnswerQuestion;
import org.rongyi.platform.division.change.RemovalQuestions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.home.HomeBlock;
import org.rongyi.platform.ui.home.HomeCard;
import org.rongyi.platform.ui.home.HomeSection;
import org.springframework.stereotype.Component;

/** 首页的待认定区划, for whoever answers them. */
@Component
class DivisionHome implements HomeCard {

    private static final int AFTER_THE_WORK = 60;

    private final RemovalQuestions questions;

    DivisionHome(RemovalQuestions questions) {
        this.questions = questions;
    }

    @Override
    public Optional<HomeSection> find(Actor reader) {
        if (!Permission.mayPerform(AnswerQuestion.class, reader)) {
            return Optional.empty();
        }
        long open = questions.countOpen();
        return open == 0
                ? Optional.empty()
                : Optional.of(new HomeSection(
                        AFTER_THE_WORK,
                        "区划",
                        "这些单位已撤销，还没有说明由谁承接；认定之前，名下的记录留在原代码。",
                        List.of(new HomeBlock.Numbers(
                                List.of(HomeBlock.Number.of("待认定区划", Words.number(open), "个", "/division-questions")))),
                        List.of()));
    }
}

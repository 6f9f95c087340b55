package org.rongyi.platform.division.web;

import org.rongyi.platform.division.change.AnswerQuestion;
import org.rongyi.platform.ui.Icon;
import org.rongyi.platform.ui.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The room's doors in the menu. */
@Configuration(proxyBeanMethods = false)
class DivisionMenu {

    @Bean
    MenuEntry divisionsEntry() {
        return MenuEntry.forOffice("区划", "/divisions", Icon.MAP, 80);
    }

    @Bean
    MenuEntry divisionQuestionsEntry() {
        return MenuEntry.forAct("待认定区划", "/division-questions", Icon.HELP, 81, AnswerQuestion.class);
    }
}

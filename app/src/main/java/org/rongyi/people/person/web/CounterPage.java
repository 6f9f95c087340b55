package org.rongyi.people.person.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.people.person.OpenAtCounter;
import org.rongyi.people.person.PersonFile;
import org.rongyi.platform.access.OwnAccounts;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.field.Option;
import org.rongyi.platform.ui.part.Fact;

/**
 * 窗口开通账号.
 *
 * @param account the one he has; none yet
 * @param responsible the place that answers for him, when it is not the reader's: then it is the one to open it
 */
public record CounterPage(
        PersonFile.View person,
        OwnAccounts.@Nullable Own account,
        String card,
        String purpose,
        @Nullable String responsible,
        FieldErrors errors)
        implements Page {

    @Override
    public String title() {
        return account == null ? "窗口开通账号" : "窗口重新开通账号";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("人员名册", "/persons"), new Crumb(person.name(), path()));
    }

    public String path() {
        return "/persons/" + person.id();
    }

    public List<Fact> facts() {
        return List.of(
                Fact.of("姓名", person.name() + "，" + person.sex() + "，" + person.bornYear() + " 年生"),
                Fact.of("身份证号", person.citizenId()),
                Fact.of("现有账号", account == null ? "没有" : account.username()));
    }

    public List<Option> cards() {
        return Arrays.stream(OpenAtCounter.Card.values())
                .map(one -> Option.of(one.name(), one.zh()))
                .toList();
    }

    public List<Option> present() {
        return List.of(Option.of("yes", "本人在场，证件上的人就是他，姓名、号码与档案一致"));
    }
}

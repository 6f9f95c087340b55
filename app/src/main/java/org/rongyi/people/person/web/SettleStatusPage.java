package org.rongyi.people.person.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.people.person.PersonFile;
import org.rongyi.people.person.PersonStatus;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.field.Option;

/**
 * 核实状态.
 *
 * @param responsible the place that answers for him, when it is not the reader's: then it is the one to check
 */
public record SettleStatusPage(
        PersonFile.View person,
        String status,
        String on,
        String ground,
        LocalDate today,
        @Nullable String responsible,
        FieldErrors errors)
        implements Page {

    @Override
    public String title() {
        return "核实状态";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("人员名册", "/persons"), new Crumb(person.name(), path()));
    }

    public String path() {
        return "/persons/" + person.id();
    }

    public List<Option> choices() {
        var choices = new ArrayList<Option>();
        choices.add(Option.of(PersonStatus.DECEASED.name(), "已故", "退出联系名单，仍在人员名册里"));
        choices.add(Option.of(PersonStatus.MOVED_OUT.name(), "迁出", "去向不明或离开本省；知道去向的请用移交"));
        choices.add(
                person.status() == PersonStatus.ACTIVE
                        ? Option.of(PersonStatus.ACTIVE.name(), "查无此事", "人还在，照旧列入联系名单")
                        : Option.of(PersonStatus.ACTIVE.name(), "登记有误，恢复在册", "重新列入联系名单"));
        return choices;
    }
}

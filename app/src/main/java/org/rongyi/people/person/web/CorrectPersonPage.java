package org.rongyi.people.person.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.people.person.CorrectPerson;
import org.rongyi.people.person.PersonFile;
import org.rongyi.people.person.Place;
import org.rongyi.people.person.PlaceKind;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.field.Option;

/**
 * 更正档案.
 *
 * @param places within the reader's territory; others are corrected there
 * @param names of these places
 * @param household who lives with him
 * @param mates names of those who live where he does
 * @param known where the number that was typed has another file
 */
public record CorrectPersonPage(
        PersonFile.View person,
        List<Place> places,
        Map<PlaceKind, String> names,
        List<PersonFile.View> household,
        List<String> mates,
        CorrectPersonForm form,
        RegisterPersonPage.@Nullable Known known,
        FieldErrors errors)
        implements Page {

    @Override
    public String title() {
        return "更正档案";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("人员名册", "/persons"), new Crumb(person.name(), path()));
    }

    public String path() {
        return "/persons/" + person.id();
    }

    /** Only the place that answers for him says with whom he lives. */
    public boolean mayMoveHome() {
        return places.stream().anyMatch(Place::responsible);
    }

    public String matesLabel() {
        return "住处改了，同住的 " + mates.size() + " 人（" + String.join("、", mates) + "）一起改吗";
    }

    public List<Option> matesOptions() {
        return List.of(
                Option.of(CorrectPersonForm.TOGETHER, "一起改", "每个人的档案里都记下这一次"),
                Option.of("ALONE", "只改" + person.name() + "的", "例如：搬到同村另一处，家里人没有搬"));
    }

    public List<Option> homes() {
        var now = household.stream()
                .filter(member -> !member.id().equals(person.id()))
                .map(PersonFile.View::name)
                .collect(Collectors.joining("、"));
        return List.of(
                Option.of(CorrectPerson.Home.SAME.name(), "不变", now.isEmpty() ? "自己一户" : "与" + now + "同户"),
                Option.of(CorrectPerson.Home.ALONE.name(), "改为自己一户"),
                Option.of(CorrectPerson.Home.WITH.name(), "改为与另一个人同户", "在下面填写那个人"));
    }
}

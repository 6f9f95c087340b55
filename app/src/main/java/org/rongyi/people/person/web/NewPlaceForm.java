package org.rongyi.people.person.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.people.person.PlaceKind;
import org.rongyi.people.person.RegisterPerson;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.field.Option;

/**
 * 接收的地方, as it was typed.
 *
 * @param to the village in words
 * @param pick the one chosen of several that fit
 */
public record NewPlaceForm(
        @Nullable String to,
        @Nullable String pick,
        @Nullable String kind,
        @Nullable String group,
        @Nullable String address,
        @Nullable String reason) {

    private static final int LONGEST_ADDRESS = 100;
    private static final int LONGEST_GROUP = 30;
    private static final int LONGEST_REASON = 200;

    static final NewPlaceForm BLANK = new NewPlaceForm("", "", "", "", "", "");

    NewPlaceForm at(String village) {
        return new NewPlaceForm(village, "", kind, group, address, reason);
    }

    public String value(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /** The kinds a place can be, in the words of the form. */
    public static List<Option> kinds() {
        return List.of(
                Option.of(PlaceKind.RESIDENCE.name(), "常住地", "人住过去，户口留在原地"),
                Option.of(PlaceKind.BOTH.name(), "户籍地和常住地", "整个搬走，原地从此看不到档案"),
                Option.of(PlaceKind.HUKOU.name(), "户籍地", "户口迁过去，人还住原地"),
                Option.of(PlaceKind.ASSIGNED.name(), "依托单位站", "机关、企业或园区的站"));
    }

    Optional<PlaceKind> placeKind() {
        return Arrays.stream(PlaceKind.values())
                .filter(one -> one.name().equals(value(kind)))
                .findFirst();
    }

    /** The village that was meant; otherwise an error, with what there is to choose from left in {@code offered}. */
    Optional<DivisionCode> village(Actor.Office actor, VillageSearch search, FieldErrors errors, List<Option> offered) {
        return switch (search.find(actor, value(to), value(pick))) {
            case VillageSearch.Meant.One(var code) -> Optional.of(code);
            case VillageSearch.Meant.Several(var options, var more) -> {
                offered.addAll(options);
                errors.add("pick", more ? "同名的很多，下面是最近的几个；没有的请写上县区、镇街" : "有几个村（社区）符合，请选一个");
                yield Optional.empty();
            }
            case VillageSearch.Meant.Nothing(var reason) -> {
                errors.add("to", reason);
                yield Optional.empty();
            }
        };
    }

    void check(FieldErrors errors) {
        errors.require(value(group).length() <= LONGEST_GROUP, "group", "村民小组或街路请在 " + LONGEST_GROUP + " 字以内写明");
        errors.require(value(address).length() <= LONGEST_ADDRESS, "address", "门牌请在 " + LONGEST_ADDRESS + " 字以内写明");
        errors.require(!value(reason).isEmpty(), "reason", "请写明为什么移交");
        errors.require(value(reason).length() <= LONGEST_REASON, "reason", "理由请在 " + LONGEST_REASON + " 字以内写明");
    }

    RegisterPerson.Spot spot(DivisionCode code) {
        return new RegisterPerson.Spot(code, value(address), value(group));
    }
}

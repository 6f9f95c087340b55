package org.rongyi.career.campaign.wish.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.ui.Typed;
import org.rongyi.platform.ui.field.Option;

/** 找岗位: by words, by the kind of unit, in an order. */
public record Find(String words, String kind, String sort) {

    static final int MOST = 200;

    static Find of(Typed typed) {
        return new Find(typed.value("q"), typed.value("kind"), typed.value("sort"));
    }

    /** @param places where they are, in words */
    List<PlacementPost> in(List<PlacementPost> posts, Map<DivisionCode, String> places) {
        var wanted = words.strip().toLowerCase(Locale.ROOT).split("\\s+");
        return posts.stream()
                .filter(post -> kind.isBlank() || post.nature().name().equals(kind))
                .filter(post -> {
                    var text = (post.code() + " " + post.unit() + " " + post.title() + " " + post.conditions() + " "
                                    + places.getOrDefault(post.place(), ""))
                            .toLowerCase(Locale.ROOT);
                    return List.of(wanted).stream().allMatch(text::contains);
                })
                .sorted(order())
                .toList();
    }

    private Comparator<PlacementPost> order() {
        var code = Comparator.comparing(PlacementPost::code);
        return switch (sort) {
            case "seats" ->
                Comparator.comparingInt(PlacementPost::seats).reversed().thenComparing(code);
            case "unit" -> Comparator.comparing(PlacementPost::unit).thenComparing(code);
            default -> code;
        };
    }

    public static List<Option> sorts() {
        return List.of(Option.of("seats", "人数多的在前"), Option.of("unit", "按单位"));
    }
}

package org.rongyi.people.person.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.people.person.VillageSplits;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.field.Option;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * 划分人员: who of a village that was split belongs to which part.
 *
 * @param code the old one
 * @param from where everybody is now
 * @param group the group that is shown; null for all
 * @param after the household before the first one shown; null on the first page
 * @param more whether there are more households than stand here
 * @param done whether it was said that all are divided
 */
public record SplitPage(
        String code,
        String name,
        LocalDate on,
        String from,
        List<Option> parts,
        List<VillageSplits.Group> groups,
        @Nullable String group,
        @Nullable UUID after,
        List<Household> households,
        boolean more,
        boolean done,
        @Nullable String part,
        List<String> chosenGroups,
        List<UUID> chosenHouseholds,
        int thisYear,
        FieldErrors errors)
        implements Page {

    /** Households shown at once. */
    static final int HOUSEHOLDS = 50;

    /** Those of a household who have a place in the village. */
    public record Household(UUID id, List<VillageSplits.Member> members) {
        public Household {
            members = List.copyOf(members);
        }

        public String names(int thisYear) {
            return members.stream()
                    .map(one -> one.name() + "（" + (one.male() ? "男" : "女") + "，" + (thisYear - one.bornYear()) + "岁）")
                    .distinct()
                    .collect(Collectors.joining("、"));
        }

        public String home() {
            return (members.getFirst().groupName() + " " + members.getFirst().address()).strip();
        }
    }

    @Override
    public String title() {
        return "划分人员";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("拆分待划分", "/village-splits"));
    }

    @Override
    public String door() {
        return "/persons";
    }

    /** The page behind this one; null when it is the last. */
    public @Nullable String next() {
        return more ? page(households.getLast().id()) : null;
    }

    public @Nullable String first() {
        return after == null ? null : page(null);
    }

    private String page(@Nullable UUID from) {
        return address(code, group, from);
    }

    /** One page of a village, of a group or of all. */
    static String address(String code, @Nullable String group, @Nullable UUID after) {
        return UriComponentsBuilder.fromPath("/village-splits/" + code)
                .queryParamIfPresent("group", Optional.ofNullable(group))
                .queryParamIfPresent("after", Optional.ofNullable(after))
                .encode()
                .build()
                .toUriString();
    }

    public long persons() {
        return groups.stream().mapToLong(VillageSplits.Group::persons).sum();
    }

    /** What stands for the group without a name: an empty value is none for a form. */
    static final String UNNAMED = "～";

    public List<Option> groupOptions() {
        return groups.stream()
                .map(one -> Option.of(
                        one.name().isEmpty() ? UNNAMED : one.name(), groupName(one.name()), one.persons() + " 人"))
                .toList();
    }

    public static String groupName(String name) {
        return name.isEmpty() ? "没有写小组或街路的" : name;
    }

    /** Where the part is the only one it is chosen already. */
    public String chosenPart() {
        return part != null ? part : parts.size() == 1 ? parts.getFirst().value() : "";
    }
}

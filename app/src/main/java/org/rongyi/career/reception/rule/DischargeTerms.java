package org.rongyi.career.reception.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.rongyi.platform.policy.Choice;
import org.rongyi.platform.policy.Policy;

/**
 * What holds for who was discharged on one day.
 *
 * @param modes of each rank
 * @param assignYears 服现役满多少年 for a 军士 to be assigned work
 * @param marriageYears how long somebody must have been married to follow his spouse
 * @param marriageOnlyCity whether that is asked for 中等以上城市 only (from 2024-09-01)
 * @param documents what each part rests on: by the list's or the parameter's id
 */
public record DischargeTerms(
        Map<Rank, List<Choice>> modes,
        List<Choice> grounds,
        List<Choice> bars,
        List<Choice> bases,
        int assignYears,
        int marriageYears,
        boolean marriageOnlyCity,
        Map<String, String> documents) {

    public static final String ASSIGN_YEARS = "placement.assign.years";
    public static final String MARRIAGE_YEARS = "placement.marriage.years";
    public static final String GROUND = "placement.assign.ground";
    public static final String BAR = "placement.assign.bar";
    public static final String BASIS = "placement.place.basis";
    private static final String MARRIAGE_WHERE = "placement.marriage.where";

    /** From when on there is a rule of 安排工作 and of the spouse's place at all. */
    public static final LocalDate FIRST = LocalDate.of(2011, 11, 1);

    /** @param discharged not before {@link #FIRST} */
    public static DischargeTerms on(Policy policy, LocalDate discharged) {
        var modes = Set.of(Rank.values()).stream()
                .collect(Collectors.toMap(rank -> rank, rank -> policy.choices(rank.modes(), discharged)));
        return new DischargeTerms(
                modes,
                policy.choices(GROUND, discharged),
                policy.choices(BAR, discharged),
                policy.choices(BASIS, discharged),
                policy.number(ASSIGN_YEARS, discharged),
                policy.number(MARRIAGE_YEARS, discharged),
                policy.choices(MARRIAGE_WHERE, discharged).stream()
                        .anyMatch(choice -> choice.code().equals("CITY")),
                documents(policy, discharged));
    }

    private static Map<String, String> documents(Policy policy, LocalDate on) {
        var lists =
                Set.of(Rank.OFFICER.modes(), Rank.SERGEANT.modes(), Rank.CONSCRIPT.modes(), GROUND, BAR, BASIS).stream()
                        .collect(Collectors.toMap(
                                id -> id,
                                id -> policy.findList(id).orElseThrow().source().inWords()));
        for (var id : List.of(ASSIGN_YEARS, MARRIAGE_YEARS)) {
            lists.put(id, policy.get(id).on(on).source().inWords());
        }
        return lists;
    }

    public String document(String id) {
        return documents.getOrDefault(id, "");
    }

    /** The words of an entry in force; empty for one that is not. */
    static String words(List<Choice> choices, String code) {
        return choices.stream()
                .filter(choice -> choice.code().equals(code))
                .map(Choice::zh)
                .findFirst()
                .orElse("");
    }
}

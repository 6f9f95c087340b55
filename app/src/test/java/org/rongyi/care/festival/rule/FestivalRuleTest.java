package org.rongyi.care.festival.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rongyi.care.festival.rule.FestivalRule.Entitled;
import org.rongyi.care.festival.rule.FestivalRule.Facts;
import org.rongyi.care.festival.rule.FestivalRule.Group;
import org.rongyi.people.person.Category;

@DisplayName("慰问名单的规则：谁在名单上，给什么")
class FestivalRuleTest {

    /** 遗属 800 元，残疾 600 元加大米（60 元），困难 600 元，重点联系只有大米. */
    private static final List<Group> GROUPS = List.of(
            new Group(Ground.BEREAVED, 80_000, "", 0),
            new Group(Ground.DISABLED, 60_000, "大米一袋", 6_000),
            new Group(Ground.HARDSHIP, 60_000, "", 0),
            new Group(Ground.KEY, 0, "大米一袋", 6_000));

    @ParameterizedTest(name = "{0}，重点联系 {1}，得过帮扶 {2}：{3}，按 {4} 给 {5} 元")
    @CsvSource(nullValues = "-", textBlock = """
            # 类别                            重点   帮扶   符合                     按哪一类   值多少
            DISCHARGED_SOLDIER              , false, false, -                      , -       , -
            MARTYR_FAMILY                   , false, false, BEREAVED               , BEREAVED, 800
            DECEASED_FAMILY                 , false, false, BEREAVED               , BEREAVED, 800
            DISABLED_MILITIA                , false, false, DISABLED               , DISABLED, 660
            DISCHARGED_SOLDIER              , true , false, KEY                    , KEY     , 60
            DISCHARGED_SOLDIER              , false, true , HARDSHIP               , HARDSHIP, 600
            DISABLED_SOLDIER;MARTYR_FAMILY  , false, false, BEREAVED;DISABLED      , BEREAVED, 800
            DISABLED_SOLDIER                , true , true , DISABLED;HARDSHIP;KEY  , DISABLED, 660
            RED_ARMY_VETERAN                , false, false, -                      , -       , -
            RED_ARMY_VETERAN                , true , false, KEY                    , KEY     , 60
            """)
    void theTable(String categories, boolean key, boolean aided, String grounds, String by, Integer yuan) {
        var facts = new Facts(
                Arrays.stream(categories.split(";")).map(Category::valueOf).collect(Collectors.toSet()), key, aided);
        var found = FestivalRule.of(facts, GROUPS);
        if (grounds == null) {
            assertThat(found).isEmpty();
            return;
        }
        assertThat(found.map(Entitled::grounds))
                .contains(Arrays.stream(grounds.split(";")).map(Ground::valueOf).toList());
        assertThat(found.map(Entitled::given).map(Group::ground)).contains(Ground.valueOf(by));
        assertThat(found.map(Entitled::given).map(Group::worthFen)).contains(yuan * 100L);
    }

    @Test
    @DisplayName("一样多的，按名录里在前的一类给")
    void ofEqualWorthTheFirstOfTheList() {
        var equal = List.of(new Group(Ground.KEY, 100, "", 0), new Group(Ground.DEMOBILISED, 100, "", 0));
        var facts = new Facts(Set.of(Category.DEMOBILISED), true, false);
        assertThat(FestivalRule.of(facts, equal).orElseThrow().given().ground()).isEqualTo(Ground.DEMOBILISED);
    }

    @Test
    @DisplayName("什么也不给的、写了慰问品没有作价的、作了价没有写是什么的，都不是一类")
    void nothingIsNoGift() {
        assertThatThrownBy(() -> new Group(Ground.KEY, 0, "", 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Group(Ground.KEY, 100, "大米", 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Group(Ground.KEY, 100, " ", 10)).isInstanceOf(IllegalArgumentException.class);
    }
}

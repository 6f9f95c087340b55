package org.rongyi.platform.division;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rongyi.RongyiTest;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.springframework.beans.factory.annotation.Autowired;

@RongyiTest
class DivisionsTest {

    private static final LocalDate MEETING = LocalDate.of(2021, 6, 23);
    private static final LocalDate LATER = LocalDate.of(2024, 1, 1);
    private static final DivisionCode SONGKOU_BEFORE = code(441403130000L);
    private static final DivisionCode SONGKOU = code(441403100000L);
    private static final DivisionCode WAISHA_TOWN = code(440507100000L);

    private final Divisions then;
    private final Divisions later;

    @Autowired
    DivisionsTest(DivisionStore store) {
        then = at(store, MEETING);
        later = at(store, LATER);
    }

    @Test
    void theTreeReadBackHasAllUnitsOfTheDay() {
        assertThat(then.tree().versions().filter(d -> d.isInForce(MEETING))).hasSize(28_540);
    }

    @Test
    void aRecodedTownIsFoundUnderItsOldCodeAndContinuesUnderTheNewOne() {
        assertThat(then.current(SONGKOU_BEFORE))
                .get()
                .extracting(Division::code)
                .isEqualTo(SONGKOU_BEFORE);
        assertThat(later.current(SONGKOU_BEFORE))
                .get()
                .extracting(Division::code)
                .isEqualTo(SONGKOU);
        assertThat(later.find(SONGKOU_BEFORE, LATER)).isEmpty();
        assertThat(later.findEver(SONGKOU_BEFORE))
                .get()
                .extracting(Division::name)
                .isEqualTo("松口镇");
        assertThat(later.find(SONGKOU_BEFORE, MEETING)).isPresent();
    }

    @Test
    void aUnitRemovedWithoutSuccessorStandsForNothing() {
        assertThat(later.current(WAISHA_TOWN)).isEmpty();
        assertThat(later.findEver(WAISHA_TOWN)).isPresent();
    }

    @Test
    void aRenamedTownHasTheNameOfTheDay() {
        var meilu = code(440883001000L);
        assertThat(then.find(meilu, LocalDate.of(2020, 6, 29)))
                .get()
                .extracting(Division::name)
                .isEqualTo("梅录街道");
        assertThat(then.find(meilu, LocalDate.of(2020, 6, 30)))
                .get()
                .extracting(Division::name)
                .isEqualTo("梅菉街道");
        assertThat(then.history(meilu)).hasSize(2);
    }

    @Test
    void thePathOfADongguanTownSkipsTheCounty() {
        var town = then.children(code(441900000000L), MEETING).getFirst();
        assertThat(then.path(town.code(), MEETING))
                .extracting(Division::level)
                .containsExactly(Level.PROVINCE, Level.CITY, Level.TOWN);
        assertThat(then.childLevel(code(441900000000L))).isEqualTo(Level.TOWN);
        assertThat(then.childLevel(code(440100000000L))).isEqualTo(Level.COUNTY);
    }

    @ParameterizedTest
    @CsvSource({
        "441900121036,441900000000",
        "442000100000,442000000000",
        "440103001001,440103000000",
        "440103000000,440103000000",
        "440100000000,440100000000"
    })
    void theLowestBureauAboveATownIsTheCountyOrItsCity(long code, long bureau) {
        assertThat(Divisions.lowestBureauAboveTown(code(code))).isEqualTo(code(bureau));
    }

    @ParameterizedTest
    @CsvSource({
        "441900000000,true",
        "442000000000,true",
        "440100000000,false",
        "441200000000,false",
        "440103000000,false",
        "441900003000,false",
        "440000000000,false"
    })
    void onlyDongguanAndZhongshanAreCitiesWithoutCounties(long code, boolean countyless) {
        assertThat(then.isCountyless(code(code))).isEqualTo(countyless);
    }

    @ParameterizedTest
    @CsvSource({"番禺,番禺区", "pyq,番禺区", "440113,番禺区", "440113000000,番禺区", "梅录街道,梅菉街道"})
    void aSearchFindsByNameInitialsCodeAndOldName(String typed, String name) {
        assertThat(then.search(typed, null, 5))
                .extracting(hit -> hit.unit().name())
                .contains(name);
    }

    @Test
    void aSearchByAnOldNameOrCodeSaysSoAndAnswersTheUnitOfToday() {
        var byName = then.search("梅录街道", null, 5).getFirst();
        assertThat(byName.by()).isNotNull().extracting(Division::name).isEqualTo("梅录街道");
        var byCode = later.search(SONGKOU_BEFORE.toString(), null, 5).getFirst();
        assertThat(byCode.unit().code()).isEqualTo(SONGKOU);
        assertThat(byCode.path()).extracting(Division::name).containsExactly("广东省", "梅州市", "梅县区", "松口镇");
    }

    @Test
    void aSearchKeepsToItsLevelAndLimit() {
        assertThat(then.search("新", Level.TOWN, 7))
                .hasSize(7)
                .allMatch(hit -> hit.unit().level() == Level.TOWN);
        assertThat(then.search("  ", null, 7)).isEmpty();
    }

    @Test
    void theFullNameIsThePathInOneWord() {
        assertThat(then.fullName(code(440113000000L))).isEqualTo("广东省广州市番禺区");
    }

    private static Divisions at(DivisionStore store, LocalDate day) {
        var zone = ZoneId.of("Asia/Shanghai");
        return new Divisions(store, Clock.fixed(day.atTime(9, 0).atZone(zone).toInstant(), zone));
    }

    private static DivisionCode code(long value) {
        return new DivisionCode(value);
    }
}

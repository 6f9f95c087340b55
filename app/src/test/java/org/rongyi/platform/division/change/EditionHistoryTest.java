package org.rongyi.platform.division.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.rongyi.platform.division.ChangeKind;
import org.rongyi.platform.division.Division;
import org.rongyi.platform.division.Succession;
import org.rongyi.platform.division.change.EditionFiles.Difference;
import org.rongyi.platform.division.change.EditionFiles.Edition;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;

class EditionHistoryTest {

    private static final EditionHistory HISTORY =
            EditionHistory.of(EditionFiles.unitsOf2020(), EditionFiles.differences());

    @ParameterizedTest
    @CsvSource({"OF_2019,28496", "OF_2020,28540", "OF_2021,28639", "OF_2022,28700", "OF_2023,28743"})
    void everyEditionHasItsNumberOfUnits(Edition edition, int units) {
        assertThat(inForce(edition.closedOn())).hasSize(units);
    }

    @Test
    void theEditionOf2020IsTheBaseFileExactly() {
        var stated = EditionFiles.unitsOf2020().stream().collect(Collectors.toMap(Unit::code, u -> u));
        var derived = inForce(Edition.OF_2020.closedOn()).values().stream()
                .map(d -> new Unit(d.code(), d.name(), d.parent()))
                .collect(Collectors.toMap(Unit::code, u -> u));
        assertThat(stated).hasSize(28_540);
        assertThat(derived).isEqualTo(stated);
    }

    @ParameterizedTest
    @EnumSource(Edition.class)
    void everyUnitHasAParentInForceThatEnclosesIt(Edition edition) {
        var units = inForce(edition.closedOn());
        assertThat(units.values()).allSatisfy(unit -> {
            if (unit.parent() == null) {
                assertThat(unit.level()).isEqualTo(Level.PROVINCE);
            } else {
                assertThat(units).containsKey(unit.parent());
                assertThat(unit.parent().contains(unit.code())).isTrue();
                assertThat(unit.parent().level().isAbove(unit.level())).isTrue();
            }
        });
    }

    @Test
    void noTwoVersionsOfACodeOverlap() {
        var byCode = HISTORY.versions().stream().collect(Collectors.groupingBy(Division::code));
        assertThat(byCode.values()).allSatisfy(versions -> {
            var ordered = versions.stream()
                    .sorted(Comparator.comparing(Division::validFrom))
                    .toList();
            for (int i = 1; i < ordered.size(); i++) {
                assertThat(ordered.get(i - 1).validTo())
                        .isNotNull()
                        .isBeforeOrEqualTo(ordered.get(i).validFrom());
            }
        });
    }

    @Test
    void onlyDongguanAndZhongshanHaveTownsBelowTheCity() {
        var cities = HISTORY.versions().stream()
                .filter(d -> d.level() == Level.TOWN && d.parent() != null)
                .map(Division::parent)
                .filter(parent -> parent != null && parent.level() == Level.CITY)
                .distinct();
        assertThat(cities).extracting(DivisionCode::value).containsExactlyInAnyOrder(441900000000L, 442000000000L);
    }

    @Test
    void everyLineOfTheFileBecomesAChangeAndEveryRecodeASuccession() {
        var kinds = HISTORY.changes().stream().collect(Collectors.groupingBy(c -> c.kind(), Collectors.counting()));
        assertThat(kinds)
                .isEqualTo(Map.of(
                        ChangeKind.RENAMED, 4392L,
                        ChangeKind.RECODED, 1391L,
                        ChangeKind.ADDED, 822L,
                        ChangeKind.REMOVED, 575L));
        assertThat(HISTORY.successions()).hasSize(1391).allMatch(Succession::main);
    }

    @Test
    void everyRemovalIsAQuestionAndASuggestionIsNoSuccession() {
        assertThat(HISTORY.questions()).hasSize(575);
        assertThat(HISTORY.questions()).anyMatch(q -> q.suggestion() != null);
        var removed = HISTORY.questions().stream().map(RemovalQuestion::code).collect(Collectors.toSet());
        assertThat(HISTORY.successions()).noneMatch(s -> removed.contains(s.from()));
    }

    @Test
    void aTownThatBecameAStreetIsSuggestedForItsQuestion() {
        var question = HISTORY.questions().stream()
                .filter(q -> q.name().equals("外砂镇"))
                .findFirst()
                .orElseThrow();
        assertThat(question.suggestion()).isEqualTo(new DivisionCode(440507009000L));
    }

    @Test
    void noCodeIsEverUsedAgainForAnotherUnit() {
        var starts = HISTORY.changes().stream()
                .filter(c -> c.kind() == ChangeKind.ADDED || c.kind() == ChangeKind.RECODED)
                .map(c -> c.after() == null ? null : c.after().code())
                .toList();
        var firstState = inForce(Edition.OF_2019.closedOn()).keySet();
        assertThat(starts).doesNotHaveDuplicates().noneMatch(firstState::contains);
    }

    @Test
    void theFilesHoldNothingThatCopyWouldHaveToEscape() {
        assertThat(HISTORY.versions()).noneMatch(d -> d.name().matches(".*[\\t\\n\\r\\\\].*"));
    }

    @Test
    void aDifferenceThatDoesNotFitTheEditionIsAnError() {
        var province = new Unit(new DivisionCode(440000000000L), "广东省", null);
        var stranger = new Unit(new DivisionCode(440100000000L), "广州市", province.code());
        var ended = new Difference(Edition.OF_2021, ChangeKind.REMOVED, stranger, null);
        assertThatThrownBy(() -> EditionHistory.of(List.of(province), List.of(ended)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not the one in force");
    }

    private static Map<DivisionCode, Division> inForce(LocalDate day) {
        return HISTORY.versions().stream()
                .filter(d -> d.isInForce(day))
                .collect(Collectors.toMap(Division::code, d -> d));
    }
}

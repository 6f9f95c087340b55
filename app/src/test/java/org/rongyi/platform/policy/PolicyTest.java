package org.rongyi.platform.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongyi.platform.kernel.DivisionCode;

@DisplayName("政策参数：按办事那一天取值，有文件、有条款、有可靠程度")
class PolicyTest {

    private static final LocalDate DAY = LocalDate.of(2021, 6, 23);

    private final PolicyState shipped = PolicyState.shipped();
    private final Policy policy = new Policy(() -> shipped);

    @ParameterizedTest(name = "{0} 在 {1} 是 {2}")
    @CsvSource({
        "visit.contact.months.key, 2021-06-23, 3",
        "visit.first.days, 2021-06-23, 30",
        "placement.score.year.further, 2018-08-31, 5",
        "placement.score.year.further, 2018-09-01, 4",
        "placement.score.peace.third, 2018-08-31, 3",
        "placement.score.peace.third, 2022-11-30, 10",
        "placement.score.disabled.war.5, 2021-06-23, 50",
        "placement.score.disabled.duty.10, 2021-06-23, 2",
        "placement.complete.months, 2021-06-23, 6",
        "placement.duty.days, 2024-09-01, 30",
        "relief.emergency.most, 2021-09-30, 100000",
        "relief.emergency.most, 2021-10-01, 100000",
        "relief.hardship.bar.years, 2021-03-04, 2",
        "employment.hire.yuan, 2021-06-23, 10000",
        "employment.tax.household.yuan, 2022-12-31, 14400",
        "employment.tax.household.yuan, 2023-01-01, 24000",
        "training.adaptive.yuan, 2021-06-23, 1000",
        "honour.card.review.days, 2021-11-15, 30",
        "fund.licence.years, 2024-09-04, 2",
        "fund.licence.years, 2024-09-05, 1",
        "volunteer.star.5.hours, 2021-06-23, 1500",
        "approval.rating.days, 2021-06-23, 7"
    })
    void theValueOfTheDay(String id, LocalDate day, int value) {
        assertThat(policy.number(id, day)).isEqualTo(value);
    }

    @Test
    @DisplayName("办法只写到季节的，从哪一天算起是系统默认的；写到日子的不是")
    void aSeasonIsNoDay() {
        var years = policy.get("placement.score.year.first");
        assertThat(years.on(LocalDate.of(2018, 8, 31)).daysProposed()).isTrue();
        assertThat(years.on(LocalDate.of(2018, 9, 1)).daysProposed()).isTrue();
        assertThat(years.on(LocalDate.of(2018, 9, 1)).source().isProposed()).isFalse();
        assertThat(policy.get("visit.first.days").values()).noneMatch(Parameter.Value::daysProposed);
    }

    @ParameterizedTest(name = "{0} 在 {1} 没有取值")
    @CsvSource({
        "relief.emergency.most, 2019-09-30",
        "relief.hardship.bar.years, 2021-03-03",
        "placement.score.year.first, 2022-12-01",
        "placement.duty.months, 2024-09-01",
        "employment.tax.months, 2028-01-01"
    })
    void beforeItsFirstDayAndAfterItsLastThereIsNone(String id, LocalDate day) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy.number(id, day))
                .withMessageContaining(id)
                .withMessageContaining(day.toString());
    }

    @Test
    @DisplayName("租金补贴：珠三角九市 6000 元，其他 4000 元；镇街、村社区随所在的市")
    void aValueMayHoldInSomePlacesOnly() {
        assertThat(rent(440600000000L)).isEqualByComparingTo("6000");
        assertThat(rent(440604010000L)).isEqualByComparingTo("6000");
        assertThat(rent(441223100201L)).isEqualByComparingTo("6000");
        assertThat(rent(445202101000L)).isEqualByComparingTo("4000");
        assertThat(policy.number("employment.rent.yuan", DAY)).isEqualTo(4000);
        assertThatIllegalArgumentException().isThrownBy(() -> policy.number("placement.wage.lowest", DAY));
        assertThat(policy.amount("placement.wage.lowest", DAY, new DivisionCode(440103000000L)))
                .isEqualByComparingTo("2100");
    }

    @Test
    @DisplayName("写了文件的，写明条款；没有见到条号的，写“未见条号”，不编")
    void everyDocumentNamesItsArticle() {
        var without = new ArrayList<String>();
        for (var parameter : policy.parameters()) {
            parameter.values().stream()
                    .filter(value -> isSilent(value.source()))
                    .forEach(value -> without.add(parameter.id() + " " + value.from()));
        }
        policy.lists().stream().filter(list -> isSilent(list.source())).forEach(list -> without.add(list.id()));
        assertThat(without).isEmpty();
        assertThat(policy.get("relief.hardship.bar.years").on(DAY).source().inWords())
                .isEqualTo("广东省困难退役军人帮扶援助办法 第十二条");
        assertThat(policy.get("fund.licence.years").on(DAY).source().inWords()).isEqualTo("慈善法（2016）（未见条号）");
    }

    private static boolean isSilent(Source source) {
        return !source.isProposed()
                && (source.article() == null || source.article().isBlank());
    }

    @Test
    @DisplayName("小数照文件写的，不走样")
    void decimalsAreExact() {
        assertThat(policy.get("placement.score.hard.1").on(DAY).number()).isEqualTo(new BigDecimal("0.05"));
        assertThat(policy.get("placement.score.hard.6").on(DAY).numberInWords()).isEqualTo("0.3");
        assertThatThrownBy(() -> policy.number("placement.score.hard.1", DAY)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    @DisplayName("每一项都说得出依据；没有依据的，只能是系统默认")
    void everyValueHasItsSource() {
        assertThat(policy.parameters()).hasSizeGreaterThan(120);
        for (var parameter : policy.parameters()) {
            for (var value : parameter.values()) {
                sourced(parameter.id(), value.source());
                assertThat(value.to() == null || value.to().isAfter(value.from()))
                        .as(parameter.id())
                        .isTrue();
            }
        }
        assertThat(policy.lists()).hasSizeGreaterThan(14);
        for (var list : policy.lists()) {
            sourced(list.id(), list.source());
            for (var first : list.entries()) {
                assertThat(list.entries().stream()
                                .filter(choice -> choice.isInForce(first.from()))
                                .map(choice -> choice.code() + choice.places()))
                        .as(list.id() + " " + first.from())
                        .doesNotHaveDuplicates();
            }
            list.entries().forEach(choice -> sourced(list.id() + " " + choice.code(), choice.source()));
        }
        assertThat(policy.isProposed(DAY, "visit.contact.months.key", "visit.visit.months.key"))
                .isFalse();
        assertThat(policy.isProposed(DAY, "visit.contact.months.key", "visit.first.days"))
                .isTrue();
    }

    private static void sourced(String id, Source source) {
        assertThat(source.document()).as(id).isNotBlank();
        assertThat(source.isProposed()).as(id).isEqualTo(source.document().equals("系统默认，待业务确认"));
    }

    @Test
    @DisplayName("名录按日取条目，旧条目仍有名字")
    void listsAreDatedToo() {
        assertThat(policy.choices("placement.waiting", DAY))
                .extracting(Choice::code)
                .containsExactly("LIVING");
        assertThat(policy.choices("placement.waiting", LocalDate.of(2024, 9, 1)))
                .extracting(Choice::code)
                .containsExactly("WAGE");
        assertThat(policy.label("placement.waiting", "LIVING")).isEqualTo("当地最低生活水平");
        assertThat(policy.choices("visit.kind", DAY)).hasSize(5);
    }

    @ParameterizedTest
    @DisplayName("写坏的文件一读就说出哪里坏")
    @ValueSource(
            strings = {
                "parameters: []",
                "room: 甲\nparameters:\n  - {id: a, zh: 甲, unit: 天, values: []}",
                "room: 甲\nparameters:\n  - {id: a, zh: 甲, unit: 天, values: [{from: '2021-01-01', value: 1}]}",
                "room: 甲\nparameters:\n  - {id: a, zh: 甲, unit: 天, values: [{from: '2021-01-01', value: x, document: 乙, certainty: S-A}]}",
                "room: 甲\nparameters:\n  - {id: a, zh: 甲, unit: 天, values: [{from: '2021-13-01', value: 1, document: 乙, certainty: S-A}]}",
                "room: 甲\nparameters:\n  - {id: a, zh: 甲, unit: 天, values: [{from: '2021-01-01', value: 1, document: 乙, certainty: S-Z}]}"
            })
    void aMalformedFileIsRefused(String yaml) {
        var in = new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> PolicyFile.read("坏.yaml", in)).isInstanceOf(RuntimeException.class);
    }

    @Test
    @DisplayName("再加一个取值：从它那一天起变，以前不变，原来的规则也不变")
    void oneValueMore() {
        var from = LocalDate.of(2027, 1, 1);
        var source = new Source("粤退役军人发〔2026〕9 号", "第三条", Certainty.DECIDED);
        var changed = policy.asIf(
                "visit.first.days", new Parameter.Value(from, null, BigDecimal.valueOf(15), source, List.of()));
        assertThat(changed.number("visit.first.days", from.minusDays(1))).isEqualTo(30);
        assertThat(changed.number("visit.first.days", from)).isEqualTo(15);
        assertThat(changed.isProposed(from, "visit.first.days")).isFalse();
        assertThat(policy.number("visit.first.days", from)).isEqualTo(30);
    }

    private BigDecimal rent(long code) {
        return policy.amount("employment.rent.yuan", DAY, new DivisionCode(code));
    }
}

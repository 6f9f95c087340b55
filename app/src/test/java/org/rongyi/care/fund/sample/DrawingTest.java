package org.rongyi.care.fund.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("抽样：抽多少照教科书公式，抽谁由种子定，没问到的不算相符")
class DrawingTest {

    @Test
    @DisplayName("正态分位数：90%、95%、99% 是 1.645、1.960、2.576")
    void theQuantiles() {
        assertThat(Drawing.z(90)).isCloseTo(1.6449, within(0.0001));
        assertThat(Drawing.z(95)).isCloseTo(1.9600, within(0.0001));
        assertThat(Drawing.z(99)).isCloseTo(2.5758, within(0.0001));
    }

    @Test
    @DisplayName("95%、±5%：无限总体 385，100 抽 80，1000 抽 278，10000 抽 370；总体小就全抽")
    void theTextbooksTable() {
        assertThat(Drawing.size(10_000_000, 95, 5)).isEqualTo(385);
        assertThat(Drawing.size(10_000, 95, 5)).isEqualTo(370);
        assertThat(Drawing.size(1_000, 95, 5)).isEqualTo(278);
        assertThat(Drawing.size(100, 95, 5)).isEqualTo(80);
        assertThat(Drawing.size(1_000, 99, 5)).isEqualTo(400);
        assertThat(Drawing.size(3, 95, 5)).isEqualTo(3);
        assertThat(Drawing.size(1, 95, 5)).isEqualTo(1);
    }

    @Test
    @DisplayName("同一个种子抽出同一批，名单换了次序也一样；换了种子就不同")
    void theSeedDecides() {
        var population = population(400, 200, 100);
        var first = Drawing.draw(population, 248, "seed");
        var shuffled = new ArrayList<>(population);
        Collections.shuffle(shuffled, new Random(1));
        assertThat(Drawing.draw(shuffled, 248, "seed")).isEqualTo(first);
        assertThat(Drawing.draw(population, 248, "other")).isNotEqualTo(first);
        assertThat(Drawing.digest(shuffled)).isEqualTo(Drawing.digest(population));
    }

    @Test
    @DisplayName("各层按比例，合计不多不少；小层至少一户；任何大小都成立")
    void strataInProportion() {
        var population = population(400, 200, 100);
        var drawn = Drawing.draw(population, 70, "seed");
        assertThat(perStratum(population, drawn)).containsExactly(40L, 20L, 10L);
        assertThat(perStratum(population(997, 2, 1), Drawing.draw(population(997, 2, 1), 10, "x")))
                .containsExactly(8L, 1L, 1L);
        var random = new Random(7);
        for (int i = 0; i < 300; i++) {
            var some = population(1 + random.nextInt(40), 1 + random.nextInt(9), 1 + random.nextInt(3));
            int size = 1 + random.nextInt(some.size());
            assertThat(Drawing.draw(some, size, "s" + i)).hasSize(size);
        }
    }

    @Test
    @DisplayName("每一户抽中的机会一样多")
    void everybodyHasTheSameChance() {
        var population = population(50, 0, 0);
        var times = new int[50];
        for (int i = 0; i < 2_000; i++) {
            var drawn = Drawing.draw(population, 10, "seed" + i);
            for (int j = 0; j < 50; j++) {
                times[j] += drawn.contains(population.get(j).id()) ? 1 : 0;
            }
        }
        assertThat(Arrays.stream(times).boxed())
                .allSatisfy(many -> assertThat(many).isBetween(300, 500)); // 400 ± 5.6 standard deviations
    }

    @Test
    @DisplayName("Wilson 区间：问到 100 户相符 95 户，88.8%—97.8%；全相符也不说十足把握")
    void wilsonsInterval() {
        var rate = Rate.of(95, 100, 100, 95);
        assertThat(rate.low()).isCloseTo(0.8882, within(0.0005));
        assertThat(rate.high()).isCloseTo(0.9785, within(0.0005));
        var all = Rate.of(10, 10, 10, 95);
        assertThat(all.low()).isCloseTo(0.7225, within(0.0005));
        assertThat(all.high()).isCloseTo(1, within(1e-9));
    }

    @Test
    @DisplayName("抽 10 户问到 8 户、相符 8 户：相符率只说问到的，另写全算不符的 80%")
    void whoWasNotReachedIsCountedHonestly() {
        var rate = Rate.of(8, 8, 10, 95);
        assertThat(rate.rate()).isEqualTo(1);
        assertThat(rate.worst()).isCloseTo(0.8, within(1e-9));
        assertThat(rate.best()).isCloseTo(1, within(1e-9));
        assertThat(Rate.of(0, 0, 10, 95).words()).isEqualTo("还没有问到");
    }

    private static List<Long> perStratum(List<Drawing.Unit> population, Set<UUID> drawn) {
        return List.of("A", "B", "C").stream()
                .map(stratum -> population.stream()
                        .filter(unit -> unit.stratum().equals(stratum) && drawn.contains(unit.id()))
                        .count())
                .collect(Collectors.toList());
    }

    /** The same each time: ids by their place. */
    private static List<Drawing.Unit> population(int a, int b, int c) {
        var units = new ArrayList<Drawing.Unit>();
        var seen = new HashSet<UUID>();
        for (int i = 0; i < a + b + c; i++) {
            var id = new UUID(i + 1L, i * 31L);
            assertThat(seen.add(id)).isTrue();
            units.add(new Drawing.Unit(id, i < a ? "A" : i < a + b ? "B" : "C"));
        }
        return units;
    }
}

package org.rongyi.platform.approval.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.platform.approval.OtherRaised;

@DisplayName("督办清单里办件以外的：二十行一页，一页一页翻到底，不重不漏")
class BesideTest {

    @Test
    @DisplayName("四十五行三页；页数写大了停在最后一页；整整二十行没有第二页；一行没有也不出错")
    void everyLineStandsOnExactlyOnePage() {
        var all = lines(45);
        var seen = new ArrayList<OtherRaised.Line>();
        for (int page = 0; page < 3; page++) {
            seen.addAll(TasksPage.Beside.of(all, page).lines());
        }
        assertThat(seen).isEqualTo(all);
        assertThat(TasksPage.Beside.of(all, 0).first()).isNull();
        assertThat(TasksPage.Beside.of(all, 1).next()).endsWith("beside=2");
        assertThat(TasksPage.Beside.of(all, 2).next()).isNull();
        assertThat(TasksPage.Beside.of(all, 99).lines()).hasSize(5);
        assertThat(TasksPage.Beside.of(all, -1).lines()).hasSize(20);
        assertThat(TasksPage.Beside.of(lines(20), 1).lines()).hasSize(20);
        assertThat(TasksPage.Beside.of(lines(20), 0).next()).isNull();
        assertThat(TasksPage.Beside.of(List.of(), 3).lines()).isEmpty();
    }

    private static List<OtherRaised.Line> lines(int many) {
        return IntStream.range(0, many)
                .mapToObj(n -> new OtherRaised.Line("没有办的 " + n, "某局", LocalDate.of(2026, 1, 1), "/x/" + n))
                .toList();
    }
}

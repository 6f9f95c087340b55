package org.rongyi.platform.documents.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.platform.documents.sheet.Conditions;
import org.rongyi.platform.documents.sheet.Heading;
import org.rongyi.platform.documents.sheet.ListDownload;
import org.rongyi.platform.kernel.Actor;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

@DisplayName("打印台账：整份清单，不是屏幕上的一页；太长的说明并给出导出")
class PrintedListTest {

    private static final Heading HEADING =
            new Heading("需求台账", List.of("东门村需求台账", "填表单位：东门村　填表人：张三"), List.of("日期", "姓名", "金额"));

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/needs/print");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @BeforeEach
    void asked() {
        request.setQueryString("kind=JOB");
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }

    @AfterEach
    void answered() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    @DisplayName("行数以内的全部在纸上；筛选写在上面，填表人由页眉写")
    void allRowsStandOnPaper() {
        var heading = HEADING.under(new Conditions()
                .and("从", LocalDate.of(2026, 1, 2))
                .and("类别", "")
                .and("查找", null)
                .when(true, "已撤回的")
                .when(false, "有效的"));
        print(heading, PrintedListPage.MOST_ROWS);
        var page = page();
        assertThat(page.rows()).hasSize(PrintedListPage.MOST_ROWS);
        assertThat(page.tooLong()).isFalse();
        assertThat(page.title()).isEqualTo("东门村需求台账");
        assertThat(page.lines()).containsExactly("筛选：从 2026年1月2日，已撤回的");
        assertThat(page.crumbs().getFirst().path()).isEqualTo("/needs?kind=JOB");
        assertThat(response.getContentType()).isNull();
    }

    @Test
    @DisplayName("多一行就不排：纸上不会悄悄少了后面的")
    void oneRowTooManyIsSaid() {
        print(HEADING, PrintedListPage.MOST_ROWS + 1);
        var page = page();
        assertThat(page.tooLong()).isTrue();
        assertThat(page.rows()).isEmpty();
        assertThat(page.export()).isEqualTo("/needs/export.xlsx?kind=JOB");
        assertThat(page.many()).isEqualTo("超过 2,000 行");
    }

    @Test
    @DisplayName("太长的，不能导出的人不请他导出，请他按这份清单有的条件缩小范围")
    void aVisitorIsNotSentToTheFile() {
        print(HEADING, PrintedListPage.MOST_ROWS + 1);
        assertThat(page().shorter()).contains("请导出 Excel");
        request.setAttribute(Actor.class.getName(), new Actor.Visitor());
        print(HEADING, PrintedListPage.MOST_ROWS + 1);
        assertThat(page().mayExport()).isFalse();
        assertThat(page().shorter()).contains("一页一页看", "有筛选条件的，缩小范围").doesNotContain("导出", "地区");
    }

    @Test
    @DisplayName("没有筛选的，回到给出它的那一页；太长的不说按筛选条件缩小范围")
    void whatHasNoFilterNamesNone() {
        var whole = new Heading("名册", List.of("名册"), List.of("日期", "姓名", "金额"), "/hall");
        print(whole.under(new Conditions().and("情况", "交了")), PrintedListPage.MOST_ROWS + 1);
        assertThat(page().crumbs().getFirst().path()).isEqualTo("/hall");
        assertThat(page().shorter()).contains("请导出 Excel").doesNotContain("筛选");
    }

    @Test
    @DisplayName("原来的地址仍是 Excel")
    void theFileStaysAFile() {
        request.setRequestURI("/needs/export.xlsx");
        print(HEADING, 1);
        assertThat(response.getContentType()).contains("spreadsheetml");
        assertThat(Arrays.copyOf(response.getContentAsByteArray(), 2)).isEqualTo(new byte[] {'P', 'K'});
    }

    private void print(Heading heading, int rows) {
        ListDownload.send(
                response,
                heading,
                row -> IntStream.range(0, rows).forEach(n -> row.of(Arrays.asList(LocalDate.EPOCH, "某人" + n, null))));
    }

    private PrintedListPage page() {
        return (PrintedListPage) Objects.requireNonNull(request.getAttribute(PrintedLists.class.getName()));
    }
}

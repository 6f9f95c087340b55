package org.rongyi.platform.documents.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Money;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

@DisplayName("整份清单：一页一页读到底，一行不少、一行不重，金额是数")
class WholeListTest {

    private static final int ROWS = 45;
    private static final int PAGE = 20;

    @TempDir
    private Path folder;

    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final List<String> asked = new ArrayList<>();

    /** 账 of fen, from some row on. */
    private record Part(List<Integer> rows, @Nullable String next) implements Listed<Integer> {

        @Override
        public String title() {
            return "账";
        }

        @Override
        public String list() {
            return "/books?state=OPEN";
        }

        @Override
        public List<String> headers() {
            return List.of("号", "金额（元）");
        }

        @Override
        public List<? extends @Nullable Object> cells(Integer row) {
            return List.of("第 " + row, new Money(row));
        }
    }

    private Part from(String after) {
        asked.add(after);
        int first = after.isEmpty() ? 1 : Integer.parseInt(after) + 1;
        int last = Math.min(ROWS, first + PAGE - 1);
        return new Part(
                IntStream.rangeClosed(first, last).boxed().toList(), last == ROWS ? null : Integer.toString(last));
    }

    @AfterEach
    void answered() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void everyPageIsReadOnce() throws IOException {
        RequestContextHolder.setRequestAttributes(
                new ServletRequestAttributes(new MockHttpServletRequest("GET", "/books/export.xlsx")));
        WholeList.send(new Actor.Visitor(), response, LocalDate.of(2026, 5, 4), this::from);
        assertThat(asked).containsExactly("", "20", "40");
        assertThat(sent()).hasSize(ROWS).doesNotHaveDuplicates().endsWith(List.of("第 45", "0.45"));
    }

    @Test
    void aLongListIsReadByOneStatement() throws IOException {
        RequestContextHolder.setRequestAttributes(
                new ServletRequestAttributes(new MockHttpServletRequest("GET", "/books/export.xlsx")));
        WholeList.<Integer>send(
                new Actor.Visitor(),
                response,
                LocalDate.of(2026, 5, 4),
                from(""),
                to -> IntStream.rangeClosed(1, ROWS).forEach(to::accept));
        assertThat(asked).containsExactly("");
        assertThat(sent()).hasSize(ROWS).startsWith(List.of("第 1", "0.01")).endsWith(List.of("第 45", "0.45"));
    }

    private List<List<String>> sent() throws IOException {
        var read = new ArrayList<List<String>>();
        var file = Files.write(folder.resolve("账.xlsx"), response.getContentAsByteArray());
        SheetReader.read(file, new SheetReader.RowSink() {
            @Override
            public boolean isHeader(List<String> titles) {
                return titles.contains("号");
            }

            @Override
            public boolean header(List<String> titles) {
                return true;
            }

            @Override
            public boolean row(Row row) {
                return read.add(row.texts());
            }
        });
        return read;
    }

    @Test
    void theAddressesFollowTheFilter() {
        assertThat(from("").export()).isEqualTo("/books/export.xlsx?state=OPEN");
        assertThat(from("").nextPath()).isEqualTo("/books?state=OPEN&after=20");
        assertThat(from("40").nextPath()).isNull();
    }
}

package org.rongyi.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("翻页：从哪条记录之后接着看")
class CursorTest {

    private static final UUID ID = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");

    @Test
    @DisplayName("写进地址的，读回来一样；键里有下划线也不错")
    void whatIsWrittenIsRead() {
        var day = new Cursor<>(LocalDate.of(2021, 5, 20), ID);
        assertThat(Cursor.parse(day.toString(), LocalDate::parse)).isEqualTo(day);
        var words = new Cursor<>("第_一_组", ID);
        assertThat(Cursor.parse(words.toString(), text -> text)).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "_",
                "2021-05-20",
                "2021-13-01_01890a5d-ac96-774b-bcce-b302099a8057",
                "_01890a5d-ac96-774b-bcce-b302099a8057",
                "2021-05-20_01890a5d-ac96-774b-bcce-b302099a805",
                "2021-05-20_zzzzzzzz-ac96-774b-bcce-b302099a8057"
            })
    @DisplayName("改坏的地址从第一页看起")
    void aMangledAddressBeginsAtTheFirstPage(String text) {
        assertThat(Cursor.parse(text, LocalDate::parse)).isNull();
    }

    @Test
    @DisplayName("多读一条，才知道有没有下一页")
    void oneRowMoreTellsOfANextPage() {
        assertThat(slice(List.of("a", "b")).next()).isNull();
        var cut = slice(List.of("a", "b", "c"));
        assertThat(cut.rows()).containsExactly("a", "b");
        assertThat(cut.next()).isEqualTo("b_" + ID);
    }

    private static Slice<String> slice(List<String> read) {
        return Slice.of(read, 2, row -> new Cursor<>(row, ID));
    }
}

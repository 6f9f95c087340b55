package org.rongyi.career.campaign.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongyi.platform.kernel.Cursor;

@DisplayName("按得分翻页的地址：写错的、想捣乱的，都从第一页看起")
class ScoreKeyTest {

    private static final UUID ID = new UUID(1, 2);

    @ParameterizedTest
    @ValueSource(strings = {"1E-500000000_甲", "1E+200000_甲", "-99999999999_甲", "_甲", "-88.5", "abc_甲", "NaN_甲", ""})
    void whatIsNoScoreIsTheFirstPage(String key) {
        assertThat(Cursor.parse(key + "_" + ID, ScoreList.Key::parse)).isNull();
    }

    @Test
    @DisplayName("名字里有下划线的也认得")
    void whatWasWrittenIsRead() {
        var cursor = new Cursor<>(new ScoreList.Key(new BigDecimal("-88.50"), "阿_依"), ID);
        assertThat(Cursor.parse(cursor.toString(), ScoreList.Key::parse)).isEqualTo(cursor);
    }
}

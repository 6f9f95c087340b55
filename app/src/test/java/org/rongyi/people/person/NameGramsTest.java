package org.rongyi.people.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("找人：一个字、相邻两个字、拼音首字母打头的两个以上")
class NameGramsTest {

    @Test
    @DisplayName("张三丰：张、三丰、zs、zsf 都找得到，只打 z 不找")
    void aNameIsFoundByItsBeginning() {
        assertThat(People.NameGrams.of("张三丰")).containsExactlyInAnyOrder("张", "三", "丰", "张三", "三丰", ":zs", ":zsf");
    }

    @Test
    @DisplayName("两个字的名字，首字母就是这两个")
    void aShortNameHasOneSetOfInitials() {
        assertThat(People.NameGrams.of("李强")).containsExactlyInAnyOrder("李", "强", "李强", ":lq");
    }
}

package org.rongyi.platform.division;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinyinTest {

    @ParameterizedTest
    @CsvSource({
        "广州市,gzs",
        "番禺区,pyq",
        "大埔县,dbx",
        "东莞市,dgs",
        "长安镇,caz",
        "塘㙍镇,tdz",
        "增城区,zcq",
        "乐昌市,lcs",
        "和平(新)村,hpxc",
        "三溪2号,sx2h"
    })
    void aPlaceIsKnownByTheFirstLettersOfItsReading(String name, String initials) {
        assertThat(Pinyin.ofPlace(name)).isEqualTo(initials);
    }

    @ParameterizedTest
    @CsvSource({"曾国强,zgq", "单田芳,stf", "解晓东,xxd", "仇英,qy", "张三,zs", "区志明,ozm", "朴正,pz"})
    void aSurnameHasItsOwnReading(String name, String initials) {
        assertThat(Pinyin.ofPerson(name)).isEqualTo(initials);
    }
}

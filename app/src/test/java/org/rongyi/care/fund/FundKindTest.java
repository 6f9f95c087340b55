package org.rongyi.care.fund;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("哪种资金能用在什么上：付得了的、限定得了的、收不收捐赠")
class FundKindTest {

    @ParameterizedTest(name = "{0}，{1}：付 {2}，限定 {3}")
    @CsvSource({
        "EMERGENCY, EMERGENCY,  true,  true, 应急救助基金的收益只救急",
        "EMERGENCY, HARDSHIP,   false, false, 不用于平常的困难帮扶",
        "EMERGENCY, FESTIVAL,   false, false, 不用于慰问",
        "EMERGENCY, MANAGEMENT, false, true, 银行手续费从哪种资金里都能出",
        "CARE,      HARDSHIP,   true,  true, 关爱基金补充叠加",
        "CARE,      EMERGENCY,  true,  true, 关爱基金也可以救急",
        "CARE,      EDUCATION,  true,  true, 照捐赠人的约定",
        "BUDGET,    FESTIVAL,   true,  true, 财政专项照批复",
        "BUDGET,    START_UP,   true,  true, 财政专项照批复",
        "VOLUNTEER, VOLUNTEER,  true,  true, 志愿服务基金只用于志愿服务",
        "VOLUNTEER, HARDSHIP,   false, false, 不用于帮扶",
        "VOLUNTEER, MANAGEMENT, false, true, 管理费用单独记"
    })
    @DisplayName("资金只用在它该用的事上；用不了的，也不能限定给它")
    void whatAFundIsFor(FundKind kind, String purpose, boolean pays, boolean binds, String why) {
        assertThat(kind.paysFor(purpose)).as(why).isEqualTo(pays);
        assertThat(new Lot.Terms(purpose, null, null).suit(kind)).as(why).isEqualTo(binds);
        assertThat(Lot.Terms.FREE.suit(kind)).as("不限定的总可以").isTrue();
    }

    @ParameterizedTest(name = "{0} 收捐赠：{1}")
    @CsvSource({"EMERGENCY, false", "CARE, true", "BUDGET, false", "VOLUNTEER, true"})
    @DisplayName("背后有慈善组织的才收捐赠")
    void whoTakesGifts(FundKind kind, boolean takes) {
        assertThat(kind.takesGifts()).isEqualTo(takes);
    }
}

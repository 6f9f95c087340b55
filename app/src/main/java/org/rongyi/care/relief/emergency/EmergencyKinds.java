package org.rongyi.care.relief.emergency;

import java.util.Set;
import org.rongyi.insight.figures.FactRecount;
import org.rongyi.insight.figures.FigureKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What 应急救助 counts: 人次, 人 and 元, on the day it was paid. Each is one of 帮扶援助 as well. */
@Configuration(proxyBeanMethods = false)
class EmergencyKinds {

    private static final int ID = 21;

    static final FigureKind EMERGENCY =
            new FigureKind(ID, "emergency", "应急救助", "人次", true, "/aids?state=GRANTED&service=EMERGENCY", true);

    static final FigureKind MONEY = FigureKind.money(ID + 2, "emergency-money", "其中应急救助金额", EMERGENCY);

    /** The ids of the two kinds. */
    private static final String RECORDS = """
            select 21 as kind, e.code_now, e.paid_on as happened_on, e.person_id as person, 1 as value
            from relief.emergency e
            where e.paid_on is not null
            union all
            select 23, e.code_now, e.paid_on, null, e.granted_fen - e.back_fen
            from relief.emergency e
            where e.paid_on is not null
            """;

    @Bean
    FigureKind emergencyFigure() {
        return EMERGENCY;
    }

    @Bean
    FigureKind emergencyMoneyFigure() {
        return MONEY;
    }

    /** Counts the payments themselves, so that the night can prove the figures. */
    @Bean
    FactRecount emergencyRecount() {
        return new FactRecount() {
            @Override
            public Set<FigureKind> kinds() {
                return Set.of(EMERGENCY, MONEY);
            }

            @Override
            public String records() {
                return RECORDS;
            }
        };
    }
}

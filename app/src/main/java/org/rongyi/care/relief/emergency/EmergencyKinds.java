package org.rongyi.care.relief.emergency;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.rongyi.insight.figures.FactRecount;
import org.rongyi.insight.figures.FigureKind;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What 应急救助 counts: 人次 and 人, on the day it was paid. Each is one of 帮扶援助 as well. */
@Configuration(proxyBeanMethods = false)
class EmergencyKinds {

    private static final int ID = 21;

    static final FigureKind EMERGENCY =
            new FigureKind(ID, "emergency", "应急救助", "人次", true, "/aids?state=GRANTED&service=EMERGENCY");

    private static final String PER_VILLAGE_AND_MONTH = """
            select e.code_now, date_trunc('month', e.paid_on)::date as month, count(*) as times
            from relief.emergency e
            where e.paid_on is not null
            group by 1, 2
            """;

    private record Group(long codeNow, LocalDate month, long times) {}

    @Bean
    FigureKind emergencyFigure() {
        return EMERGENCY;
    }

    /** Counts the payments themselves, so that the night can prove the figures. */
    @Bean
    FactRecount emergencyRecount(@Qualifier("job") JdbcClient jdbc) {
        return new FactRecount() {
            @Override
            public Set<FigureKind> kinds() {
                return Set.of(EMERGENCY);
            }

            @Override
            public List<Expected> expected() {
                return jdbc.sql(PER_VILLAGE_AND_MONTH).query(Group.class).list().stream()
                        .map(group -> new Expected(
                                EMERGENCY,
                                new DivisionCode(group.codeNow()),
                                YearMonth.from(group.month()),
                                group.times()))
                        .toList();
            }
        };
    }
}

package org.rongyi.care.relief.emergency;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.rongyi.insight.figures.FactRecount;
import org.rongyi.insight.figures.FigureKind;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What 应急救助 counts: 人次, 人 and 元, on the day it was paid. Each is one of 帮扶援助 as well. */
@Configuration(proxyBeanMethods = false)
class EmergencyKinds {

    private static final int ID = 21;

    static final FigureKind EMERGENCY =
            new FigureKind(ID, "emergency", "应急救助", "人次", true, "/aids?state=GRANTED&service=EMERGENCY");

    static final FigureKind MONEY = FigureKind.money(ID + 2, "emergency-money", "其中应急救助金额", EMERGENCY);

    private static final String PER_VILLAGE_AND_MONTH = """
            select e.code_now, date_trunc('month', e.paid_on)::date as month, count(*) as times,
                sum(e.granted_fen - e.back_fen)::bigint as fen
            from relief.emergency e
            where e.paid_on is not null
            group by 1, 2
            """;

    private record Group(long codeNow, LocalDate month, long times, long fen) {}

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
    FactRecount emergencyRecount(@Qualifier("job") JdbcClient jdbc) {
        return new FactRecount() {
            @Override
            public Set<FigureKind> kinds() {
                return Set.of(EMERGENCY, MONEY);
            }

            @Override
            public List<Expected> expected() {
                return jdbc.sql(PER_VILLAGE_AND_MONTH).query(Group.class).list().stream()
                        .flatMap(group ->
                                Stream.of(one(EMERGENCY, group, group.times()), one(MONEY, group, group.fen())))
                        .toList();
            }
        };
    }

    private static FactRecount.Expected one(FigureKind kind, Group group, long value) {
        return new FactRecount.Expected(kind, new DivisionCode(group.codeNow()), YearMonth.from(group.month()), value);
    }
}

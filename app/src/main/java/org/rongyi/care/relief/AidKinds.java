package org.rongyi.care.relief;

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

/** What aid counts: 帮扶援助 in 人次 and 人, on the day it was decided; 应急救助 among it, on the day it was paid. */
@Configuration(proxyBeanMethods = false)
public class AidKinds {

    private static final int FIRST_ID = 20;

    public static final FigureKind AID = new FigureKind(FIRST_ID, "aid", "帮扶援助", "人次", true, "/aids?state=GRANTED");

    private static final String PER_VILLAGE_AND_MONTH = """
            select g.code_now, date_trunc('month', g.day)::date as month, count(*) as times
            from (select a.code_now, a.decided_on as day from relief.aid a where a.granted_modes is not null
                  union all
                  select e.code_now, e.paid_on from relief.emergency e where e.paid_on is not null) g
            group by 1, 2
            """;

    private record Group(long codeNow, LocalDate month, long times) {}

    @Bean
    FigureKind aidFigure() {
        return AID;
    }

    /** Counts the grants themselves, so that the night can prove the figures. */
    @Bean
    FactRecount aidRecount(@Qualifier("job") JdbcClient jdbc) {
        return new FactRecount() {
            @Override
            public Set<FigureKind> kinds() {
                return Set.of(AID);
            }

            @Override
            public List<Expected> expected() {
                return jdbc.sql(PER_VILLAGE_AND_MONTH).query(Group.class).list().stream()
                        .map(group -> new Expected(
                                AID, new DivisionCode(group.codeNow()), YearMonth.from(group.month()), group.times()))
                        .toList();
            }
        };
    }
}

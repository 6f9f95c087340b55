package org.rongyi.care.relief;

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

/** What aid counts: 帮扶援助 in 人次, 人 and 元, on the day it was decided; 应急救助 among it, on the day it was paid. */
@Configuration(proxyBeanMethods = false)
public class AidKinds {

    private static final int FIRST_ID = 20;

    public static final FigureKind AID = new FigureKind(FIRST_ID, "aid", "帮扶援助", "人次", true, "/aids?state=GRANTED");

    /** 其中应急救助 is inside, as it is in the 人次. */
    public static final FigureKind MONEY = FigureKind.money(FIRST_ID + 2, "aid-money", "帮扶援助金额", AID);

    private static final String PER_VILLAGE_AND_MONTH = """
            select g.code_now, date_trunc('month', g.day)::date as month, count(*) as times, sum(g.fen)::bigint as fen
            from (select a.code_now, a.decided_on as day, coalesce(a.granted_fen, 0) - a.back_fen as fen
                  from relief.aid a where a.granted_modes is not null
                  union all
                  select e.code_now, e.paid_on, e.granted_fen - e.back_fen
                  from relief.emergency e where e.paid_on is not null) g
            group by 1, 2
            """;

    private record Group(long codeNow, LocalDate month, long times, long fen) {}

    @Bean
    FigureKind aidFigure() {
        return AID;
    }

    @Bean
    FigureKind aidMoneyFigure() {
        return MONEY;
    }

    /** Counts the grants themselves, so that the night can prove the figures. */
    @Bean
    FactRecount aidRecount(@Qualifier("job") JdbcClient jdbc) {
        return new FactRecount() {
            @Override
            public Set<FigureKind> kinds() {
                return Set.of(AID, MONEY);
            }

            @Override
            public List<Expected> expected() {
                return jdbc.sql(PER_VILLAGE_AND_MONTH).query(Group.class).list().stream()
                        .flatMap(group -> Stream.of(one(AID, group, group.times()), one(MONEY, group, group.fen())))
                        .toList();
            }
        };
    }

    private static FactRecount.Expected one(FigureKind kind, Group group, long value) {
        return new FactRecount.Expected(kind, new DivisionCode(group.codeNow()), YearMonth.from(group.month()), value);
    }
}

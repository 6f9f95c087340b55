package org.rongyi.care.relief;

import java.util.Set;
import org.rongyi.insight.figures.FactRecount;
import org.rongyi.insight.figures.FigureKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What aid counts: 帮扶援助 in 人次, 人 and 元, on the day it was decided, or given first; 应急救助 among it, on the day it was paid. */
@Configuration(proxyBeanMethods = false)
public class AidKinds {

    private static final int FIRST_ID = 20;

    public static final FigureKind AID =
            new FigureKind(FIRST_ID, "aid", "帮扶援助", "人次", true, "/aids?state=GRANTED", true);

    /** 其中应急救助 is inside, as it is in the 人次. */
    public static final FigureKind MONEY = FigureKind.money(FIRST_ID + 2, "aid-money", "帮扶援助金额", AID);

    /** The ids of the two kinds. */
    private static final String RECORDS = """
            select k.kind, g.code_now, g.day as happened_on, case when k.kind = 20 then g.person_id end as person,
                case when k.kind = 20 then 1 else g.fen end as value
            from (select a.code_now, a.person_id, a.given_on as day,
                         case when a.granted_modes is not null then coalesce(a.granted_fen, 0) else a.first_fen end
                             - (a.back_fen - a.back_then_fen) as fen
                  from relief.aid a where a.given_on is not null
                  union all
                  select e.code_now, e.person_id, e.paid_on, e.granted_fen - e.back_fen
                  from relief.emergency e where e.paid_on is not null) g
            cross join (values (20), (22)) as k (kind)
            """;

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
    FactRecount aidRecount() {
        return new FactRecount() {
            @Override
            public Set<FigureKind> kinds() {
                return Set.of(AID, MONEY);
            }

            @Override
            public String records() {
                return RECORDS;
            }
        };
    }
}

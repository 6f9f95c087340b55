package org.rongyi.demo;

import java.util.List;
import java.util.Locale;
import org.rongyi.insight.figures.FigureKinds;
import org.rongyi.platform.kernel.Money;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 合计: what the province's aid comes to, read back from where it is kept: by the figures, by the cases, and by the books. The article
 * says 42.68 万人次 and 2.5 亿元, emergency grants of 5,324 万元 inside.
 */
@Component
class ProvinceSums {

    private static final String FIGURES = """
            select coalesce(sum(f.value) filter (where k.code = 'aid'), 0)::bigint as times,
                   coalesce(sum(f.value) filter (where k.code = 'aid-money'), 0)::bigint as fen,
                   coalesce(sum(f.value) filter (where k.code = 'emergency'), 0)::bigint as emergencies,
                   coalesce(sum(f.value) filter (where k.code = 'emergency-money'), 0)::bigint as emergency_fen
            from figures.fact f
            join unnest(:kinds::integer[], :codes::text[]) k (kind, code) on k.kind = f.kind
            """;

    private static final String CASES = """
            select (select count(*) from relief.aid a where a.granted_modes is not null)
                       + (select count(*) from relief.emergency e where e.paid_on is not null) as times,
                   (select coalesce(sum(a.granted_fen), 0) from relief.aid a)::bigint
                       + (select coalesce(sum(e.granted_fen), 0) from relief.emergency e where e.paid_on is not null)::bigint as fen,
                   (select count(*) from relief.emergency e where e.paid_on is not null) as emergencies,
                   (select coalesce(sum(e.granted_fen), 0) from relief.emergency e where e.paid_on is not null)::bigint
                       as emergency_fen
            """;

    private static final String BOOKS = """
            select count(*) as grants, coalesce(sum(m.amount), 0)::bigint as promised,
                   (select coalesce(sum(p.paid), 0) from fund.payment p)::bigint as paid,
                   (select coalesce(sum(l.spent), 0) from fund.lot l)::bigint as spent
            from fund.grant_made m
            """;

    private final JdbcClient jdbc;
    private final FigureKinds kinds;

    ProvinceSums(@Qualifier("job") JdbcClient jdbc, FigureKinds kinds) {
        this.jdbc = jdbc;
        this.kinds = kinds;
    }

    /**
     * 帮扶援助.
     *
     * @param times 人次, emergency grants among them
     * @param fen what they come to, emergency grants inside
     */
    record Aid(long times, long fen, long emergencies, long emergencyFen) {

        /** What the load is planned to come to. */
        static Aid planned(Province.Size size) {
            return new Aid(size.aids(), size.aidYuan() * 100L, size.emergencies(), size.emergencyYuan() * 100L);
        }

        String text() {
            return "帮扶援助 %s 人次，%s 元；其中应急救助 %s 人次，%s 元"
                    .formatted(
                            counted(times),
                            new Money(fen).text(),
                            counted(emergencies),
                            new Money(emergencyFen).text());
        }
    }

    /** 由资金付的: promised, paid, and what the sources bear of it. */
    record Books(long grants, long promised, long paid, long spent) {

        String text() {
            return "资金账：承诺 %s 笔 %s 元，已付 %s 元，来源已支出 %s 元"
                    .formatted(
                            counted(grants),
                            new Money(promised).text(),
                            new Money(paid).text(),
                            new Money(spent).text());
        }
    }

    Aid figures() {
        var all = kinds.all();
        return jdbc.sql(FIGURES)
                .param("kinds", all.stream().map(one -> one.id()).toArray(Integer[]::new))
                .param("codes", all.stream().map(one -> one.code()).toArray(String[]::new))
                .query(Aid.class)
                .single();
    }

    Aid cases() {
        return jdbc.sql(CASES).query(Aid.class).single();
    }

    Books books() {
        return jdbc.sql(BOOKS).query(Books.class).single();
    }

    /**
     * To be printed when the province is there.
     *
     * @throws IllegalStateException when figures, cases or books come to other sums than were planned
     */
    List<String> lines(Province.Size size) {
        var planned = Aid.planned(size);
        var figures = figures();
        var cases = cases();
        var books = books();
        if (!figures.equals(planned) || !cases.equals(planned)) {
            throw new IllegalStateException("planned " + planned + ", figures " + figures + ", cases " + cases);
        }
        if (books.promised() != books.paid() || books.paid() != books.spent() || books.promised() > planned.fen()) {
            throw new IllegalStateException("not all of what was promised is paid: " + books);
        }
        return List.of(figures.text(), books.text());
    }

    private static String counted(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}

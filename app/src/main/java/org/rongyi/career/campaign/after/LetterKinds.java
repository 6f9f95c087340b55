package org.rongyi.career.campaign.after;

import java.util.Set;
import org.rongyi.insight.figures.FactRecount;
import org.rongyi.insight.figures.FigureKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the afterwards of a placement counts, at the village of his 安置地: letters that were not withdrawn, who is on duty, who refused, whom a unit refused. */
@Configuration(proxyBeanMethods = false)
class LetterKinds {

    static final FigureKind ISSUED = kind(60, "placement-letter", LetterEvent.ISSUED);
    static final FigureKind ON_DUTY = kind(61, "placement-duty", LetterEvent.ON_DUTY);
    static final FigureKind REFUSED = kind(62, "placement-refused", LetterEvent.REFUSED);
    static final FigureKind UNIT_REFUSED = kind(63, "placement-unit-refused", LetterEvent.UNIT_REFUSED);

    /** The ids of the four kinds. */
    private static final String RECORDS = """
            select f.kind, l.code_now, f.day as happened_on, l.person_id as person, 1 as value
            from campaign.letter l
            cross join lateral (
                values (60, case when l.state <> 'WITHDRAWN' then l.issued_on end), (61, l.on_duty_on), (62, l.refused_on),
                       (63, l.unit_refused_on)) as f (kind, day)
            where f.day is not null
            """;

    private static FigureKind kind(int id, String code, LetterEvent event) {
        return new FigureKind(id, code, event.zh(), "人次", true, "/campaigns/letters?which=" + event.name(), true);
    }

    static FigureKind of(LetterEvent event) {
        return switch (event) {
            case ISSUED -> ISSUED;
            case ON_DUTY -> ON_DUTY;
            case REFUSED -> REFUSED;
            case UNIT_REFUSED -> UNIT_REFUSED;
        };
    }

    @Bean
    FigureKind lettersFigure() {
        return ISSUED;
    }

    @Bean
    FigureKind onDutyFigure() {
        return ON_DUTY;
    }

    @Bean
    FigureKind refusedFigure() {
        return REFUSED;
    }

    @Bean
    FigureKind unitRefusedFigure() {
        return UNIT_REFUSED;
    }

    /** Counts the letters themselves, so that the night can prove the figures. */
    @Bean
    FactRecount letterRecount() {
        return new FactRecount() {
            @Override
            public Set<FigureKind> kinds() {
                return Set.of(ISSUED, ON_DUTY, REFUSED, UNIT_REFUSED);
            }

            @Override
            public String records() {
                return RECORDS;
            }
        };
    }
}

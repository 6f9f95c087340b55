package org.rongyi.insight.figures;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 记数 on a day the test chooses. */
public final class FiguresOn {

    private FiguresOn() {}

    public static Figures day(JdbcClient app, LocalDate day) {
        var zone = ZoneId.of("Asia/Shanghai");
        return new Figures(app, Clock.fixed(day.atTime(12, 0).atZone(zone).toInstant(), zone));
    }
}

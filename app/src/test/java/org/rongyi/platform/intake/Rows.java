package org.rongyi.platform.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.CitizenId;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of a list of persons, and what became of them. */
final class Rows {

    static final List<String> TITLES = List.of("姓名*", "身份证号*", "电话", "人员类别*", "户籍村社区*", "户籍门牌");

    private static final AtomicInteger SEQUENCE = new AtomicInteger();

    private final Actor.Office clerk;
    private final JdbcClient everything;

    Rows(ApplicationContext program, Actor.Office clerk) {
        this.clerk = clerk;
        this.everything = program.getBean("jobJdbc", JdbcClient.class);
    }

    /** Somebody of the clerk's village, with a number of his own. */
    List<String> person(String name) {
        var digits = "440106" + (1960 + SEQUENCE.get() % 40) + "0203%03d".formatted(SEQUENCE.incrementAndGet());
        return new ArrayList<>(List.of(
                name,
                digits + CitizenId.checkCharacter(digits),
                "13800138000",
                "退役士兵、残疾军人",
                clerk.unitCode().toString(),
                "1 号"));
    }

    /** Files opened for a row, by its name, which is the row's own. */
    int count(List<String> row) {
        return everything
                .sql("select count(*) from person.person where name = :name and born_year = :year")
                .param("name", row.getFirst())
                .param("year", Integer.parseInt(row.get(1).substring(6, 10)))
                .query(Integer.class)
                .single();
    }

    static byte[] workbook(List<? extends List<String>> rows) {
        return ImportDesk.workbook(TITLES, rows);
    }
}

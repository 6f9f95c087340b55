package org.rongyi.platform.notice.delivery;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs the program's own worker until the outbox is empty. */
public final class Drain {

    private static final String LEFT = "select count(*) from notice.outbox where state = 'WAITING'";
    private static final String DROP =
            "update notice.outbox set state = 'DROPPED', text_sealed = null where state = 'WAITING'";

    private final Delivery delivery;
    private final JdbcClient jobs;

    public Drain(ApplicationContext program) {
        this.delivery = program.getBean(Delivery.class);
        this.jobs = (JdbcClient) program.getBean("jobJdbc");
    }

    public void dropAll() {
        jobs.sql(DROP).update();
    }

    /** How long it took. */
    public double seconds() {
        long began = System.nanoTime();
        do {
            delivery.run();
        } while (jobs.sql(LEFT).query(Long.class).single() > 0);
        return (System.nanoTime() - began) / 1e9;
    }
}

package org.rongyi.platform.operation;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * 指标: numbers for the machine that watches, as Prometheus reads them. Labels are routes as templates, verbs, status codes and
 * names of pools: never a value somebody typed, never a person.
 */
@Component
public class Metrics implements DisposableBean {

    private static final String REQUESTS = "rongyi.http.requests";
    private static final Duration[] STEPS = {
        Duration.ofMillis(50),
        Duration.ofMillis(200),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(3),
        Duration.ofSeconds(10)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collector = new JvmGcMetrics();
    private final Condition condition;
    private final Health health;
    private final Clock clock;
    private volatile Condition.@Nullable Report report;

    Metrics(Map<String, DataSource> pools, Condition condition, Health health, Clock clock) {
        this.condition = condition;
        this.health = health;
        this.clock = clock;
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        collector.bindTo(registry);
        pools.values().forEach(this::watch);
        gauge("rongyi.database.up", any -> health.isUp() ? 1 : 0);
        reported("rongyi.database.bytes", Condition.Report::databaseBytes);
        reported("rongyi.disk.free.bytes", Condition.Report::diskFree);
        reported("rongyi.processes", one -> one.processes().size());
        reported("rongyi.warnings", one -> one.warnings().size());
        reported(
                "rongyi.work.failing",
                one -> one.work().stream().filter(work -> work.failures() > 0).count());
        reported("rongyi.trail.unsealed.seconds", one -> seconds(one.unsealedSince()));
        reported(
                "rongyi.backup.age.seconds",
                one -> one.backups().stream()
                        .filter(run -> run.verified())
                        .findFirst()
                        .map(run -> seconds(run.beganAt()))
                        .orElse(Double.NaN));
    }

    /** Counts one request. @param route as it is declared, such as {@code /visits/{visit}} */
    public void count(String verb, String route, int status, long nanos) {
        Timer.builder(REQUESTS)
                .tag("method", verb)
                .tag("route", route)
                .tag("status", Integer.toString(status))
                .serviceLevelObjectives(STEPS)
                .register(registry)
                .record(Duration.ofNanos(nanos));
    }

    /** The text format; what the database would have to tell is left out while it is away. */
    public String scrape() {
        report = health.isUp() ? condition.now() : null;
        return registry.scrape();
    }

    private void watch(DataSource source) {
        if (source instanceof HikariDataSource pool) {
            var name = pool.getPoolName();
            Gauge.builder(
                            "rongyi.pool.active",
                            pool,
                            one -> one.getHikariPoolMXBean().getActiveConnections())
                    .tag("pool", name)
                    .register(registry);
            Gauge.builder(
                            "rongyi.pool.waiting",
                            pool,
                            one -> one.getHikariPoolMXBean().getThreadsAwaitingConnection())
                    .tag("pool", name)
                    .register(registry);
        }
    }

    private void reported(String name, ToDoubleFunction<Condition.Report> number) {
        gauge(name, any -> {
            var latest = report;
            return latest == null ? Double.NaN : number.applyAsDouble(latest);
        });
    }

    private void gauge(String name, ToDoubleFunction<MeterRegistry> number) {
        Gauge.builder(name, registry, number::applyAsDouble).register(registry);
    }

    private double seconds(@Nullable OffsetDateTime since) {
        return since == null
                ? 0
                : Duration.between(since, OffsetDateTime.now(clock)).toSeconds();
    }

    @Override
    public void destroy() {
        collector.close();
        registry.close();
    }
}

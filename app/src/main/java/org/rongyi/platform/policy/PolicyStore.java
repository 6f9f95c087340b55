package org.rongyi.platform.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The one {@link Policy} of the program: what comes with it, and above that what was agreed to since. */
@Configuration(proxyBeanMethods = false)
class PolicyStore {

    /** In the order of the decisions: of two for the same day and place the later counts. */
    private static final String AGREED = """
            select parameter, number, valid_from, place, document, article
            from policy.change
            where state = 'AGREED'
            order by decided_at, id
            """;

    private record Agreed(
            String parameter,
            BigDecimal number,
            LocalDate validFrom,
            @Nullable Long place,
            String document,
            @Nullable String article) {

        Parameter.Value value() {
            return new Parameter.Value(
                    validFrom,
                    null,
                    number,
                    new Source(document, article, Certainty.DECIDED),
                    place == null ? List.of() : List.of(new DivisionCode(place)));
        }
    }

    @Bean
    Policy policy(@Qualifier("apart") JdbcClient jdbc, @Qualifier("apart") PlatformTransactionManager transactions) {
        var shipped = PolicyState.shipped();
        var kept = new Kept<>("PARAMETERS", jdbc, transactions, () -> read(jdbc, shipped));
        return new Policy(kept::get, kept::forget);
    }

    private static PolicyState read(JdbcClient jdbc, PolicyState shipped) {
        var state = shipped;
        for (var agreed : jdbc.sql(AGREED).query(Agreed.class).list()) {
            state = state.with(agreed.parameter(), agreed.value());
        }
        return state;
    }
}

package org.rongyi.people.person;

import java.util.Optional;
import java.util.UUID;
import org.rongyi.platform.notice.Addresses;
import org.rongyi.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where a veteran's SMS goes; nobody writes to whoever has died, or lives elsewhere now. */
@Component
class PersonPhones implements Addresses {

    private static final String PHONE = """
            select phone_sealed from person.person
            where id = :person and status = 'ACTIVE' and phone_sealed is not null
            """;

    private final JdbcClient jdbc;
    private final Vault vault;

    PersonPhones(@Qualifier("job") JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    @Override
    public Optional<String> findPhone(UUID person) {
        return jdbc.sql(PHONE)
                .param("person", person)
                .query((row, n) -> row.getBytes(1))
                .optional()
                .map(phone -> vault.open(People.PHONE, person, phone))
                .filter(phone -> phone.matches("1\\d{10}"));
    }
}
